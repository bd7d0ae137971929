package io.lendcrm.scoring.risk.scorecard;

import io.lendcrm.core.feature.BoundTable;
import java.util.Arrays;
import java.util.List;

/** Scores many rows column by column, in the order in which one row is added up, so that the bits are the same. */
final class BatchCard {

    private static final int BLOCK = 512;
    private static final int BYTES = 256;

    private final FlatCard card;
    private final int[] order;
    private final double[][] byBin;

    BatchCard(FlatCard card, List<Characteristic> characteristics) {
        this.card = card;
        this.order = new int[characteristics.size()];
        this.byBin = new double[order.length][];
        for (int k = 0; k < order.length; k++) {
            order[k] = k < card.numericCount() ? card.numericAt(k) : card.levelAt(k - card.numericCount());
            double[] points = characteristics.get(order[k]).points();
            byBin[k] = Arrays.copyOf(points, Math.max(BYTES, points.length));
            Arrays.fill(byBin[k], points.length, byBin[k].length, Double.NaN);
        }
    }

    void score(double[][] columns, int from, int to, double[] scores) {
        for (int at = from; at < to; at += BLOCK) {
            int end = Math.min(to, at + BLOCK);
            Arrays.fill(scores, at, end, card.base());
            for (int k = 0; k < card.numericCount(); k++) {
                card.addNumeric(k, columns[card.numericAt(k)], at, scores, at, end);
            }
            for (int k = 0; k < card.levelCount(); k++) {
                card.addLevels(k, columns[card.levelAt(k)], at, scores, at, end);
            }
        }
    }

    void score(BoundTable table, int from, int to, double[] scores) {
        double[] block = new double[BLOCK];
        for (int at = from; at < to; at += BLOCK) {
            int end = Math.min(to, at + BLOCK);
            Arrays.fill(scores, at, end, card.base());
            for (int k = 0; k < card.numericCount(); k++) {
                table.copyColumn(card.numericAt(k), at, end, block);
                card.addNumeric(k, block, 0, scores, at, end);
            }
            for (int k = 0; k < card.levelCount(); k++) {
                table.copyColumn(card.levelAt(k), at, end, block);
                card.addLevels(k, block, 0, scores, at, end);
            }
        }
    }

    /** Four columns at a time: a score is read and written less often. */
    void scoreBins(byte[][] bins, int from, int to, double[] scores) {
        for (int at = from; at < to; at += BLOCK) {
            int end = Math.min(to, at + BLOCK);
            Arrays.fill(scores, at, end, card.base());
            int k = 0;
            for (; k + 3 < order.length; k += 4) {
                addFour(k, bins, scores, at, end);
            }
            for (; k < order.length; k++) {
                addOne(byBin[k], bins[order[k]], scores, at, end);
            }
        }
    }

    private void addFour(int k, byte[][] bins, double[] scores, int from, int to) {
        double[] p0 = byBin[k];
        double[] p1 = byBin[k + 1];
        double[] p2 = byBin[k + 2];
        double[] p3 = byBin[k + 3];
        byte[] b0 = bins[order[k]];
        byte[] b1 = bins[order[k + 1]];
        byte[] b2 = bins[order[k + 2]];
        byte[] b3 = bins[order[k + 3]];
        for (int i = from; i < to; i++) {
            scores[i] = scores[i] + p0[b0[i] & 0xFF] + p1[b1[i] & 0xFF] + p2[b2[i] & 0xFF] + p3[b3[i] & 0xFF];
        }
    }

    private static void addOne(double[] points, byte[] bins, double[] scores, int from, int to) {
        for (int i = from; i < to; i++) {
            scores[i] += points[bins[i] & 0xFF];
        }
    }

    /** The bins of a table, column by column in the order of the card. */
    byte[][] bins(BoundTable table) {
        byte[][] bins = new byte[order.length][table.rows()];
        for (int c = 0; c < bins.length; c++) {
            for (int row = 0; row < bins[c].length; row++) {
                bins[c][row] = (byte) card.bin(card.slot(c, table.value(row, c)));
            }
        }
        return bins;
    }
}
