/**
 * Logistic regression: the probability of yes or no from numbers. A
 * {@link io.lendcrm.scoring.risk.logistic.LogisticFitter} fits {@link io.lendcrm.scoring.risk.logistic.LogisticData} by
 * weighted least squares repeated, with weights, offset, ridge penalty and bounds on the coefficients, and tells when
 * the data separate yes from no. {@link io.lendcrm.scoring.risk.logistic.Stepwise} and
 * {@link io.lendcrm.scoring.risk.logistic.ColumnFilter} choose the columns; the
 * {@link io.lendcrm.scoring.risk.logistic.LogisticModel} scores, with reasons.
 */
@NullMarked
package io.lendcrm.scoring.risk.logistic;

import org.jspecify.annotations.NullMarked;
