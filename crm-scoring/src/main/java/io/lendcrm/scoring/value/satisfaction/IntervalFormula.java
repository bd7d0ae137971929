package io.lendcrm.scoring.value.satisfaction;

/** How an interval was computed. */
public enum IntervalFormula {
    /**
     * Student's t: {@code mean ± t(n − 1) s / √n}, cut off at the ends of the scale. Near to its level for a few dozen
     * answers; where nearly all are at one end of the scale it covers less.
     */
    STUDENT,
    /**
     * Chernoff's and Hoeffding's bound (Hoeffding 1963, theorem 1): all means m with
     * {@code n KL(mean ‖ m) ≤ ln(2 / (1 − level))}, on the scale brought to [0, 1], where
     * {@code KL(p ‖ q) = p ln(p/q) + (1 − p) ln((1 − p)/(1 − q))}. Covers at least its level for answers of any
     * distribution and any number of them, and is wide. Used where Student's would have no width: for one answer, and
     * where all answers are equal.
     */
    BOUNDED,
    /**
     * The score interval of a difference of two shares of one sample (Tango 1998): all differences that a score test
     * doesn't reject. Holds for small samples and at the ends of the scale.
     */
    SCORE
}
