package io.lendcrm.scoring.value.contract;

import io.lendcrm.scoring.special.LogGamma;
import java.util.Arrays;

/** S(t) = B(a, b+u)/B(a, b) with u = t^c. */
record BdwCurve(double a, double b, double c) implements SurvivalCurve {

    @Override
    public double logRatio(double from, double until) {
        double u = clock(from);
        return LogGamma.betaRatio(a, b + u, clock(until) - u);
    }

    @Override
    public void logSurvival(double time, double[] jet) {
        if (time == 0) {
            Arrays.fill(jet, 0);
            return;
        }
        double u = clock(time);
        double k = c * Math.log(time); // of ln u by ln c
        double du = u * k;
        double byA = -LogGamma.digammaDifference(a + b, u);
        double byB = LogGamma.digammaDifference(b, u) + byA;
        double byU = -LogGamma.digammaDifference(b + u, a);
        double sum = -LogGamma.trigammaDifference(a + b, u);
        double byUu = -LogGamma.trigammaDifference(b + u, a);
        jet[0] = LogGamma.betaRatio(a, b, u);
        jet[1] = a * byA;
        jet[2] = b * byB;
        jet[3] = byU * du;
        jet[4] = a * a * sum + a * byA;
        jet[5] = a * b * sum;
        jet[6] = -a * LogGamma.trigamma(a + b + u) * du;
        jet[7] = b * b * (LogGamma.trigammaDifference(b, u) + sum) + b * byB;
        jet[8] = b * byUu * du;
        jet[9] = byUu * du * du + byU * du * (k + 1);
    }

    /** Nobody leaves between two periods. */
    @Override
    public void logDensity(double time, double[] jet) {
        throw new UnsupportedOperationException("a model in periods has no density");
    }

    private double clock(double time) {
        return c == 1 ? time : Math.pow(time, c);
    }
}
