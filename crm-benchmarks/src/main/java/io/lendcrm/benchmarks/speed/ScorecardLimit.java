package io.lendcrm.benchmarks.speed;

import io.lendcrm.scoring.risk.scorecard.Characteristic;
import io.lendcrm.scoring.risk.scorecard.Scorecard;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What one card of eight numbers with five cuts and four categories with five levels costs at least: cuts counted by
 * conditional adds, a leading -∞ for missing values; losses ranked beforehand, one bit each in 128. No value is checked.
 */
final class ScorecardLimit {

    private final double base;
    private final double[] cuts = new double[8 * 6];
    private final double[] points = new double[12 * 8];
    private final long[] low = new long[12 * 8];
    private final long[] high = new long[12 * 8];
    private final int[] reasonOfRank;
    private final String[] names;
    private final Map<String, Double> codes = new HashMap<>();

    ScorecardLimit(Scorecard card) {
        base = card.base();
        names = card.schema().names().toArray(String[]::new);
        double[] loss = new double[points.length];
        for (int c = 0; c < 12; c++) {
            Characteristic line = card.characteristics().get(c);
            if (c < 8) {
                cuts[c * 6] = Double.NEGATIVE_INFINITY;
                System.arraycopy(line.bins().cuts(), 0, cuts, c * 6 + 1, 5);
            }
            double best = Arrays.stream(line.points()).max().orElseThrow();
            int kinds = c < 8 ? 6 : 5;
            for (int slot = 0; slot <= kinds; slot++) {
                points[c * 8 + slot] = line.points(slot == 0 ? line.bins().missingBin() : slot - 1);
                loss[c * 8 + slot] = best - points[c * 8 + slot];
            }
        }
        List<String> levels = card.schema().feature(8).levels();
        levels.forEach(level -> codes.put(level, (double) levels.indexOf(level)));
        int[] order = IntStream.range(0, loss.length)
                .filter(slot -> loss[slot] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble(slot -> -loss[slot]))
                .mapToInt(Integer::intValue)
                .toArray();
        reasonOfRank = new int[order.length];
        for (int rank = 0; rank < order.length; rank++) {
            (rank < 64 ? low : high)[order[rank]] = 1L << rank;
            reasonOfRank[rank] = order[rank] / 8;
        }
    }

    double score(double[] row) {
        double[] c = cuts;
        double sum = base;
        for (int k = 0; k < 8; k++) {
            sum += points[(k << 3) + count(c, k * 6, row[k])];
        }
        for (int k = 8; k < 12; k++) {
            sum += points[(k << 3) + (int) (row[k] + 1)];
        }
        return sum;
    }

    private static int count(double[] c, int at, double x) {
        int count = c[at] <= x ? 1 : 0;
        count += c[at + 1] <= x ? 1 : 0;
        count += c[at + 2] <= x ? 1 : 0;
        count += c[at + 3] <= x ? 1 : 0;
        count += c[at + 4] <= x ? 1 : 0;
        return count + (c[at + 5] <= x ? 1 : 0);
    }

    double score(double[] row, int[] reasons) {
        double[] c = cuts;
        double sum = base;
        long first = 0;
        long second = 0;
        for (int k = 0; k < 12; k++) {
            int slot = (k << 3) + (k < 8 ? count(c, k * 6, row[k]) : (int) (row[k] + 1));
            sum += points[slot];
            first |= low[slot];
            second |= high[slot];
        }
        for (int i = 0; i < 4; i++) {
            if (first != 0) {
                reasons[i] = reasonOfRank[Long.numberOfTrailingZeros(first)];
                first &= first - 1;
            } else if (second != 0) {
                reasons[i] = reasonOfRank[64 + Long.numberOfTrailingZeros(second)];
                second &= second - 1;
            } else {
                reasons[i] = -1;
            }
        }
        return sum;
    }

    double score(Map<String, Object> client) {
        double sum = base;
        for (int k = 0; k < 8; k++) {
            @Nullable Object value = client.get(names[k]);
            sum += points[(k << 3) + count(cuts, k * 6, value == null ? Double.NaN : (Double) value)];
        }
        for (int k = 8; k < 12; k++) {
            @Nullable Object value = client.get(names[k]);
            @Nullable Double code = value == null ? null : codes.get(value);
            sum += points[(k << 3) + (code == null ? 0 : 1 + code.intValue())];
        }
        return sum;
    }
}
