@NullMarked
package io.lendcrm.scoring.value.survival;

import org.jspecify.annotations.NullMarked;
