@NullMarked
package io.lendcrm.scoring.risk.loss;

import org.jspecify.annotations.NullMarked;
