/**
 * Financial statements and what can be read from them. A {@link io.lendcrm.core.statement.FinancialStatement} keeps a
 * period's lines with their unit; an {@link io.lendcrm.core.statement.AccountingIdentity} finds lines that contradict each
 * other; a {@link io.lendcrm.core.statement.Ratio} is computed with its formula and gives a
 * {@link io.lendcrm.core.statement.RatioValue}: a number, or the reason why there is none.
 */
@NullMarked
package io.lendcrm.core.statement;

import org.jspecify.annotations.NullMarked;
