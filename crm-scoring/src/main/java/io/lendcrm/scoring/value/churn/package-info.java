/**
 * Who is about to leave. A {@link io.lendcrm.scoring.value.churn.ChurnModel} gives the probability within a horizon,
 * with reasons: {@link io.lendcrm.scoring.value.churn.SilentAttrition} where nobody says good-bye,
 * {@link io.lendcrm.scoring.value.churn.ContractualChurn} by tenure under contract,
 * {@link io.lendcrm.scoring.value.churn.SurvivalChurn} by features over time.
 * {@link io.lendcrm.scoring.value.churn.DeclineCard} is a rule for signs of decline where nothing was fitted.
 */
@NullMarked
package io.lendcrm.scoring.value.churn;

import org.jspecify.annotations.NullMarked;
