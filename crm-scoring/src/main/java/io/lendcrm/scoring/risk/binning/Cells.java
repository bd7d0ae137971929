package io.lendcrm.scoring.risk.binning;

import java.util.Arrays;

/**
 * What an algorithm cuts: values in ascending order with their goods and bads, specials and missing ones taken out. Levels
 * stand as 0, 1, 2, …, in their own order or in that of their bad rates. Immutable, though its arrays are shared.
 *
 * @param values ascending
 * @param good goods of each
 * @param bad bads of each
 * @param levels whether the values stand for levels
 * @param totalGood all goods of the variable, specials and missing ones too
 * @param totalBad all bads
 */
@SuppressWarnings("ArrayRecordComponent") // seen by its maker alone, never compared
record Cells(double[] values, double[] good, double[] bad, boolean levels, double totalGood, double totalBad) {

    int size() {
        return values.length;
    }

    double rows(int cell) {
        return good[cell] + bad[cell];
    }

    double totalRows() {
        return totalGood + totalBad;
    }

    /** The same rows, pooled between cuts: cell k holds the values from cut k − 1 to cut k. */
    Cells pooled(double[] cuts) {
        double[] sumGood = new double[cuts.length + 1];
        double[] sumBad = new double[cuts.length + 1];
        int at = 0;
        for (int i = 0; i < values.length; i++) {
            while (at < cuts.length && cuts[at] <= values[i]) {
                at++;
            }
            sumGood[at] += good[i];
            sumBad[at] += bad[i];
        }
        return new Cells(new double[cuts.length + 1], sumGood, sumBad, levels, totalGood, totalBad);
    }

    /** Halfway between two neighbouring values; the upper one if no number lies between. */
    double between(int lower) {
        double middle = values[lower] / 2 + values[lower + 1] / 2;
        return middle > values[lower] ? middle : values[lower + 1];
    }

    /** Every place where values can be parted. */
    double[] everyCut() {
        double[] cuts = new double[Math.max(0, values.length - 1)];
        Arrays.setAll(cuts, this::between);
        return cuts;
    }
}
