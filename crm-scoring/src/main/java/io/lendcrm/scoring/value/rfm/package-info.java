/**
 * What a client is worth by recency, frequency and monetary value (RFM). An
 * {@link io.lendcrm.scoring.value.rfm.RfmAccumulator} turns events into an {@link io.lendcrm.scoring.value.rfm.RfmTable},
 * an {@link io.lendcrm.scoring.value.rfm.RfmFitter} finds the cuts of the three axes, and the
 * {@link io.lendcrm.scoring.value.rfm.RfmModel} gives scores from 1 to the number of bins and a named segment, to the
 * clients it was fitted on and to new ones. A {@link io.lendcrm.scoring.value.rfm.RfmStream} does so after each event, a
 * {@link io.lendcrm.scoring.value.rfm.RfmMigration} tells how clients moved between two days.
 */
@NullMarked
package io.lendcrm.scoring.value.rfm;

import org.jspecify.annotations.NullMarked;
