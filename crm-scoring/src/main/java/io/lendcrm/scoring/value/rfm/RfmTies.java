package io.lendcrm.scoring.value.rfm;

/** Into which bin clients with equal values fall when the quantile's edge lies among them. Never into two. */
public enum RfmTies {
    /** All into the lowest bin that one of them would fall into. */
    LOW,
    /** All into the highest bin that one of them would fall into. */
    HIGH
}
