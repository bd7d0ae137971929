@NullMarked
package io.lendcrm.scoring.value.spend;

import org.jspecify.annotations.NullMarked;
