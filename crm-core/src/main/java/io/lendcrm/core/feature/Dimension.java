package io.lendcrm.core.feature;

/** What a feature tells about: the five dimensions by which lenders class borrowers, and behaviour. */
public enum Dimension {
    /** Size and industry. */
    SIZE_AND_INDUSTRY,
    /** Financial statements and the ability to pay. */
    FINANCE_AND_SOLVENCY,
    /** Credit record and past defaults. */
    CREDIT_HISTORY,
    /** How urgently money is needed. */
    URGENCY,
    /** How much risk the client can bear and is willing to bear. */
    RISK_CAPACITY_AND_WILLINGNESS,
    /** What the client does: how recently, often and much, through which channel, how content. */
    BEHAVIOUR
}
