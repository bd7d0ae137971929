package io.lendcrm.scoring.proof.monitoring;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;

/**
 * The population stability index of a score, or of a characteristic (then called CSI): how far the distribution over the
 * same bins has moved,
 *
 * <pre>PSI = Σ (a - e) ln(a / e),   e, a the shares expected and found</pre>
 *
 * Without a shift it is about {@code (1/N + 1/M) χ²(B - 1)} for N rows expected, M found and B bins, so that a fixed limit
 * such as 0.1 or 0.25 means something else for every sample: {@link #critical} gives the limit for a wished error rate and
 * {@link #pValue} the error rate of what was found. Immutable and thread-safe.
 *
 * <p>Sources: Yurdakul and Naranjo, Statistical properties of the population stability index, Journal of Risk Model
 * Validation 14 (2020).
 *
 * @param bins the bins that hold a row of either population
 * @param expected how many rows were expected, N
 * @param found how many rows were found, M
 */
public record PopulationStability(List<Bin> bins, long expected, long found) {

    public PopulationStability {
        bins = List.copyOf(bins);
        if (expected < 1 || found < 1) {
            throw new IllegalArgumentException("both populations must have rows, found " + expected + " and " + found);
        }
        if (bins.stream().mapToLong(Bin::expected).sum() != expected
                || bins.stream().mapToLong(Bin::found).sum() != found) {
            throw new IllegalArgumentException("the bins must hold all rows of both populations");
        }
    }

    /**
     * A bin and what it adds. Immutable and thread-safe.
     *
     * @param place which of the bins given, from 0
     * @param expected how many rows were expected in it
     * @param found how many were found
     * @param part what it adds to the index, at least 0
     */
    public record Bin(int place, long expected, long found, double part) {}

    /**
     * Compares counts over the same bins. Where one population has no row in a bin, half a row is taken for its count, so
     * that the index stays finite and the empty bin still tells; a bin that is empty in both is left out.
     *
     * @param expected the counts of the population the model was made on
     * @param found the counts of the population of today, of the same bins
     * @return the index
     * @throws IllegalArgumentException if lengths differ, a count is negative, or a population is empty
     */
    public static PopulationStability of(long[] expected, long[] found) {
        if (expected.length != found.length) {
            throw new IllegalArgumentException("found must have " + expected.length + " bins, found " + found.length);
        }
        long n = 0;
        long m = 0;
        for (int bin = 0; bin < expected.length; bin++) {
            if (expected[bin] < 0 || found[bin] < 0) {
                throw new IllegalArgumentException("counts must not be negative, found " + expected[bin] + " and "
                        + found[bin] + " in bin " + (bin + 1));
            }
            n = Math.addExact(n, expected[bin]);
            m = Math.addExact(m, found[bin]);
        }
        if (n == 0 || m == 0) {
            throw new IllegalArgumentException("both populations must have rows, found " + n + " and " + m);
        }
        List<Bin> bins = new ArrayList<>();
        for (int bin = 0; bin < expected.length; bin++) {
            if (expected[bin] > 0 || found[bin] > 0) {
                double e = Math.max((double) expected[bin], 0.5) / n;
                double a = Math.max((double) found[bin], 0.5) / m;
                bins.add(new Bin(bin, expected[bin], found[bin], (a - e) * Math.log(a / e)));
            }
        }
        return new PopulationStability(bins, n, m);
    }

    /**
     * Compares two columns of numbers over bins with these edges, a value on an edge in the bin above it. Missing values
     * have a bin of their own, the last.
     *
     * @param edges ascending; {@code edges.length + 1} bins and the one of missing values
     * @param expected the values of the population the model was made on
     * @param found the values of the population of today
     * @return the index
     * @throws IllegalArgumentException if the edges aren't ascending or a population is empty
     */
    public static PopulationStability of(double[] edges, double[] expected, double[] found) {
        requireAscending(edges);
        return of(EdgeCounts.of(edges, expected), EdgeCounts.of(edges, found));
    }

    /**
     * Compares a column of numbers with counts that were kept, over bins with these edges, as {@link
     * #of(double[], double[], double[])} does.
     *
     * @param edges ascending
     * @param expected the counts of the population the model was made on: {@code edges.length + 1} bins and missing values
     * @param found the values of the population of today
     * @return the index
     * @throws IllegalArgumentException if the edges aren't ascending, a count is negative, there are too few or too many, or
     *     a population is empty
     */
    public static PopulationStability of(double[] edges, long[] expected, double[] found) {
        requireAscending(edges);
        return of(expected, EdgeCounts.of(edges, found));
    }

    private static void requireAscending(double[] edges) {
        for (int i = 0; i < edges.length; i++) {
            if (Double.isNaN(edges[i]) || i > 0 && !(edges[i] > edges[i - 1])) {
                throw new IllegalArgumentException(
                        "edges must be ascending, found " + edges[i] + " in place " + (i + 1));
            }
        }
    }

    /** {@return the index, finite and at least 0} */
    public double index() {
        return bins.stream().mapToDouble(Bin::part).sum();
    }

    /** {@return the index divided by {@code 1/N + 1/M}, about χ² distributed without a shift} */
    public double chiSquare() {
        return index() / (1.0 / expected + 1.0 / found);
    }

    /** {@return the degrees of freedom: the bins in use less 1} */
    public int degrees() {
        return bins.size() - 1;
    }

    /** {@return the probability of so large an index without a shift; 1 with a single bin} */
    public double pValue() {
        return degrees() == 0 ? 1 : 1 - new ChiSquaredDistribution(null, degrees()).cumulativeProbability(chiSquare());
    }

    /**
     * The index that is exceeded with a wished probability though nothing has shifted.
     *
     * @param level one less that probability, within (0, 1), such as 0.95
     * @return the limit; 0 with a single bin
     */
    public double critical(double level) {
        return degrees() == 0 ? 0 : critical(bins.size(), expected, found, level);
    }

    /**
     * The limit for a comparison that is planned.
     *
     * @param bins how many bins, at least 2
     * @param expected how many rows will be expected, above 0
     * @param found how many rows will be found, above 0
     * @param level one less the probability of a false alarm, within (0, 1)
     * @return the limit
     */
    public static double critical(int bins, long expected, long found, double level) {
        if (bins < 2 || expected < 1 || found < 1) {
            throw new IllegalArgumentException("bins must be at least 2 and both populations above 0, found " + bins
                    + ", " + expected + ", " + found);
        }
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level must be within (0, 1), found " + level);
        }
        return (1.0 / expected + 1.0 / found)
                * new ChiSquaredDistribution(null, bins - 1.0, 1e-12).inverseCumulativeProbability(level);
    }
}
