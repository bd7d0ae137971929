package io.lendcrm.core.statement;

/** A line of a balance sheet, an income statement or a cash-flow statement. Costs and outflows are positive numbers. */
public enum LineItem {
    /** Cash and what is as good. */
    CASH(false),
    /** What customers owe. */
    RECEIVABLES(false),
    /** Goods in stock. */
    INVENTORIES(false),
    /** All assets that turn into cash within a year. */
    CURRENT_ASSETS(false),
    /** All other assets. */
    NON_CURRENT_ASSETS(false),
    /** All assets. */
    TOTAL_ASSETS(false),
    /** What is owed to suppliers. */
    PAYABLES(false),
    /** Interest-bearing debt due within a year. */
    SHORT_TERM_DEBT(false),
    /** All that is due within a year. */
    CURRENT_LIABILITIES(false),
    /** Interest-bearing debt due later. */
    LONG_TERM_DEBT(false),
    /** All that is due later. */
    NON_CURRENT_LIABILITIES(false),
    /** All that is owed. */
    TOTAL_LIABILITIES(false),
    /** Profits kept in the firm. */
    RETAINED_EARNINGS(false),
    /** What belongs to the owners. */
    EQUITY(false),
    /** Sales. */
    REVENUE(true),
    /** What the goods sold cost. */
    COST_OF_SALES(true),
    /** Sales less what the goods cost. */
    GROSS_PROFIT(true),
    /** Research and development. */
    RESEARCH_AND_DEVELOPMENT(true),
    /** Wear of fixed assets. */
    DEPRECIATION_AND_AMORTISATION(true),
    /** Profit before interest and tax. */
    OPERATING_PROFIT(true),
    /** Interest paid. */
    INTEREST_EXPENSE(true),
    /** Profit before tax. */
    PROFIT_BEFORE_TAX(true),
    /** Tax on profit. */
    INCOME_TAX(true),
    /** Profit after tax. */
    NET_PROFIT(true),
    /** Cash from running the business. */
    OPERATING_CASH_FLOW(true),
    /** Cash from investing, negative when spent. */
    INVESTING_CASH_FLOW(true),
    /** Cash from lenders and owners. */
    FINANCING_CASH_FLOW(true),
    /** By how much cash changed. */
    CHANGE_IN_CASH(true),
    /** Principal of debt paid back in the period. */
    PRINCIPAL_REPAID(true);

    private final boolean flow;

    LineItem(boolean flow) {
        this.flow = flow;
    }

    /** {@return true for what runs up over the period, false for what stands on its last day} */
    public boolean isFlow() {
        return flow;
    }
}
