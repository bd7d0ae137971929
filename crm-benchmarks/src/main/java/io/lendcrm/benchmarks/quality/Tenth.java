package io.lendcrm.benchmarks.quality;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * About a tenth of the clients, alike in a score.
 *
 * @param clients how many
 * @param score their mean score
 * @param forecast the mean of their forecast probability to purchase in the holdout
 * @param returned the share of them that did
 */
record Tenth(int clients, double score, double forecast, double returned) {

    /**
     * The clients by ascending score, cut where a tenth of them is full. Clients of one score stay together, so that groups
     * may be larger than a tenth and fewer than ten; the last may be smaller.
     */
    static List<Tenth> of(double[] score, double[] forecast, SplitBook book) {
        int[] order = IntStream.range(0, score.length)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> score[row]))
                .mapToInt(Integer::intValue)
                .toArray();
        List<Tenth> tenths = new ArrayList<>();
        int from = 0;
        for (int to = 1; to <= order.length; to++) {
            boolean last = to == order.length;
            boolean full = 10L * (to - from) >= order.length;
            if (last || (full && score[order[to]] > score[order[to - 1]])) {
                tenths.add(mean(order, from, to, score, forecast, book));
                from = to;
            }
        }
        return tenths;
    }

    private static Tenth mean(int[] order, int from, int to, double[] score, double[] forecast, SplitBook book) {
        double scores = 0;
        double forecasts = 0;
        int returned = 0;
        for (int i = from; i < to; i++) {
            int row = order[i];
            scores += score[row];
            forecasts += forecast[row];
            returned += book.holdout(row) > 0 ? 1 : 0;
        }
        int clients = to - from;
        return new Tenth(clients, scores / clients, forecasts / clients, (double) returned / clients);
    }
}
