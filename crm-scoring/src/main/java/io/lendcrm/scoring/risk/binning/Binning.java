package io.lendcrm.scoring.risk.binning;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The bins of one variable with their goods and bads, hence with their weights of evidence. With p the share of all bads and
 * q the share of all goods in a bin,
 *
 * <ul>
 *   <li>weight of evidence = ln(p / q): positive where bads are more frequent than on the whole;
 *   <li>information value = Σ (p − q) · ln(p / q);
 *   <li>Jensen-Shannon divergence = Σ ½ (p ln(p / m) + q ln(q / m)), m = (p + q) / 2, in nats;
 *   <li>Gini = 2 AUC − 1 and KS = max |Σp − Σq| of the bins in order of their bad rate, within [0, 1].
 * </ul>
 *
 * A bin without rows has weight 0 and no part in any of them. In a bin with rows, but without goods or without bads, the
 * zero counts as {@link #zeroCell()} in p or q, nowhere else, so that no weight is infinite. Binnings on the same bins
 * {@linkplain #merge merge}. Immutable and thread-safe.
 */
public final class Binning {

    /** What counts for the goods or the bads of a bin that has none, unless chosen otherwise: one half. */
    public static final double ZERO_CELL = 0.5;

    private final Bins bins;
    private final double[] good;
    private final double[] bad;
    private final double zeroCell;
    private final @Nullable Optimum optimum;
    private final double[] woe;
    private final double totalGood;
    private final double totalBad;

    private Binning(Bins bins, double[] good, double[] bad, double zeroCell, @Nullable Optimum optimum) {
        this.bins = requireNonNull(bins, "bins");
        this.good = counts("good", good);
        this.bad = counts("bad", bad);
        this.zeroCell = zeroCell;
        this.optimum = optimum;
        this.totalGood = Arrays.stream(good).sum();
        this.totalBad = Arrays.stream(bad).sum();
        if (!(zeroCell > 0 && zeroCell <= 1)) {
            throw new IllegalArgumentException("zeroCell must be within (0, 1], found " + zeroCell);
        }
        if (!(totalGood > 0 && totalBad > 0)) {
            throw new IllegalArgumentException("counts of " + bins.feature().name()
                    + " must hold goods and bads, found " + totalGood + " and " + totalBad);
        }
        this.woe = new double[good.length];
        for (int bin = 0; bin < woe.length; bin++) {
            woe[bin] = good[bin] + bad[bin] == 0 ? 0 : Math.log(badShare(bin) / goodShare(bin));
        }
    }

    private double[] counts(String name, double[] given) {
        if (given.length != bins.size()) {
            throw new IllegalArgumentException(
                    name + " must be as many as the " + bins.size() + " bins, found " + given.length);
        }
        for (double count : given) {
            if (!(count >= 0 && count < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(name + " must be finite and at least 0, found " + count);
            }
        }
        return given.clone();
    }

    /**
     * Bins with counts; a zero cell counts as {@link #ZERO_CELL}.
     *
     * @param bins the bins
     * @param good goods of each bin; copied
     * @param bad bads of each bin; copied
     * @return the binning
     * @throws IllegalArgumentException if a count is negative, there are too many or too few, or a class is empty
     */
    public static Binning of(Bins bins, double[] good, double[] bad) {
        return new Binning(bins, good, bad, ZERO_CELL, null);
    }

    /**
     * Bins with the counts of values.
     *
     * @param bins the bins
     * @param counts how often each value occurred, of the same feature
     * @return the binning
     * @throws IllegalArgumentException if it is another feature or a class is empty
     */
    public static Binning of(Bins bins, ValueCounts counts) {
        if (!counts.feature().equals(bins.feature())) {
            throw new IllegalArgumentException("counts must be of "
                    + bins.feature().name() + ", found " + counts.feature().name() + " or a change of it");
        }
        double[] good = new double[bins.size()];
        double[] bad = new double[bins.size()];
        for (int i = 0; i < counts.distinct(); i++) {
            int bin = bins.bin(counts.value(i));
            good[bin] += counts.good(i);
            bad[bin] += counts.bad(i);
        }
        good[bins.missingBin()] += counts.missingGood();
        bad[bins.missingBin()] += counts.missingBad();
        return of(bins, good, bad);
    }

    /** The same counts where missing or unseen values share an ordinary bin of the same ones. */
    Binning on(Bins joined, double newZeroCell, @Nullable Optimum newOptimum) {
        double[] newGood = new double[joined.size()];
        double[] newBad = new double[joined.size()];
        for (int bin = 0; bin < good.length; bin++) {
            int to =
                    bin == bins.missingBin() ? joined.missingBin() : bin == bins.unseenBin() ? joined.unseenBin() : bin;
            newGood[to] += good[bin];
            newBad[to] += bad[bin];
        }
        return new Binning(joined, newGood, newBad, newZeroCell, newOptimum);
    }

    /**
     * The same counts with another stand-in for zeros.
     *
     * @param value what counts for the goods or the bads of a bin that has none, within (0, 1]
     * @return the changed binning
     */
    public Binning withZeroCell(double value) {
        return new Binning(bins, good, bad, value, optimum);
    }

    /**
     * The counts of both, for the same edges. How the edges were found is told no more, since it was on other counts.
     *
     * @param other a binning on equal bins with the same stand-in for zeros
     * @return the merged binning
     * @throws IllegalArgumentException if the bins differ
     */
    public Binning merge(Binning other) {
        if (!other.bins.equals(bins) || other.zeroCell != zeroCell) {
            throw new IllegalArgumentException("binnings to merge must have equal bins and zero cells, found " + bins
                    + " with " + zeroCell + " and " + other.bins + " with " + other.zeroCell);
        }
        double[] sumGood = new double[good.length];
        double[] sumBad = new double[bad.length];
        for (int bin = 0; bin < good.length; bin++) {
            sumGood[bin] = good[bin] + other.good[bin];
            sumBad[bin] = bad[bin] + other.bad[bin];
        }
        return new Binning(bins, sumGood, sumBad, zeroCell, null);
    }

    /** {@return the bins} */
    public Bins bins() {
        return bins;
    }

    /** {@return the feature's name} */
    public String name() {
        return bins.feature().name();
    }

    /** {@return a copy of the goods, bin by bin} */
    public double[] good() {
        return good.clone();
    }

    /** {@return a copy of the bads, bin by bin} */
    public double[] bad() {
        return bad.clone();
    }

    /** {@return a copy of the weights of evidence, bin by bin} */
    public double[] woe() {
        return woe.clone();
    }

    /** {@return what counts for the goods or the bads of a bin that has none of them} */
    public double zeroCell() {
        return zeroCell;
    }

    /** {@return what the optimum cost, if it was found by {@link OptimalBinning}} */
    public Optional<Optimum> optimum() {
        return Optional.ofNullable(optimum);
    }

    /**
     * The weight of evidence of a value.
     *
     * @param value the value, {@code NaN} if missing
     * @return the weight of its bin
     * @throws IllegalArgumentException if the value is infinite or no position of a level
     */
    public double woe(double value) {
        return woe[bins.bin(value)];
    }

    /** {@return the bin table, line by line in the order of the bins; bins without rows too} */
    public List<BinRow> table() {
        List<String> labels = bins.labels();
        List<BinRow> rows = new ArrayList<>();
        for (int bin = 0; bin < good.length; bin++) {
            rows.add(new BinRow(labels.get(bin), good[bin], bad[bin], woe[bin], iv(bin), js(bin)));
        }
        return List.copyOf(rows);
    }

    /** {@return the information value, at least 0} */
    public double informationValue() {
        return IntStream.range(0, good.length).mapToDouble(this::iv).sum();
    }

    /** {@return the Jensen-Shannon divergence, 0 to ln 2 = 0.693} */
    public double jensenShannon() {
        return IntStream.range(0, good.length).mapToDouble(this::js).sum();
    }

    /** {@return the Gini coefficient of the bins in order of their bad rate, 0 to 1} */
    public double gini() {
        double area = 0;
        double bads = 0;
        for (int bin : byBadRate()) {
            double p = bad[bin] / totalBad;
            double q = good[bin] / totalGood;
            area += q * (bads + p / 2);
            bads += p;
        }
        return Math.max(0, 2 * (1 - area) - 1) + 0.0;
    }

    /** {@return the Kolmogorov-Smirnov distance of the bins in order of their bad rate, 0 to 1} */
    public double ks() {
        double distance = 0;
        double most = 0;
        for (int bin : byBadRate()) {
            distance += good[bin] / totalGood - bad[bin] / totalBad;
            most = Math.max(most, distance);
        }
        return most;
    }

    /** Bins with rows, lowest bad rate first. */
    private int[] byBadRate() {
        return IntStream.range(0, good.length)
                .filter(bin -> good[bin] + bad[bin] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble(bin -> bad[bin] / (good[bin] + bad[bin])))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private double badShare(int bin) {
        return (bad[bin] == 0 ? zeroCell : bad[bin]) / totalBad;
    }

    private double goodShare(int bin) {
        return (good[bin] == 0 ? zeroCell : good[bin]) / totalGood;
    }

    private double iv(int bin) {
        return good[bin] + bad[bin] == 0 ? 0 : (badShare(bin) - goodShare(bin)) * woe[bin];
    }

    private double js(int bin) {
        double p = bad[bin] / totalBad;
        double q = good[bin] / totalGood;
        double middle = (p + q) / 2;
        return (p == 0 ? 0 : p * Math.log(p / middle) / 2) + (q == 0 ? 0 : q * Math.log(q / middle) / 2);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Binning that
                && bins.equals(that.bins)
                && Arrays.equals(good, that.good)
                && Arrays.equals(bad, that.bad)
                && zeroCell == that.zeroCell
                && java.util.Objects.equals(optimum, that.optimum);
    }

    @Override
    public int hashCode() {
        return 31 * bins.hashCode() + Arrays.hashCode(good) + Arrays.hashCode(bad);
    }

    /** {@return the feature's name, its bins and the information value} */
    @Override
    public String toString() {
        return "Binning[" + name() + ", " + bins.labels() + ", iv=" + informationValue() + "]";
    }
}
