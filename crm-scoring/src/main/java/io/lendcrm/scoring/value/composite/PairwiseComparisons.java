package io.lendcrm.scoring.value.composite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Judgements of how much more one criterion matters than another, from which the analytic hierarchy process (Saaty 1980)
 * makes weights: the principal eigenvector of the reciprocal matrix. Every pair is judged once; 1 means equal, 3 somewhat
 * more, 5 clearly, 7 much, 9 altogether more, and a fraction the reverse. Up to ten criteria, as far as the random index
 * is agreed upon; group them above that. Immutable and thread-safe.
 */
public final class PairwiseComparisons {

    /** The mean consistency index of random comparisons, by the number of criteria from 1 (Saaty). */
    private static final double[] RANDOM_INDEX = {0, 0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49};

    private static final double RECIPROCAL_TOLERANCE = 1e-9;
    private static final int MOST_STEPS = 100_000;

    private final List<String> criteria;
    private final double[][] ratios;

    private PairwiseComparisons(List<String> criteria, double[][] ratios) {
        this.criteria = List.copyOf(criteria);
        this.ratios = ratios;
        if (criteria.isEmpty() || criteria.size() > RANDOM_INDEX.length) {
            throw new IllegalArgumentException(
                    "criteria must be 1 to " + RANDOM_INDEX.length + ", found " + criteria.size());
        }
        if (criteria.stream().distinct().count() < criteria.size()) {
            throw new IllegalArgumentException("criteria must be distinct, found " + criteria);
        }
    }

    /**
     * No comparison yet.
     *
     * @param criteria the names of the criteria, such as features
     * @return comparisons to be added to by {@link #prefer}
     */
    public static PairwiseComparisons among(String... criteria) {
        double[][] none = new double[criteria.length][criteria.length];
        for (int i = 0; i < criteria.length; i++) {
            Arrays.fill(none[i], Double.NaN);
            none[i][i] = 1;
        }
        return new PairwiseComparisons(List.of(criteria), none);
    }

    /**
     * All comparisons at once.
     *
     * @param criteria the names of the criteria
     * @param matrix row over column; 1 on the diagonal, reciprocal across it
     * @return the comparisons
     * @throws IllegalArgumentException if the matrix isn't square, or an entry isn't positive and finite or doesn't
     *     match the one across; the message names both criteria
     */
    public static PairwiseComparisons of(List<String> criteria, double[][] matrix) {
        PairwiseComparisons all = among(criteria.toArray(String[]::new));
        if (matrix.length != criteria.size()) {
            throw new IllegalArgumentException("matrix must have " + criteria.size() + " rows, found " + matrix.length);
        }
        for (int i = 0; i < matrix.length; i++) {
            if (matrix[i].length != matrix.length) {
                throw new IllegalArgumentException("row " + (i + 1) + " of the matrix must have " + matrix.length
                        + " entries, found " + matrix[i].length);
            }
        }
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j <= i; j++) {
                all.requireRatio(i, j, matrix[i][j]);
                if (!(Math.abs(matrix[i][j] * matrix[j][i] - 1) <= RECIPROCAL_TOLERANCE)) {
                    throw new IllegalArgumentException(criteria.get(i) + " over " + criteria.get(j) + " must be 1 / "
                            + matrix[j][i] + ", found " + matrix[i][j]);
                }
                all.ratios[i][j] = matrix[i][j];
                all.ratios[j][i] = matrix[j][i];
            }
        }
        return all;
    }

    /**
     * With one comparison more, in place of an earlier one of the same two.
     *
     * @param first a criterion
     * @param second another
     * @param times how many times as much the first matters
     * @return the comparisons
     */
    public PairwiseComparisons prefer(String first, String second, double times) {
        int i = index(first);
        int j = index(second);
        if (i == j) {
            throw new IllegalArgumentException("criteria to compare must be two, found " + first + " twice");
        }
        requireRatio(i, j, times);
        double[][] more = Arrays.stream(ratios).map(double[]::clone).toArray(double[][]::new);
        more[i][j] = times;
        more[j][i] = 1 / times;
        return new PairwiseComparisons(criteria, more);
    }

    private void requireRatio(int i, int j, double ratio) {
        if (!(ratio > 0 && Double.isFinite(ratio) && Double.isFinite(1 / ratio))) {
            throw new IllegalArgumentException(
                    criteria.get(i) + " over " + criteria.get(j) + " must be above 0 and finite, found " + ratio);
        }
    }

    private int index(String criterion) {
        int at = criteria.indexOf(criterion);
        if (at < 0) {
            throw new IllegalArgumentException("criterion must be one of " + criteria + ", found " + criterion);
        }
        return at;
    }

    /**
     * The weights.
     *
     * @return weights and consistency
     * @throws IllegalStateException if a pair wasn't compared; the message names all of them
     */
    public AhpWeights weights() {
        List<String> lacking = new ArrayList<>();
        int n = criteria.size();
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                if (Double.isNaN(ratios[i][j])) {
                    lacking.add(criteria.get(i) + " over " + criteria.get(j));
                }
            }
        }
        if (!lacking.isEmpty()) {
            throw new IllegalStateException("comparisons lack " + String.join(", ", lacking));
        }
        double[] w = eigenvector();
        double[] product = times(w);
        double lambda = 0;
        Map<String, Double> weights = new LinkedHashMap<>();
        for (int i = 0; i < n; i++) {
            lambda += product[i] / w[i] / n;
            weights.put(criteria.get(i), w[i]);
        }
        // the greatest eigenvalue is at least n, but for rounding
        double index = n < 3 ? 0 : Math.max(0, (lambda - n) / (n - 1));
        double ratio = n < 3 ? 0 : index / RANDOM_INDEX[n - 1];
        return worst(weights, lambda, index, ratio);
    }

    private AhpWeights worst(Map<String, Double> weights, double lambda, double index, double ratio) {
        double most = 0;
        List<String> triad = List.of();
        for (int i = 0; i < criteria.size(); i++) {
            for (int k = i + 1; k < criteria.size(); k++) {
                for (int j = k + 1; j < criteria.size(); j++) {
                    double detour = ratios[i][k] * ratios[k][j];
                    double off = Math.min(Math.abs(1 - ratios[i][j] / detour), Math.abs(1 - detour / ratios[i][j]));
                    if (off > most) {
                        most = off;
                        triad = List.of(criteria.get(i), criteria.get(k), criteria.get(j));
                    }
                }
            }
        }
        return new AhpWeights(weights, lambda, index, ratio, triad, most);
    }

    /** Powers of a positive matrix turn every positive vector towards the principal one (Perron). */
    private double[] eigenvector() {
        double[] w = new double[ratios.length];
        Arrays.fill(w, 1.0 / w.length);
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] next = times(w);
            double sum = Arrays.stream(next).sum();
            double change = 0;
            for (int i = 0; i < w.length; i++) {
                next[i] /= sum;
                change = Math.max(change, Math.abs(next[i] - w[i]) / next[i]);
            }
            w = next;
            if (change <= 1e-15) {
                break;
            }
        }
        return w;
    }

    private double[] times(double[] w) {
        double[] product = new double[w.length];
        for (int i = 0; i < w.length; i++) {
            for (int j = 0; j < w.length; j++) {
                product[i] += ratios[i][j] * w[j];
            }
        }
        return product;
    }

    /** {@return the criteria} */
    @Override
    public String toString() {
        return "PairwiseComparisons" + criteria;
    }
}
