/**
 * What a client is likely to do next. A {@link io.lendcrm.scoring.value.propensity.NextLoanModel} tells from the days on
 * which a client borrowed how likely it is to borrow again within a span, and when; a
 * {@link io.lendcrm.scoring.value.propensity.NextLoan} adds how much. A
 * {@link io.lendcrm.scoring.value.propensity.RateSensitivityModel} tells from quotes that were accepted and declined how
 * likely the next one is to be accepted at a spread. Both are fitted by maximum likelihood.
 */
@NullMarked
package io.lendcrm.scoring.value.propensity;

import org.jspecify.annotations.NullMarked;
