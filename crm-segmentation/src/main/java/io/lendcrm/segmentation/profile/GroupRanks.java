package io.lendcrm.segmentation.profile;

import io.lendcrm.segmentation.preparation.CompensatedSum;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** How much of numbers lies between groups. */
final class GroupRanks {

    private GroupRanks() {}

    /**
     * H = (12 / (n (n + 1)) Σ R² / size − 3 (n + 1)) / (1 − Σ (t³ − t) / (n³ − n)) over the sums R of the groups' ranks and
     * the runs of t ties, which have their mean rank (Kruskal and Wallis, JASA 47, 1952).
     */
    static double kruskalWallis(double[] values, int[] group, int groups) {
        Integer[] order = IntStream.range(0, values.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(row -> values[row]));
        double[] sums = new double[groups];
        int[] sizes = new int[groups];
        double ties = 0;
        for (int from = 0, to; from < order.length; from = to) {
            to = from + 1;
            while (to < order.length && values[order[to]] == values[order[from]]) {
                to++;
            }
            double equal = to - from;
            for (int i = from; i < to; i++) {
                sums[group[order[i]]] += (from + 1 + to) / 2.0;
                sizes[group[order[i]]]++;
            }
            ties += equal * equal * equal - equal;
        }
        double n = Arrays.stream(sizes).sum();
        double squares = 0;
        for (int g = 0; g < sums.length; g++) {
            squares += sizes[g] == 0 ? 0 : sums[g] * sums[g] / sizes[g];
        }
        return (12 / (n * (n + 1)) * squares - 3 * (n + 1)) / (1 - ties / (n * n * n - n));
    }

    static double etaSquared(double[] values, int[] group, int groups) {
        CompensatedSum[] sums =
                IntStream.range(0, groups).mapToObj(g -> new CompensatedSum()).toArray(CompensatedSum[]::new);
        int[] sizes = new int[groups];
        CompensatedSum whole = new CompensatedSum();
        for (int i = 0; i < values.length; i++) {
            sums[group[i]].add(values[i]);
            whole.add(values[i]);
            sizes[group[i]]++;
        }
        double mean = whole.value() / values.length;
        CompensatedSum total = new CompensatedSum();
        for (double value : values) {
            total.add((value - mean) * (value - mean));
        }
        double between = 0;
        for (int g = 0; g < groups; g++) {
            double shift = sizes[g] == 0 ? 0 : sums[g].value() / sizes[g] - mean;
            between += sizes[g] * shift * shift;
        }
        boolean single = Arrays.stream(sizes).filter(size -> size > 0).count() < 2;
        return single || !(total.value() > 0) ? Double.NaN : Math.min(1, between / total.value());
    }
}
