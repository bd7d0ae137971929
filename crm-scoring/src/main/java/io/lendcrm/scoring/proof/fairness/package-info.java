/**
 * Whether decisions and scores treat groups alike: {@link io.lendcrm.scoring.proof.fairness.DecisionFairness} compares
 * approvals, {@link io.lendcrm.scoring.proof.fairness.ScoreFairness} probabilities, by a
 * {@link io.lendcrm.scoring.proof.fairness.ProtectedAttribute}. Every figure has an interval, groups too small are told
 * apart as such, and no figure is a legal verdict: what the law protects, which test it asks for and what justifies a
 * difference are for people to judge.
 */
@NullMarked
package io.lendcrm.scoring.proof.fairness;

import org.jspecify.annotations.NullMarked;
