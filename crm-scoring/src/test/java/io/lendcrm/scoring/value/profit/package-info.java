/** What lending values are held to: worked examples, closed forms, identities, simulation. */
@NullMarked
package io.lendcrm.scoring.value.profit;

import org.jspecify.annotations.NullMarked;
