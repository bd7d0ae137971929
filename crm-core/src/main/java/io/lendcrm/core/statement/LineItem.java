package io.lendcrm.core.statement;

/** A line of a balance sheet, an income statement or a cash-flow statement. Costs and outflows are positive numbers. */
public enum LineItem {
    /** Cash and what is as good. */
    CASH,
    /** What customers owe. */
    RECEIVABLES,
    /** Goods in stock. */
    INVENTORIES,
    /** All assets that turn into cash within a year. */
    CURRENT_ASSETS,
    /** All other assets. */
    NON_CURRENT_ASSETS,
    /** All assets. */
    TOTAL_ASSETS,
    /** What is owed to suppliers. */
    PAYABLES,
    /** Interest-bearing debt due within a year. */
    SHORT_TERM_DEBT,
    /** All that is due within a year. */
    CURRENT_LIABILITIES,
    /** Interest-bearing debt due later. */
    LONG_TERM_DEBT,
    /** All that is due later. */
    NON_CURRENT_LIABILITIES,
    /** All that is owed. */
    TOTAL_LIABILITIES,
    /** Profits kept in the firm. */
    RETAINED_EARNINGS,
    /** What belongs to the owners. */
    EQUITY,
    /** Sales. */
    REVENUE,
    /** What the goods sold cost. */
    COST_OF_SALES,
    /** Sales less what the goods cost. */
    GROSS_PROFIT,
    /** Research and development. */
    RESEARCH_AND_DEVELOPMENT,
    /** Wear of fixed assets. */
    DEPRECIATION_AND_AMORTISATION,
    /** Profit before interest and tax. */
    OPERATING_PROFIT,
    /** Interest paid. */
    INTEREST_EXPENSE,
    /** Profit before tax. */
    PROFIT_BEFORE_TAX,
    /** Tax on profit. */
    INCOME_TAX,
    /** Profit after tax. */
    NET_PROFIT,
    /** Cash from running the business. */
    OPERATING_CASH_FLOW,
    /** Cash from investing, negative when spent. */
    INVESTING_CASH_FLOW,
    /** Cash from lenders and owners. */
    FINANCING_CASH_FLOW,
    /** By how much cash changed. */
    CHANGE_IN_CASH,
    /** Principal of debt paid back in the period. */
    PRINCIPAL_REPAID
}
