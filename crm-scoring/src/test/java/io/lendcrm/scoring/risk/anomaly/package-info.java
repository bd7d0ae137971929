@NullMarked
package io.lendcrm.scoring.risk.anomaly;

import org.jspecify.annotations.NullMarked;
