package io.lendcrm.scoring.value.purchase;

import io.lendcrm.core.model.Run;
import io.lendcrm.scoring.likelihood.Blocks;
import io.lendcrm.scoring.likelihood.DistinctRows;
import io.lendcrm.scoring.special.RisingFactorials;
import java.util.Arrays;

/**
 * What a book's purchases say of their rates {@code λ ~ Gamma(r, α)} as long as nobody leaves: the sum over the clients of
 * {@code ln Γ(r+kx)/Γ(r) - kx ln α - (r+kx) ln(1+T/α)}, with its derivatives by r and α. Each part depends on one column
 * and is summed over that column's distinct values. The tables are filled anew for each α; not thread-safe.
 */
final class GammaRates {

    /** The value, its slopes by r and α, its second derivatives by r twice, by both, by α twice. */
    static final int COUNT = 6;

    private final Run run;
    private final double[] ages;
    private final double[] clientsByAge;
    private final double[] eventsByAge;
    private final int[] counts;
    private final int[] events;
    private final double[] clientsByCount;
    private final double[] logAge;
    private final double[] inverseAge;

    /** Of rows whose first column is the age, k events a purchase. */
    GammaRates(DistinctRows rows, int k, Run run) {
        this.run = run;
        this.ages = rows.firstValues();
        this.logAge = new double[ages.length];
        this.inverseAge = new double[ages.length];
        this.clientsByAge = new double[ages.length];
        this.eventsByAge = new double[ages.length];
        this.counts = Arrays.stream(rows.count()).distinct().toArray();
        this.events = Arrays.stream(counts).map(x -> Math.multiplyExact(x, k)).toArray();
        this.clientsByCount = new double[counts.length];
        for (int row = 0, at = 0; row < rows.size(); row++) {
            double w = rows.weight()[row];
            at += counts[at] == rows.count()[row] ? 0 : 1;
            clientsByCount[at] += w;
            clientsByAge[rows.first()[row]] += w;
            eventsByAge[rows.first()[row]] += w * events[at];
        }
    }

    /** The distinct numbers of purchases, ascending. */
    int[] counts() {
        return counts;
    }

    /** How many clients have each of them. */
    double[] clientsByCount() {
        return clientsByCount;
    }

    /** ln(1 + T/α) by age: multiplied by r, which may be large, it needs all the digits of small values. */
    double[] logAge() {
        return logAge;
    }

    /** 1 / (α + T) by age. */
    double[] inverseAge() {
        return inverseAge;
    }

    /** Fills the tables by age. */
    void tabulate(double alpha) {
        for (int i = 0; i < ages.length; i++) {
            logAge[i] = Math.log1p(ages[i] / alpha);
            inverseAge[i] = 1 / (alpha + ages[i]);
        }
    }

    /** The sums; {@link #tabulate} was called with this α. */
    double[] sums(double r, double alpha) {
        double logAlpha = Math.log(alpha);
        double[] s = Blocks.sum(ages.length, 6, run, (from, to, out) -> {
            for (int i = from; i < to; i++) {
                double clients = clientsByAge[i];
                double purchases = eventsByAge[i];
                double per = inverseAge[i];
                double gap = ages[i] * per / alpha; // 1/α - 1/(α+T)
                out[0] += clients * logAge[i];
                out[1] += purchases * (logAlpha + logAge[i]);
                out[2] += clients * gap;
                out[3] += purchases * per;
                out[4] += clients * gap * (1 / alpha + per);
                out[5] += purchases * per * per;
            }
        });
        double[] sums = {-r * s[0] - s[1], -s[0], r * s[2] - s[3], 0, s[2], s[5] - r * s[4]};
        RisingFactorials rising = new RisingFactorials(r, events);
        for (int i = 0; i < events.length; i++) {
            sums[0] += clientsByCount[i] * rising.log(i);
            sums[1] += clientsByCount[i] * rising.slope(i);
            sums[3] += clientsByCount[i] * rising.curvature(i);
        }
        return sums;
    }
}
