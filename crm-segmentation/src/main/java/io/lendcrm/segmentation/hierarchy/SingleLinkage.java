package io.lendcrm.segmentation.hierarchy;

import io.lendcrm.core.model.Run;
import java.util.Arrays;
import java.util.concurrent.CancellationException;

/** Single linkage is the minimum spanning tree (Gower and Ross 1969), which Prim's algorithm finds without a matrix. */
final class SingleLinkage {

    private SingleLinkage() {}

    static MergeList merges(Pairs pairs, Run run) {
        int n = pairs.rows();
        MergeList merges = new MergeList(n);
        double[] least = new double[n];
        int[] from = new int[n];
        int[] open = new int[n - 1];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        for (int i = 1; i < n; i++) {
            open[i - 1] = i;
        }
        int last = 0;
        for (int left = n - 1; left > 0; left--) {
            if (run.cancelled().getAsBoolean()) {
                throw new CancellationException("the fit was cancelled");
            }
            int nearest = 0;
            for (int o = 0; o < left; o++) {
                int row = open[o];
                double distance = pairs.between(last, row);
                if (distance < least[row]) {
                    least[row] = distance;
                    from[row] = last;
                }
                if (least[row] < least[open[nearest]]) {
                    nearest = o;
                }
            }
            last = open[nearest];
            open[nearest] = open[left - 1];
            merges.add(from[last], last, least[last]);
        }
        return merges;
    }
}
