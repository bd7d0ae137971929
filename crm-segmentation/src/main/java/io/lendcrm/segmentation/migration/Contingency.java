package io.lendcrm.segmentation.migration;

import io.lendcrm.segmentation.Assignments;
import io.lendcrm.segmentation.validity.Agreement;
import io.lendcrm.segmentation.validity.Labels;
import java.util.stream.IntStream;

/** What two segmentations make of the same rows. */
final class Contingency {

    private Contingency() {}

    static long[][] of(Assignments old, Assignments found) {
        long[][] counts = new long[old.segments().size()][found.segments().size()];
        for (int row = 0; row < old.rows(); row++) {
            if (old.segment(row) >= 0 && found.segment(row) >= 0) {
                counts[old.segment(row)][found.segment(row)]++;
            }
        }
        return counts;
    }

    static long[][] sum(long[][] one, long[][] other) {
        long[][] sum = new long[one.length][];
        for (int i = 0; i < one.length; i++) {
            sum[i] = one[i].clone();
            for (int j = 0; j < sum[i].length; j++) {
                sum[i][j] += other[i][j];
            }
        }
        return sum;
    }

    static double adjustedRand(Assignments old, Assignments found) {
        int[] rows = IntStream.range(0, old.rows())
                .filter(row -> old.segment(row) >= 0 && found.segment(row) >= 0)
                .toArray();
        if (rows.length < 2) {
            throw new IllegalArgumentException(
                    "at least two rows of now must be assigned by both models, found " + rows.length);
        }
        return Agreement.of(labels(old, rows), labels(found, rows)).adjustedRand();
    }

    private static Labels labels(Assignments assigned, int[] rows) {
        int[] used = IntStream.of(rows).map(assigned::segment).distinct().toArray();
        int[] label = new int[assigned.segments().size()];
        IntStream.range(0, used.length).forEach(c -> label[used[c]] = c);
        return Labels.of(
                IntStream.of(rows).map(row -> label[assigned.segment(row)]).toArray());
    }
}
