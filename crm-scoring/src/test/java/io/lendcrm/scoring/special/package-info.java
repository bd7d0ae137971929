@NullMarked
package io.lendcrm.scoring.special;

import org.jspecify.annotations.NullMarked;
