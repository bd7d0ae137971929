@NullMarked
package io.lendcrm.scoring.value.purchase;

import org.jspecify.annotations.NullMarked;
