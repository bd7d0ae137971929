package io.lendcrm.scoring.proof.fairness;

import io.lendcrm.scoring.likelihood.ChiSquareTest;

/**
 * How strongly two groupings hang together, such as the bins of a characteristic and a protected attribute: one that tells
 * the group well can stand in for it in a model that never sees the attribute. Immutable and thread-safe.
 *
 * <p>Sources: Cramér, Mathematical Methods of Statistics (1946); Bergsma, Journal of the Korean Statistical Society 42
 * (2013) 323-328, for the correction.
 *
 * @param rows how many rows were counted, above 1
 * @param first how many classes of the first grouping have rows, at least 2
 * @param second how many classes of the second grouping have rows, at least 2
 * @param independence Pearson's test of their independence, without Yates' correction
 */
public record Association(long rows, int first, int second, ChiSquareTest independence) {

    public Association {
        twoClasses(first, second);
        if (rows < 2) {
            throw new IllegalArgumentException("rows must be at least 2, found " + rows);
        }
    }

    /**
     * The association of counts. Classes without a row are left out.
     *
     * @param counts how many rows of each class of the first grouping are in each class of the second; not negative
     * @return the association
     * @throws IllegalArgumentException if lengths differ, a count is negative, or fewer than two classes of a grouping have
     *     rows
     */
    public static Association of(long[][] counts) {
        int columns = counts.length == 0 ? 0 : counts[0].length;
        long[] ofFirst = new long[counts.length];
        long[] ofSecond = new long[columns];
        long rows = 0;
        for (int i = 0; i < counts.length; i++) {
            if (counts[i].length != columns) {
                throw new IllegalArgumentException(
                        "each class must have " + columns + " counts, found " + counts[i].length);
            }
            for (int j = 0; j < columns; j++) {
                if (counts[i][j] < 0) {
                    throw new IllegalArgumentException("counts must not be negative, found " + counts[i][j]);
                }
                ofFirst[i] += counts[i][j];
                ofSecond[j] += counts[i][j];
                rows += counts[i][j];
            }
        }
        int first = used(ofFirst);
        int second = used(ofSecond);
        twoClasses(first, second);
        double statistic = 0;
        for (int i = 0; i < counts.length; i++) {
            for (int j = 0; j < columns; j++) {
                double expected = (double) ofFirst[i] * ofSecond[j] / rows;
                statistic += expected == 0 ? 0 : (counts[i][j] - expected) * (counts[i][j] - expected) / expected;
            }
        }
        return new Association(rows, first, second, ChiSquareTest.of(statistic, (first - 1) * (second - 1)));
    }

    /**
     * How well a class of each row tells its group.
     *
     * @param attribute the group of each row
     * @param classes the class of each row, such as the bin of a characteristic, from 0
     * @return the association
     * @throws IllegalArgumentException if lengths differ, a class is negative, or all rows are of one class
     */
    public static Association of(ProtectedAttribute attribute, int[] classes) {
        if (classes.length != attribute.rows()) {
            throw new IllegalArgumentException(
                    "classes must have " + attribute.rows() + " rows, found " + classes.length);
        }
        int most = 0;
        for (int row = 0; row < classes.length; row++) {
            if (classes[row] < 0 || classes[row] >= classes.length) {
                throw new IllegalArgumentException("class must be within [0, " + (classes.length - 1) + "], found "
                        + classes[row] + " in row " + (row + 1));
            }
            most = Math.max(most, classes[row]);
        }
        long[][] counts = new long[most + 1][attribute.groups().size()];
        for (int row = 0; row < classes.length; row++) {
            counts[classes[row]][attribute.group(row)]++;
        }
        return of(counts);
    }

    private static void twoClasses(int first, int second) {
        if (first < 2 || second < 2) {
            throw new IllegalArgumentException(
                    "both groupings must have rows in at least 2 classes, found " + first + " and " + second);
        }
    }

    private static int used(long[] totals) {
        int used = 0;
        for (long total : totals) {
            used += total > 0 ? 1 : 0;
        }
        return used;
    }

    /** {@return Cramér's V, {@code sqrt(χ²/n / min(r - 1, c - 1))}, from 0 (independent) to 1 (one tells the other)} */
    public double cramersV() {
        return Math.min(1, Math.sqrt(independence.statistic() / rows / (Math.min(first, second) - 1)));
    }

    /** {@return Cramér's V less what it is above 0 by chance in a sample of this size (Bergsma), within [0, 1]} */
    public double corrected() {
        double n = rows - 1.0;
        double excess = Math.max(0, independence.statistic() / rows - (first - 1.0) * (second - 1.0) / n);
        double narrower = Math.min(shrunk(first, n), shrunk(second, n));
        return narrower <= 0 ? 0 : Math.min(1, Math.sqrt(excess / narrower));
    }

    private static double shrunk(int classes, double n) {
        return classes - 1 - (classes - 1.0) * (classes - 1.0) / n;
    }
}
