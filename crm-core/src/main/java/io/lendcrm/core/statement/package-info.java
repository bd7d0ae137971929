/**
 * Financial statements and what can be read from them: {@link io.lendcrm.core.statement.FinancialStatement} keeps a
 * period's line items with their unit; ratios are computed from it, each with its formula.
 */
@NullMarked
package io.lendcrm.core.statement;

import org.jspecify.annotations.NullMarked;
