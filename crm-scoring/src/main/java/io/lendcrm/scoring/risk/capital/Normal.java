package io.lendcrm.scoring.risk.capital;

/**
 * The standard normal distribution and its inverse, each to about 1e-15 relative in both tails and in tens of
 * nanoseconds: W. J. Cody, "Rational Chebyshev approximation for the error function", Mathematics of Computation 23
 * (1969); M. J. Wichura, "Algorithm AS 241", Applied Statistics 37 (1988).
 */
final class Normal {

    private static final double[] A = {
        0.065682337918207449113,
        2.2352520354606839287,
        161.02823106855587881,
        1067.6894854603709582,
        18154.981253343561249
    };
    private static final double[] B = {
        1, 47.20258190468824187, 976.09855173777669322, 10260.932208618978205, 45507.789335026729956
    };
    private static final double[] C = {
        1.0765576773720192317e-8,
        0.39894151208813466764,
        8.8831497943883759412,
        93.506656132177855979,
        597.27027639480026226,
        2494.5375852903726711,
        6848.1904505362823326,
        11602.651437647350124,
        9842.7148383839780218
    };
    private static final double[] D = {
        1,
        22.266688044328115691,
        235.38790178262499861,
        1519.377599407554805,
        6485.558298266760755,
        18615.571640885098091,
        34900.952721145977266,
        38912.003286093271411,
        19685.429676859990727
    };
    private static final double[] P = {
        0.02307344176494017303,
        0.21589853405795699,
        0.1274011611602473639,
        0.022235277870649807,
        0.001421619193227893466,
        2.9112874951168792e-5
    };
    private static final double[] Q = {
        1,
        1.28426009614491121,
        0.468238212480865118,
        0.0659881378689285515,
        0.00378239633202758244,
        7.29751555083966205e-5
    };

    private static final double[] CENTRE_TOP = {
        2509.0809287301226727,
        33430.575583588128105,
        67265.770927008700853,
        45921.953931549871457,
        13731.693765509461125,
        1971.5909503065514427,
        133.14166789178437745,
        3.387132872796366608
    };
    private static final double[] CENTRE_BOTTOM = {
        5226.495278852545925,
        28729.085735721942674,
        39307.89580009271061,
        21213.794301586595867,
        5394.1960214247511077,
        687.1870074920579083,
        42.313330701600911252,
        1
    };
    private static final double[] NEAR_TOP = {
        7.7454501427834140764e-4,
        0.0227238449892691845833,
        0.24178072517745061177,
        1.27045825245236838258,
        3.64784832476320460504,
        5.7694972214606914055,
        4.6303378461565452959,
        1.42343711074968357734
    };
    private static final double[] NEAR_BOTTOM = {
        1.05075007164441684324e-9,
        5.475938084995344946e-4,
        0.0151986665636164571966,
        0.14810397642748007459,
        0.68976733498510000455,
        1.6763848301838038494,
        2.05319162663775882187,
        1
    };
    private static final double[] FAR_TOP = {
        2.01033439929228813265e-7,
        2.71155556874348757815e-5,
        0.0012426609473880784386,
        0.026532189526576123093,
        0.29656057182850489123,
        1.7848265399172913358,
        5.4637849111641143699,
        6.6579046435011037772
    };
    private static final double[] FAR_BOTTOM = {
        2.04426310338993978564e-15,
        1.4215117583164458887e-7,
        1.8463183175100546818e-5,
        7.868691311456132591e-4,
        0.0148753612908506148525,
        0.13692988092273580531,
        0.59983220655588793769,
        1
    };

    private static final double CENTRE = 0.67448975;
    private static final double NEAR = 5.656854249492380195;
    private static final double ONE_OVER_ROOT_TWO_PI = 0.398942280401432677939946;

    private Normal() {}

    /** The probability below z. */
    static double cumulative(double z) {
        double x = Math.abs(z);
        if (x <= CENTRE) {
            double square = z * z;
            return 0.5 + z * (polynomial(A, square) / polynomial(B, square));
        }
        double tail = x <= NEAR ? near(x) : far(x);
        return z > 0 ? 1 - tail : tail;
    }

    private static double near(double x) {
        return bell(x) * (polynomial(C, x) / polynomial(D, x));
    }

    private static double far(double x) {
        double inverse = 1 / (x * x);
        double series = inverse * (polynomial(P, inverse) / polynomial(Q, inverse));
        return bell(x) * ((ONE_OVER_ROOT_TWO_PI - series) / x);
    }

    /** exp(-x²/2) with the rounding error of the square kept out: x is split at a sixteenth. */
    private static double bell(double x) {
        double rounded = (long) (x * 16) / 16.0;
        double rest = (x - rounded) * (x + rounded);
        return Math.exp(-rounded * rounded * 0.5) * Math.exp(-rest * 0.5);
    }

    /** The z below which a probability within (0, 1) lies. */
    static double quantile(double probability) {
        double q = probability - 0.5;
        if (Math.abs(q) <= 0.425) {
            double r = 0.180625 - q * q;
            return q * polynomial(CENTRE_TOP, r) / polynomial(CENTRE_BOTTOM, r);
        }
        double tail = q < 0 ? probability : 1 - probability;
        double r = Math.sqrt(-Math.log(tail));
        double z = r <= 5
                ? polynomial(NEAR_TOP, r - 1.6) / polynomial(NEAR_BOTTOM, r - 1.6)
                : polynomial(FAR_TOP, r - 5) / polynomial(FAR_BOTTOM, r - 5);
        return q < 0 ? -z : z;
    }

    private static double polynomial(double[] falling, double x) {
        double value = falling[0];
        for (int i = 1; i < falling.length; i++) {
            value = value * x + falling[i];
        }
        return value;
    }
}
