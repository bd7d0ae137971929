package io.lendcrm.scoring.value.rfm;

/** What the monetary value of a client is. */
public enum RfmMonetary {
    /** The sum of the events' amounts, none of them negative. */
    REVENUE,
    /**
     * The sum of the events' amounts and of the adjustments: refunds, returns and costs are negative ones. It may be
     * negative, and such a client gets a low score, not an error. An adjustment is no event: it moves neither recency
     * nor frequency.
     */
    NET_REVENUE,
    /**
     * The last balance known on the day looked from, whenever it was read. Events then carry no amounts. Of two readings
     * of one day the one that was added later counts.
     */
    BALANCE
}
