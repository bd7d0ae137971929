package io.lendcrm.segmentation.medoid;

import io.lendcrm.core.model.Run;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Medoids of any number of rows: by {@link SwapSearch} where its distances fit, else on samples (CLARA). */
final class MedoidSearch {

    static final int MOST_ROWS = 5000;
    private static final int SAMPLE = 2000;
    private static final int BLOCK = 512;

    private final Rows rows;
    private final Measure measure;
    private final int k;
    private final Run run;

    MedoidSearch(Rows rows, Measure measure, int k, Run run) {
        this.rows = rows;
        this.measure = measure;
        this.k = k;
        this.run = run;
    }

    /** How many starts there are unless told: the more rows, the fewer. */
    static int starts(int distinctRows) {
        return distinctRows > MOST_ROWS ? 5 : Math.max(3, Math.min(20, 20_000 / Math.max(1, distinctRows)));
    }

    int[] best(int starts, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return rows.size() <= MOST_ROWS ? ofAll(starts, random) : ofSamples(starts, random);
    }

    private int[] ofAll(int starts, SplittableRandom random) {
        SwapSearch search = new SwapSearch(rows.places.toArray(double[][]::new), rows.weight, measure, k, run);
        SplittableRandom[] own = new SplittableRandom[starts];
        Arrays.setAll(own, start -> random.split());
        SwapSearch.Medoids[] found = new SwapSearch.Medoids[starts];
        run.each(starts, start -> found[start] = start == 0 ? search.fromBuild() : search.fromRandom(own[start]));
        SwapSearch.Medoids best = found[0];
        for (SwapSearch.Medoids medoids : found) {
            best = medoids.cost < best.cost ? medoids : best;
        }
        return best.rows;
    }

    /** Each sample holds the best medoids so far; the medoids that all rows lie nearest to win. */
    private int[] ofSamples(int samples, SplittableRandom random) {
        int[] best = new int[0];
        double least = Double.POSITIVE_INFINITY;
        for (int s = 0; s < samples; s++) {
            run.progress().accept("sample " + (s + 1) + " of " + samples);
            int[] sample = sample(best, random);
            double[][] places = new double[sample.length][];
            int[] weight = new int[sample.length];
            for (int i = 0; i < sample.length; i++) {
                places[i] = rows.places.get(sample[i]);
                weight[i] = rows.weight[sample[i]];
            }
            SwapSearch search = new SwapSearch(places, weight, measure, k, run);
            int[] found = (best.length == 0 ? search.fromBuild() : better(search, random)).rows;
            int[] medoids = Arrays.stream(found).map(i -> sample[i]).toArray();
            double cost = cost(medoids);
            if (cost < least) {
                least = cost;
                best = medoids;
            }
        }
        return best;
    }

    /** From the best medoids so far, which stand first in the sample, or from random ones. */
    private SwapSearch.Medoids better(SwapSearch search, SplittableRandom random) {
        int[] first = new int[k];
        Arrays.setAll(first, c -> c);
        SwapSearch.Medoids one = search.swap(first);
        SwapSearch.Medoids other = search.fromRandom(random.split());
        return other.cost < one.cost ? other : one;
    }

    private int[] sample(int[] first, SplittableRandom random) {
        int n = rows.size();
        int[] all = new int[n];
        Arrays.setAll(all, i -> i);
        for (int i = 0; i < first.length; i++) {
            int at = i;
            while (all[at] != first[i]) {
                at++;
            }
            all[at] = all[i];
            all[i] = first[i];
        }
        for (int i = first.length; i < SAMPLE; i++) {
            int other = i + random.nextInt(n - i);
            int row = all[i];
            all[i] = all[other];
            all[other] = row;
        }
        return Arrays.copyOf(all, SAMPLE);
    }

    private double cost(int[] medoids) {
        int blocks = (rows.size() + BLOCK - 1) / BLOCK;
        double[] part = new double[blocks];
        run.each(blocks, b -> {
            for (int i = b * BLOCK; i < Math.min(rows.size(), (b + 1) * BLOCK); i++) {
                double nearest = Double.POSITIVE_INFINITY;
                for (int medoid : medoids) {
                    nearest = Math.min(nearest, measure.between(rows.places.get(i), rows.places.get(medoid)));
                }
                part[b] += rows.weight[i] * nearest;
            }
        });
        return Arrays.stream(part).sum();
    }
}
