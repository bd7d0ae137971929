package io.lendcrm.scoring.risk.rejects;

/** Ways of treating applicants that were refused. */
public enum RejectMethod {
    /**
     * They stay out; the model of the accepted is applied to them as it is. Assumes that, given the features, accepted
     * and rejected default alike (missing at random), and that the model has the right form.
     */
    EXTRAPOLATION,
    /**
     * The accepted are weighted so that in each band of the chance to be accepted they stand for all applicants of the
     * band. Assumes missing at random, and accepted applicants in every band; helps where the model's form is wrong.
     */
    AUGMENTATION,
    /**
     * In each band of the predicted bad rate, rejects are drawn good or bad at the accepted's rate of that band, times a
     * factor. The factor is an assumption.
     */
    PARCELLING,
    /**
     * Each reject comes in twice: bad with its predicted rate, times a factor, as weight, and good with the rest. The
     * factor is an assumption; with a factor of 1 the model repeats itself.
     */
    FUZZY
}
