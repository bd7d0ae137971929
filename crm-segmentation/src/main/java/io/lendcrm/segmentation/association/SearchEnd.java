package io.lendcrm.segmentation.association;

/** How a search for rules ended, and so what its list of rules is. Stateless and thread-safe. */
public enum SearchEnd {
    /** All itemsets were searched and the list has every rule that meets the conditions. */
    COMPLETE("complete: every rule that meets the conditions"),
    /** All itemsets were searched; more rules met the conditions than may be kept. */
    RULE_LIMIT("not complete: all itemsets were searched, these are the exact first by the measure"),
    /** The bound on itemsets was met; above a higher support, which the model tells, all itemsets were searched. */
    SUPPORT_RAISED("not complete: the bound on itemsets was met and the support raised, these are the exact first by"
            + " the measure of all rules with that support"),
    /** The bound on itemsets, and so on memory, ended the search whatever the support. */
    ITEMSET_LIMIT("not complete: the bound on itemsets ended the search, these are the first of what was searched"),
    /** The bound on time ended the search. */
    TIME_LIMIT("not complete: the bound on time ended the search, these are the first of what was searched");

    private final String statement;

    SearchEnd(String statement) {
        this.statement = statement;
    }

    /** {@return in words, what the list of rules is} */
    public String statement() {
        return statement;
    }

    /** {@return whether the list has every rule that meets the conditions} */
    public boolean complete() {
        return this == COMPLETE;
    }
}
