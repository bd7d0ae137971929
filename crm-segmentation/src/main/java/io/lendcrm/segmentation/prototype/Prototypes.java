package io.lendcrm.segmentation.prototype;

/** K prototypes: centres (k times p coordinates) and modes (k times q codes; those of no known level match nothing). */
final class Prototypes {

    /** The mode of a feature without any known level. */
    static final int NO_MODE = -2;

    final int k;
    final double[] centres;
    final int[] modes;

    Prototypes(int k, double[] centres, int[] modes) {
        this.k = k;
        this.centres = centres;
        this.modes = modes;
    }

    static Prototypes empty(MixedRows rows, int k) {
        return new Prototypes(k, new double[k * rows.p], new int[k * rows.q]);
    }

    Prototypes copy() {
        return new Prototypes(k, centres.clone(), modes.clone());
    }

    /** Makes a row a prototype. */
    void put(int cluster, MixedRows rows, int row) {
        System.arraycopy(rows.x, row * rows.p, centres, cluster * rows.p, rows.p);
        for (int j = 0; j < rows.q; j++) {
            int code = rows.code[row * rows.q + j];
            modes[cluster * rows.q + j] = code == MixedRows.UNSEEN ? NO_MODE : code;
        }
    }

    double distance(MixedRows rows, int row, int cluster) {
        return rows.squared(row, centres, cluster) + rows.gamma * rows.mismatches(row, modes, cluster);
    }
}
