package io.lendcrm.scoring.risk.outcome;

/** How days past due are counted while a material amount is overdue. */
public enum PastDueCount {
    /**
     * Days since the oldest unpaid instalment was due, money paying the oldest first. Who always pays one month late
     * never gets beyond a month.
     */
    OLDEST_UNPAID,
    /**
     * Days without a break on which a material amount was overdue, as article 178 of Regulation (EU) 575/2013 asks with
     * Delegated Regulation (EU) 2018/171. Who always pays one month late is never without arrears and goes on counting.
     */
    CONSECUTIVE_MATERIAL
}
