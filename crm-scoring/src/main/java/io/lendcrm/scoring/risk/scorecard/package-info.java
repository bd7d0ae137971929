/**
 * Scorecards: points for each bin of each characteristic, which add up to a score. {@link
 * io.lendcrm.scoring.risk.scorecard.ScorecardFitter} fits one from history; an expert sets one by {@link
 * io.lendcrm.scoring.risk.scorecard.Scorecard#of}; both run on the same engine, with reasons by a defined rule ({@link
 * io.lendcrm.scoring.risk.scorecard.ReasonRule}) and the smallest change that reaches a target ({@link
 * io.lendcrm.scoring.risk.scorecard.SmallestChange}).
 */
@NullMarked
package io.lendcrm.scoring.risk.scorecard;

import org.jspecify.annotations.NullMarked;
