package io.lendcrm.scoring.value.contract;

import java.util.Arrays;

/** S(t) = (α/(α+t^c))^r, all by the log-odds x = ln t^c/α, which can't overflow. */
record WeibullGammaCurve(double r, double alpha, double c) implements SurvivalCurve {

    @Override
    public double logRatio(double from, double until) {
        if (from == 0) {
            return -r * logOnePlusExp(logOdds(until));
        }
        double growth = c * Math.log1p((until - from) / from);
        return growth > 1
                ? -r * (logOnePlusExp(logOdds(until)) - logOnePlusExp(logOdds(from)))
                : -r * Math.log1p(logistic(logOdds(from)) * Math.expm1(growth));
    }

    @Override
    public void logSurvival(double time, double[] jet) {
        Arrays.fill(jet, 0);
        if (time > 0) {
            addPower(time, r, jet);
            jet[1] = jet[0];
            jet[4] = jet[0];
            jet[5] = jet[2];
            jet[6] = jet[3];
        }
    }

    @Override
    public void logDensity(double time, double[] jet) {
        logSurvival(time, jet);
        addPower(time, 1, jet); // the hazard r c t^(c-1)/(α+t^c)
        double k = c * Math.log(time);
        jet[0] += Math.log(r) + Math.log(c) + k - Math.log(time) - Math.log(alpha);
        jet[1] += 1;
        jet[2] -= 1;
        jet[3] += 1 + k;
        jet[9] += k;
    }

    /** Adds (α/(α+t^c))^power with the derivatives that are not by r. */
    private void addPower(double time, double power, double[] jet) {
        double x = logOdds(time);
        double k = c * Math.log(time);
        double w = logistic(x);
        double bend = power * w * logistic(-x);
        jet[0] -= power * logOnePlusExp(x);
        jet[2] += power * w;
        jet[3] -= power * w * k;
        jet[7] -= bend;
        jet[8] += bend * k;
        jet[9] -= bend * k * k + power * w * k;
    }

    private double logOdds(double time) {
        return c * Math.log(time) - Math.log(alpha);
    }

    private static double logistic(double x) {
        return x > 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x));
    }

    private static double logOnePlusExp(double x) {
        return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
    }
}
