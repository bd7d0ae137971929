@NullMarked
package io.lendcrm.scoring.value.churn;

import org.jspecify.annotations.NullMarked;
