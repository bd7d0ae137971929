/** What the value of a client without contract is held to. */
@NullMarked
package io.lendcrm.scoring.value.clv;

import org.jspecify.annotations.NullMarked;
