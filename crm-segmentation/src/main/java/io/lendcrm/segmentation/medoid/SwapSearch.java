package io.lendcrm.segmentation.medoid;

import io.lendcrm.core.model.FitException;
import io.lendcrm.core.model.Run;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;

/**
 * Medoids of at most some thousand rows, whose distances are kept: eager swaps with the loss of every removal in view
 * (FasterPAM: Schubert and Rousseeuw, Information Systems 101, 2021), from BUILD (Kaufman and Rousseeuw 1990) and from random
 * medoids.
 */
final class SwapSearch {

    private static final double ROUNDING = 1e-12;

    private final int n;
    private final int k;
    private final int[] weight;
    private final double[] distance;
    private final Run run;

    /** Medoids and the sum of weighted distances to the nearest. */
    static final class Medoids {

        final int[] rows;
        final double cost;

        Medoids(int[] rows, double cost) {
            this.rows = rows;
            this.cost = cost;
        }
    }

    SwapSearch(double[][] places, int[] weight, Measure measure, int k, Run run) {
        this.n = places.length;
        this.k = k;
        this.weight = weight;
        this.run = run;
        this.distance = new double[(int) ((long) n * (n - 1) / 2)];
        run.each(n, i -> {
            int at = (int) ((long) i * (i - 1) / 2);
            for (int j = 0; j < i; j++) {
                distance[at + j] = measure.between(places[i], places[j]);
            }
        });
        for (double d : distance) {
            if (!(d < Double.POSITIVE_INFINITY)) {
                throw new FitException(
                        KMedoidsModel.TYPE,
                        "two rows have no distance: no feature is known in both, or their difference exceeds a double",
                        "fewer missing values, or features on a smaller scale");
            }
        }
    }

    private double distance(int i, int j) {
        return i > j ? distance[i * (i - 1) / 2 + j] : i == j ? 0 : distance[j * (j - 1) / 2 + i];
    }

    Medoids fromBuild() {
        int[] medoids = new int[k];
        double[] nearest = new double[n];
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        for (int c = 0; c < k; c++) {
            int best = -1;
            double least = Double.POSITIVE_INFINITY;
            for (int candidate = 0; candidate < n; candidate++) {
                double cost = 0;
                for (int i = 0; i < n && cost < least; i++) {
                    cost += weight[i] * Math.min(nearest[i], distance(i, candidate));
                }
                if (cost < least) {
                    least = cost;
                    best = candidate;
                }
            }
            medoids[c] = best;
            for (int i = 0; i < n; i++) {
                nearest[i] = Math.min(nearest[i], distance(i, best));
            }
        }
        return swap(medoids);
    }

    Medoids fromRandom(SplittableRandom random) {
        int[] rows = new int[n];
        Arrays.setAll(rows, i -> i);
        for (int c = 0; c < k; c++) {
            int other = c + random.nextInt(n - c);
            int row = rows[c];
            rows[c] = rows[other];
            rows[other] = row;
        }
        return swap(Arrays.copyOf(rows, k));
    }

    /** Swaps until no swap of a medoid for a row lowers the cost. */
    Medoids swap(int[] start) {
        State state = new State(start.clone());
        boolean[] medoid = new boolean[n];
        for (int row : start) {
            medoid[row] = true;
        }
        double[] loss = new double[k];
        int unchanged = 0;
        for (int candidate = 0; unchanged < n; candidate = (candidate + 1) % n) {
            if (candidate == 0 && run.cancelled().getAsBoolean()) {
                throw new CancellationException("the fit was cancelled");
            }
            unchanged++;
            if (!medoid[candidate]) {
                int gone = state.bestSwap(candidate, loss);
                if (gone >= 0) {
                    medoid[state.medoids[gone]] = false;
                    medoid[candidate] = true;
                    state.swap(gone, candidate);
                    unchanged = 0;
                }
            }
        }
        return new Medoids(state.medoids, state.cost);
    }

    /** Each row's nearest and second nearest medoid. */
    private final class State {

        private final int[] medoids;
        private final int[] first = new int[n];
        private final int[] second = new int[n];
        private final double[] near = new double[n];
        private final double[] far = new double[n];
        private final double[] removal = new double[k];
        private double cost;

        State(int[] medoids) {
            this.medoids = medoids;
            for (int i = 0; i < n; i++) {
                rank(i);
            }
            sum();
        }

        private void rank(int i) {
            near[i] = Double.POSITIVE_INFINITY;
            far[i] = Double.POSITIVE_INFINITY;
            first[i] = -1;
            second[i] = -1;
            for (int c = 0; c < k; c++) {
                double d = distance(i, medoids[c]);
                if (d < near[i]) {
                    far[i] = near[i];
                    second[i] = first[i];
                    near[i] = d;
                    first[i] = c;
                } else if (d < far[i]) {
                    far[i] = d;
                    second[i] = c;
                }
            }
        }

        /** What the cost would rise by if a medoid went and none came. */
        private void sum() {
            Arrays.fill(removal, 0);
            cost = 0;
            for (int i = 0; i < n; i++) {
                cost += weight[i] * near[i];
                removal[first[i]] += k == 1 ? 0 : weight[i] * (far[i] - near[i]);
            }
        }

        /** The medoid that the candidate should take the place of; -1 if no swap lowers the cost. */
        int bestSwap(int candidate, double[] loss) {
            System.arraycopy(removal, 0, loss, 0, k);
            double gain = 0;
            for (int i = 0; i < n; i++) {
                double d = distance(i, candidate);
                if (d < near[i]) {
                    gain += weight[i] * (d - near[i]);
                    if (k > 1) {
                        loss[first[i]] += weight[i] * (near[i] - far[i]);
                    }
                } else if (k == 1) {
                    loss[0] += weight[i] * (d - near[i]);
                } else if (d < far[i]) {
                    loss[first[i]] += weight[i] * (d - far[i]);
                }
            }
            int best = 0;
            for (int c = 1; c < k; c++) {
                if (loss[c] < loss[best]) {
                    best = c;
                }
            }
            // a gain within rounding would let equally good medoids change places for ever
            return gain + loss[best] < -ROUNDING * cost ? best : -1;
        }

        void swap(int gone, int candidate) {
            medoids[gone] = candidate;
            for (int i = 0; i < n; i++) {
                double d = distance(i, candidate);
                if (first[i] == gone || second[i] == gone) {
                    rank(i);
                } else if (d < near[i]) {
                    far[i] = near[i];
                    second[i] = first[i];
                    near[i] = d;
                    first[i] = gone;
                } else if (d < far[i]) {
                    far[i] = d;
                    second[i] = gone;
                }
            }
            sum();
        }
    }
}
