@NullMarked
package io.lendcrm.scoring.risk.calibration;

import org.jspecify.annotations.NullMarked;
