/**
 * What a borrower is worth to its lender: the expected present value of margin and fees less funding, losses, costs and
 * the charge for capital. Contracts become an {@link io.lendcrm.scoring.value.profit.ExposurePath}, risk a
 * {@link io.lendcrm.scoring.value.profit.RiskPath}, and {@link io.lendcrm.scoring.value.profit.LendingValuer} joins them to
 * a {@link io.lendcrm.scoring.value.profit.LendingValue} with its waterfall; whole books go through
 * {@link io.lendcrm.scoring.value.profit.LoanBook}, clients whose grade moves through
 * {@link io.lendcrm.scoring.value.profit.MigrationValuer}. What was earned is counted to the cent by
 * {@link io.lendcrm.scoring.value.profit.ProfitLedger}.
 */
@NullMarked
package io.lendcrm.scoring.value.profit;

import org.jspecify.annotations.NullMarked;
