package io.lendcrm.segmentation.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.model.Run;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class HdbscanProperties {

    @Property(tries = 150)
    void theSpanningTreeWeighsAsMuchAsPrims(
            @ForAll @IntRange(min = 2, max = 200) int n,
            @ForAll @IntRange(min = 1, max = 5) int d,
            @ForAll @IntRange(min = 2, max = 1000) int most,
            @ForAll @IntRange(min = 1, max = 12) int minPoints,
            @ForAll @LongRange(min = 1, max = 1000) long seed) {
        FeatureTable table = Plane.lattice(Math.max(n, minPoints), d, most, seed);
        DistinctRows rows = DistinctRows.of(table.toColumns());
        KdTree tree = new KdTree(rows.x(), d);
        DistinctRows placed = rows.only(tree.order);
        CoreDistance distance = new CoreDistance(tree, placed.clients(), minPoints);
        double[] core = new double[tree.n];
        for (int p = 0; p < tree.n; p++) {
            core[p] = distance.of(tree.x, p * d);
            assertThat(core[p]).isEqualTo(sortedCore(placed, p, minPoints));
        }
        double[] length = new SpanningTree(tree, core, Run.sequential()).length;
        assertThat(length).isSorted();
        double[] prim = prim(placed, core);
        Arrays.sort(prim);
        assertThat(length).containsExactly(prim, within(0.0));
    }

    @Property(tries = 100)
    void fittedClientsGetTheirClustersInAnyOrderOfRows(
            @ForAll @IntRange(min = 20, max = 250) int n,
            @ForAll @IntRange(min = 1, max = 3) int d,
            @ForAll @IntRange(min = 3, max = 60) int most,
            @ForAll @IntRange(min = 2, max = 8) int minSize,
            @ForAll @LongRange(min = 1, max = 1000) long seed) {
        FeatureTable table = Plane.lattice(n, d, most, seed);
        HdbscanModel one = Hdbscan.of(minSize).fit(table);
        int[] segment = one.assign(table).segmentOfRows();
        for (int s = 0; s < one.segments().size(); s++) {
            int place = s;
            assertThat(Arrays.stream(segment).filter(own -> own == place).count())
                    .isEqualTo(one.segments().get(s).clients())
                    .isGreaterThanOrEqualTo(minSize);
        }
        int[] order = Plane.order(n, seed);
        FeatureTable permuted = Plane.permuted(table, order);
        HdbscanModel two = Hdbscan.of(minSize).fit(permuted);
        int[] other = two.assign(permuted).segmentOfRows();
        for (int i = 0; i < n; i++) {
            assertThat(other[i]).isEqualTo(segment[order[i]]);
            assertThat(two.outlierScore(permuted.row(i)).orElseThrow())
                    .isEqualTo(one.outlierScore(table.row(order[i])).orElseThrow());
            assertThat(two.strength(permuted.row(i)).orElseThrow())
                    .isEqualTo(one.strength(table.row(order[i])).orElseThrow());
        }
    }

    private static double sortedCore(DistinctRows rows, int p, int minPoints) {
        double[] all = new double[Arrays.stream(rows.clients()).sum()];
        int at = 0;
        for (int q = 0; q < rows.rows(); q++) {
            double squared = squared(rows, p, q);
            Arrays.fill(all, at, at + rows.clients()[q], squared);
            at += rows.clients()[q];
        }
        Arrays.sort(all);
        return all[minPoints - 1];
    }

    private static double[] prim(DistinctRows rows, double[] core) {
        int n = rows.rows();
        double[] least = new double[n];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        boolean[] in = new boolean[n];
        double[] lengths = new double[n - 1];
        int last = 0;
        in[0] = true;
        for (int e = 0; e < n - 1; e++) {
            int next = -1;
            for (int q = 0; q < n; q++) {
                if (!in[q]) {
                    least[q] = Math.min(least[q], Math.max(squared(rows, last, q), Math.max(core[last], core[q])));
                    next = next < 0 || least[q] < least[next] ? q : next;
                }
            }
            lengths[e] = Math.sqrt(least[next]);
            in[next] = true;
            last = next;
        }
        return lengths;
    }

    private static double squared(DistinctRows rows, int p, int q) {
        int d = rows.d();
        return Plane.squared(
                Arrays.copyOfRange(rows.x(), p * d, (p + 1) * d), Arrays.copyOfRange(rows.x(), q * d, (q + 1) * d));
    }
}
