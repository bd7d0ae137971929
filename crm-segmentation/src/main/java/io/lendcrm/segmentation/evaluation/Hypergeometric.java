package io.lendcrm.segmentation.evaluation;

import java.util.SplittableRandom;
import org.apache.commons.math3.special.Gamma;

/** How many marked ones come among some drawn without putting back. */
final class Hypergeometric {

    private Hypergeometric() {}

    /** By inversion outwards from the mode: some standard deviations of steps. */
    static long draw(long all, long marked, long drawn, SplittableRandom random) {
        long least = Math.max(0, drawn + marked - all);
        long most = Math.min(drawn, marked);
        if (least == most) {
            return least;
        }
        long mode = Math.min(most, Math.max(least, (long) ((drawn + 1.0) * (marked + 1.0) / (all + 2.0))));
        double top = Math.exp(choose(marked, mode) + choose(all - marked, drawn - mode) - choose(all, drawn));
        double u = random.nextDouble() - top;
        double up = top;
        double down = top;
        long high = mode;
        long low = mode;
        while (u >= 0 && (high < most || low > least)) {
            if (high < most) {
                up *= (double) (marked - high) * (drawn - high) / ((high + 1.0) * (all - marked - drawn + high + 1.0));
                high++;
                u -= up;
                if (u < 0) {
                    return high;
                }
            }
            if (low > least) {
                down *= (double) low * (all - marked - drawn + low) / ((marked - low + 1.0) * (drawn - low + 1.0));
                low--;
                u -= down;
                if (u < 0) {
                    return low;
                }
            }
        }
        return mode;
    }

    private static double choose(long n, long k) {
        return Gamma.logGamma(n + 1.0) - Gamma.logGamma(k + 1.0) - Gamma.logGamma(n - k + 1.0);
    }
}
