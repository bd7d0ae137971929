package io.lendcrm.scoring.value.contract;

/**
 * The logarithm of a survival function with its first and second derivatives by the logarithms of three parameters, as
 * one array: the value, three slopes, and the upper half of the Hessian row by row.
 */
interface SurvivalCurve {

    /** How many numbers a value with its derivatives has. */
    int JET = 10;

    /** ln S(until) - ln S(from), to full relative accuracy; from at least 0, until not before it. */
    double logRatio(double from, double until);

    /** Sets the array to ln S(time) with its derivatives. */
    void logSurvival(double time, double[] jet);

    /** Sets the array to the logarithm of the density at a time above 0, with its derivatives. */
    void logDensity(double time, double[] jet);
}
