/**
 * Bins of a variable and their weight of evidence: what a scorecard is made of. {@link
 * io.lendcrm.scoring.risk.binning.LabelledTable Features with their outcomes} are counted value by value; a {@link
 * io.lendcrm.scoring.risk.binning.BinningMethod} puts the edges, exactly optimal by a dynamic program or as the R package
 * {@code scorecard} does; a {@link io.lendcrm.scoring.risk.binning.Binning} holds edges, counts and weights, and is the
 * same object in the table that people read and in the scoring of clients; a {@link
 * io.lendcrm.scoring.risk.binning.BinningModel} holds those of many variables and is stored.
 */
@NullMarked
package io.lendcrm.scoring.risk.binning;

import org.jspecify.annotations.NullMarked;
