package io.lendcrm.scoring.special;

/**
 * Gauss's hypergeometric function {@code F = 2F1(1, b; c; -w)} for c above b and w at least 0, and the derivatives of its
 * logarithm, which likelihoods with two competing gamma mixtures need. It is the continued fraction (DLMF 15.7.5)
 *
 * <pre>F = 1/(1+ d₁w/(1+ d₂w/(1+ ...))),   d₁ = b/c,
 * d₂ₙ = n(c-b+n-1)/((c+2n-2)(c+2n-1)),   d₂ₙ₊₁ = (b+n)(c+n-1)/((c+2n-1)(c+2n)),</pre>
 *
 * all of whose terms are positive: nothing cancels, and the convergents enclose the value. Derivatives are those of the
 * fraction itself, carried from its innermost level outward. A large w needs many levels, about 9√w; beyond 400 the integral
 * {@code ∫ e^-E (1+w(1-e^(-E/(c-1))))^-b dE} is taken instead, by the trapezoidal rule in ln E (Takahasi and Mori 1974).
 * Stateless and thread-safe.
 */
public final class GaussFraction {

    /** How many numbers {@link #derivatives} gives. */
    public static final int SIZE = 10;

    private static final int MOST_LEVELS = 400;
    private static final double STEP = 1.0 / 16;

    private GaussFraction() {}

    /**
     * The value.
     *
     * @param b at least 0
     * @param c above b and above 1
     * @param w at least 0
     * @return 2F1(1, b; c; -w), within (0, 1]
     */
    public static double of(double b, double c, double w) {
        double above = 0; // A and B of the convergents A/B, by Wallis's recurrence
        double aboveNext = 1;
        double below = 1;
        double belowNext = 1;
        double product = 1; // of the partial numerators: neighbours differ by product/(B B')
        for (int level = 1; level <= MOST_LEVELS; level++) {
            double term = coefficient(level, b, c) * w;
            double nextAbove = aboveNext + term * above;
            double nextBelow = belowNext + term * below;
            above = aboveNext;
            below = belowNext;
            aboveNext = nextAbove;
            belowNext = nextBelow;
            product *= term;
            if (product <= 1e-17 * aboveNext * below) {
                return aboveNext / belowNext;
            }
            if (belowNext > 1e60) {
                above *= 1e-60;
                aboveNext *= 1e-60;
                below *= 1e-60;
                belowNext *= 1e-60;
                product *= 1e-120;
            }
        }
        return integral(b, c, w, new double[1]);
    }

    /**
     * The logarithm of the value and its derivatives.
     *
     * @param b above 0
     * @param c above b and above 1
     * @param w at least 0
     * @param out filled with ln F and its derivatives by b, c, w, bb, bc, bw, cc, cw, ww
     */
    public static void derivatives(double b, double c, double w, double[] out) {
        int levels = levels(b, c, w);
        if (levels > MOST_LEVELS) {
            integral(b, c, w, out);
            return;
        }
        // ln of 1/(1 + t), t = d w exp(l), with l the same of the level below
        double l = 0;
        double lb = 0;
        double lc = 0;
        double lw = 0;
        double lbb = 0;
        double lbc = 0;
        double lbw = 0;
        double lcc = 0;
        double lcw = 0;
        double lww = 0;
        double value = 1;
        for (int level = levels; level >= 1; level--) {
            int n = level / 2;
            double low = 1 / (c + (level - 1));
            double high = level == 1 ? 0 : 1 / (c + (level - 2));
            double d;
            double db;
            double dc = -low - high; // of ln d
            double dcc = low * low + high * high;
            double dbb;
            double dbc = 0;
            if (level % 2 == 0) {
                double gap = c - b + (n - 1);
                double per = 1 / gap;
                d = n * gap * low * high;
                db = -per;
                dc += per;
                dbb = -per * per;
                dbc = per * per;
                dcc -= per * per;
            } else {
                double per = 1 / (b + n);
                db = per;
                dbb = -per * per;
                if (level == 1) {
                    d = b * low;
                } else {
                    double top = c + (n - 1);
                    d = (b + n) * top * low * high;
                    dc += 1 / top;
                    dcc -= 1 / (top * top);
                }
            }
            double k = d * value;
            double t = w * k;
            double kb = db + lb;
            double kc = dc + lc;
            double tb = t * kb;
            double tc = t * kc;
            double tw = k + t * lw;
            double tbb = t * (dbb + lbb + kb * kb);
            double tbc = t * (dbc + lbc + kb * kc);
            double tcc = t * (dcc + lcc + kc * kc);
            double tbw = k * kb + t * (lbw + kb * lw);
            double tcw = k * kc + t * (lcw + kc * lw);
            double tww = 2 * k * lw + t * (lww + lw * lw);
            value = 1 / (1 + t);
            l = -Math.log1p(t);
            lb = -value * tb;
            lc = -value * tc;
            lw = -value * tw;
            lbb = lb * lb - value * tbb;
            lbc = lb * lc - value * tbc;
            lbw = lb * lw - value * tbw;
            lcc = lc * lc - value * tcc;
            lcw = lc * lw - value * tcw;
            lww = lw * lw - value * tww;
        }
        fill(out, l, lb, lc, lw, lbb, lbc, lbw, lcc, lcw, lww);
    }

    private static double coefficient(int level, double b, double c) {
        if (level == 1) {
            return b / c;
        }
        int n = level / 2;
        double top = level % 2 == 0 ? n * (c - b + (n - 1)) : (b + n) * (c + (n - 1));
        return top / ((c + (level - 2)) * (c + (level - 1)));
    }

    /** How many levels the derivatives need, a few more than the value does. */
    private static int levels(double b, double c, double w) {
        double inner = 1; // D of Steed's algorithm: neighbouring convergents differ by ∏ (D - 1)
        double change = 1;
        double value = 1;
        for (int level = 1; level <= MOST_LEVELS; level++) {
            inner = 1 / (1 + coefficient(level, b, c) * w * inner);
            change *= inner - 1;
            value += change;
            if (Math.abs(change) <= 1e-17 * value) {
                return level + 3 + level / 8;
            }
        }
        return MOST_LEVELS + 1;
    }

    /** The value by the integral; if there is room for them, the derivatives of its logarithm too. */
    private static double integral(double b, double c, double w, double[] out) {
        double k = c - 1;
        double first = -40 - Math.log1p(b / k * w + w);
        double[] sums = new double[SIZE];
        double[] terms = new double[SIZE];
        for (double v = first; v < 3.8; v += STEP) {
            double e = Math.exp(v);
            double rest = Math.exp(-e / k);
            double u = -Math.expm1(-e / k);
            double base = 1 / (1 + w * u);
            double term = Math.exp(v - e - b * Math.log1p(w * u));
            double uc = -e / (k * k) * rest;
            double ucc = e / (k * k * k) * rest * (2 - e / k);
            double byU = -b * w * base; // of ln (1 + wu)^-b
            double byUu = b * w * w * base * base;
            double pb = -Math.log1p(w * u);
            double pc = byU * uc;
            double pw = -b * u * base;
            fill(
                    terms,
                    1,
                    pb,
                    pc,
                    pw,
                    pb * pb,
                    pb * pc - w * base * uc,
                    pb * pw - u * base,
                    pc * pc + byUu * uc * uc + byU * ucc,
                    pc * pw - b * base * base * uc,
                    pw * pw + b * u * u * base * base);
            for (int i = 0; i < SIZE; i++) {
                sums[i] += term * terms[i];
            }
        }
        double value = STEP * sums[0];
        if (out.length >= SIZE) {
            double lb = sums[1] / sums[0];
            double lc = sums[2] / sums[0];
            double lw = sums[3] / sums[0];
            fill(
                    out,
                    Math.log(value),
                    lb,
                    lc,
                    lw,
                    sums[4] / sums[0] - lb * lb,
                    sums[5] / sums[0] - lb * lc,
                    sums[6] / sums[0] - lb * lw,
                    sums[7] / sums[0] - lc * lc,
                    sums[8] / sums[0] - lc * lw,
                    sums[9] / sums[0] - lw * lw);
        }
        return value;
    }

    private static void fill(double[] out, double... numbers) {
        System.arraycopy(numbers, 0, out, 0, SIZE);
    }
}
