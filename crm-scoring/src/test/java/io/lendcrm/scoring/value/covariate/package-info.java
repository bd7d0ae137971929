@NullMarked
package io.lendcrm.scoring.value.covariate;

import org.jspecify.annotations.NullMarked;
