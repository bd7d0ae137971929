/** How much a client brings each time: a {@link io.lendcrm.scoring.value.spend.SpendModel}. */
@NullMarked
package io.lendcrm.scoring.value.spend;

import org.jspecify.annotations.NullMarked;
