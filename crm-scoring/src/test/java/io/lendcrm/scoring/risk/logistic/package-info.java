@NullMarked
package io.lendcrm.scoring.risk.logistic;

import org.jspecify.annotations.NullMarked;
