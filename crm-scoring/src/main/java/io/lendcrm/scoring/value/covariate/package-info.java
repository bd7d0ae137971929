/**
 * Clients who differ by what is known of them: a {@link io.lendcrm.scoring.value.covariate.CovariateBook} adds named columns
 * to purchase summaries, and a {@link io.lendcrm.scoring.value.covariate.CovariateFitter} finds how they move the rate of
 * purchases and of leaving. The {@link io.lendcrm.scoring.value.covariate.CovariateModel} gives each client the
 * {@link io.lendcrm.scoring.value.purchase.PurchaseModel} of its own.
 */
@NullMarked
package io.lendcrm.scoring.value.covariate;

import org.jspecify.annotations.NullMarked;
