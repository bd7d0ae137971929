package io.lendcrm.segmentation.structure;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.model.FitException;
import io.lendcrm.core.model.Run;
import io.lendcrm.segmentation.Clusterer;
import io.lendcrm.segmentation.preparation.Preparation;
import java.util.SplittableRandom;
import java.util.function.IntFunction;

/**
 * Options of the gap statistic: how much smaller log W(k), the {@linkplain Dispersion dispersion} within k clusters, is
 * than on rows drawn from a distribution without clusters. It takes numeric or yes/no features without missing values,
 * on the scale the clusters are found on. A dispersion below 1e-12 of that of one cluster counts as that, so that every
 * gap is finite. The cost is draws × k fits.
 *
 * <p>Immutable and thread-safe. Source: Tibshirani, Walther and Hastie, JRSS B 63 (2001).
 */
public final class GapStatistic {

    private static final String NAME = "gap-statistic";
    private static final GapStatistic DEFAULTS =
            new GapStatistic(GapReference.PRINCIPAL_BOX, Dispersion.SQUARED_DISTANCE, 50, 0);
    private static final double LEAST = 1e-12;

    private final GapReference reference;
    private final Dispersion dispersion;
    private final int draws;
    private final long seed;

    private GapStatistic(GapReference reference, Dispersion dispersion, int draws, long seed) {
        this.reference = requireNonNull(reference, "reference");
        this.dispersion = requireNonNull(dispersion, "dispersion");
        this.draws = draws;
        this.seed = seed;
        if (draws < 2) {
            throw new IllegalArgumentException("draws must be at least 2, found " + draws);
        }
    }

    /** {@return 50 draws from the box along the principal axes, squared distances, seed 0} */
    public static GapStatistic defaults() {
        return DEFAULTS;
    }

    /**
     * With rows drawn from something else.
     *
     * @param newReference from what
     * @return the changed options
     */
    public GapStatistic withReference(GapReference newReference) {
        return new GapStatistic(newReference, dispersion, draws, seed);
    }

    /**
     * With another dispersion.
     *
     * @param newDispersion which
     * @return the changed options
     */
    public GapStatistic withDispersion(Dispersion newDispersion) {
        return new GapStatistic(reference, newDispersion, draws, seed);
    }

    /**
     * With more or fewer draws.
     *
     * @param newDraws how many, at least 2
     * @return the changed options
     */
    public GapStatistic withDraws(int newDraws) {
        return new GapStatistic(reference, dispersion, newDraws, seed);
    }

    /**
     * With another seed of the draws.
     *
     * @param newSeed the seed
     * @return the changed options
     */
    public GapStatistic withSeed(long newSeed) {
        return new GapStatistic(reference, dispersion, draws, newSeed);
    }

    /**
     * The gaps of 1 to so many clusters.
     *
     * @param table the rows
     * @param clusterer the engine that finds k clusters; not asked for k = 1, which needs none
     * @param most the greatest k, at least 1
     * @param run its threads share the draws; they change no bit
     * @return the gaps
     * @throws IllegalArgumentException if {@code most} is below 1
     * @throws FitException if a feature has levels or a missing value, there is no row, or the engine can't fit the rows or a
     *     draw
     */
    public GapCurve of(FeatureTable table, IntFunction<? extends Clusterer> clusterer, int most, Run run) {
        if (most < 1) {
            throw new IllegalArgumentException("most must be at least 1, found " + most);
        }
        double[][] columns = Preparation.none().fit(table, NAME).columns(table);
        ReferenceDraws source = new ReferenceDraws(columns, reference);
        SplittableRandom random = new SplittableRandom(seed);
        SplittableRandom[] randoms = new SplittableRandom[draws];
        for (int b = 0; b < draws; b++) {
            randoms[b] = random.split();
        }
        Run alone = Run.sequential().withCancellation(run.cancelled());
        double[][] logs = new double[draws + 1][];
        run.each(
                draws + 1,
                b -> logs[b] = logarithms(b == draws ? columns : source.draw(randoms[b]), clusterer, most, alone));
        double[][] drawn = java.util.Arrays.copyOf(logs, draws);
        return GapCurve.of(reference, logs[draws], drawn);
    }

    private double[] logarithms(double[][] columns, IntFunction<? extends Clusterer> clusterer, int most, Run run) {
        double[] logs = new double[most];
        FeatureTable table = NumericTable.of(columns);
        double one = dispersion.of(columns, new int[table.rows()], 1);
        for (int k = 1; k <= most; k++) {
            double within = one;
            if (k > 1) {
                int[] label = clusterer.apply(k).fit(table, run).assign(table).segmentOfRows();
                within = dispersion.of(columns, label, bound(label));
            }
            logs[k - 1] = one > 0 ? Math.log(Math.max(within, LEAST * one)) : 0;
        }
        return logs;
    }

    private static int bound(int[] label) {
        int most = 0;
        for (int own : label) {
            most = Math.max(most, own);
        }
        return most + 1;
    }

    /** {@return the options} */
    @Override
    public String toString() {
        return "GapStatistic[" + reference + ", " + dispersion + ", " + draws + " draws, seed " + seed + "]";
    }
}
