/**
 * What is out of the ordinary and worth a look before money moves: too much too fast, by
 * {@link io.lendcrm.scoring.risk.anomaly.VelocityMonitor} over a stream of transactions or applications, and clients unlike all
 * others, by {@link io.lendcrm.scoring.risk.anomaly.OutlierFitter}. A flag is a question to a person with its evidence, not a
 * verdict.
 */
@NullMarked
package io.lendcrm.scoring.risk.anomaly;

import org.jspecify.annotations.NullMarked;
