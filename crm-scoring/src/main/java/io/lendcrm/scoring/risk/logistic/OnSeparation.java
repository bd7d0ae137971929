package io.lendcrm.scoring.risk.logistic;

/** What to do with data whose columns separate yes from no, so that the likelihood rises for ever. */
public enum OnSeparation {
    /** Refuse the fit and name the columns. */
    REFUSE,
    /** Fit again with a ridge penalty of 1 for each standardised coefficient, and warn with the columns' names. */
    PENALISE
}
