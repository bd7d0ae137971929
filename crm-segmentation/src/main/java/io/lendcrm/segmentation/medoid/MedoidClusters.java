package io.lendcrm.segmentation.medoid;

import io.lendcrm.segmentation.preparation.CompensatedSum;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Medoids with the sizes of their clusters, the sums of distances to them, and how far a client may be to count as inside. */
final class MedoidClusters {

    final double[][] medoids;
    final long[] sizes;
    final double[] sums;
    final double[] limits;

    MedoidClusters(double[][] medoids, long[] sizes, double[] sums, double[] limits) {
        this.medoids = medoids;
        this.sizes = sizes;
        this.sums = sums;
        this.limits = limits;
    }

    /** Largest cluster first, of equal ones the one whose medoid stands first in the table. */
    static MedoidClusters of(Rows rows, Measure measure, int[] medoids, double inside) {
        int[] order = medoids.clone();
        Arrays.sort(order);
        int k = order.length;
        int[] own = new int[rows.size()];
        double[] distance = new double[own.length];
        long[] sizes = new long[k];
        CompensatedSum[] sums =
                IntStream.range(0, k).mapToObj(c -> new CompensatedSum()).toArray(CompensatedSum[]::new);
        for (int i = 0; i < own.length; i++) {
            distance[i] = Double.POSITIVE_INFINITY;
            for (int c = 0; c < k; c++) {
                double d = order[c] == i ? 0 : measure.between(rows.places.get(i), rows.places.get(order[c]));
                if (d < distance[i]) {
                    distance[i] = d;
                    own[i] = c;
                }
            }
            sizes[own[i]] += rows.weight[i];
            sums[own[i]].add(rows.weight[i] * distance[i]);
        }
        Integer[] bySize = IntStream.range(0, k)
                .boxed()
                .sorted(Comparator.comparingLong(c -> -sizes[c]))
                .toArray(Integer[]::new);
        double[][] values = new double[k][];
        long[] size = new long[k];
        double[] sum = new double[k];
        double[] limit = new double[k];
        for (int c = 0; c < k; c++) {
            int from = bySize[c];
            values[c] = rows.values.get(order[from]);
            size[c] = sizes[from];
            sum[c] = sums[from].value();
            limit[c] = quantile(rows, own, distance, from, sizes[from], inside);
        }
        return new MedoidClusters(values, size, sum, limit);
    }

    /** The distance of the ⌈inside · size⌉-th nearest client of a cluster. */
    private static double quantile(Rows rows, int[] own, double[] distance, int cluster, long size, double inside) {
        List<Integer> members = new ArrayList<>();
        for (int i = 0; i < own.length; i++) {
            if (own[i] == cluster) {
                members.add(i);
            }
        }
        members.sort(Comparator.comparingDouble(i -> distance[i]));
        long wanted = (long) Math.ceil(inside * size);
        double limit = 0;
        long seen = 0;
        for (int i = 0; i < members.size() && seen < wanted; i++) {
            limit = distance[members.get(i)];
            seen += rows.weight[members.get(i)];
        }
        return limit;
    }

    double meanDistance() {
        CompensatedSum sum = new CompensatedSum();
        for (double s : sums) {
            sum.add(s);
        }
        return sum.value() / Arrays.stream(sizes).sum();
    }
}
