package io.lendcrm.scoring.risk.trees;

import java.util.Arrays;

/** The nodes of a tree as columns. A leaf's feature is -1. The builder fills them; afterwards nobody changes them. */
final class TreeNodes {

    final NodeTest[] test;
    final int[] feature;
    final double[] threshold;
    final CodeSet[] members;
    final int[] yes;
    final int[] no;
    final int[] missing;
    final boolean[] zeroIsMissing;
    final double[] value;
    final int[] number;
    final double[] cover;
    final boolean[] described;

    TreeNodes(int nodes) {
        test = new NodeTest[nodes];
        feature = new int[nodes];
        threshold = new double[nodes];
        members = new CodeSet[nodes];
        yes = new int[nodes];
        no = new int[nodes];
        missing = new int[nodes];
        zeroIsMissing = new boolean[nodes];
        value = new double[nodes];
        number = new int[nodes];
        cover = new double[nodes];
        described = new boolean[nodes];
        Arrays.fill(test, NodeTest.BELOW);
        Arrays.fill(feature, -1);
        Arrays.fill(members, CodeSet.EMPTY);
    }

    int size() {
        return feature.length;
    }

    /** A copy of some nodes, in the order of their numbers, numbered anew. */
    TreeNodes only(int[] nodes) {
        int[] kept = nodes.clone();
        Arrays.sort(kept);
        int[] place = new int[size()];
        for (int i = 0; i < kept.length; i++) {
            place[kept[i]] = i;
        }
        TreeNodes part = new TreeNodes(kept.length);
        for (int i = 0; i < kept.length; i++) {
            int node = kept[i];
            part.test[i] = test[node];
            part.feature[i] = feature[node];
            part.threshold[i] = threshold[node];
            part.members[i] = members[node];
            part.yes[i] = place[yes[node]];
            part.no[i] = place[no[node]];
            part.missing[i] = place[missing[node]];
            part.zeroIsMissing[i] = zeroIsMissing[node];
            part.value[i] = value[node];
            part.number[i] = number[node];
            part.cover[i] = cover[node];
            part.described[i] = true;
        }
        return part;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TreeNodes that
                && Arrays.equals(feature, that.feature)
                && Arrays.equals(test, that.test)
                && Arrays.equals(threshold, that.threshold)
                && Arrays.equals(members, that.members)
                && Arrays.equals(yes, that.yes)
                && Arrays.equals(no, that.no)
                && Arrays.equals(missing, that.missing)
                && Arrays.equals(zeroIsMissing, that.zeroIsMissing)
                && Arrays.equals(value, that.value)
                && Arrays.equals(number, that.number)
                && Arrays.equals(cover, that.cover);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(threshold) + Arrays.hashCode(value);
    }
}
