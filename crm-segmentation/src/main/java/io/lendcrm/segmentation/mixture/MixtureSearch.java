package io.lendcrm.segmentation.mixture;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.model.FitException;
import io.lendcrm.core.model.Run;
import io.lendcrm.segmentation.Assignments;
import io.lendcrm.segmentation.cluster.KMeans;
import io.lendcrm.segmentation.preparation.CompensatedSum;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Looks for the best components from several starts. */
final class MixtureSearch {

    private static final int MOST_ROWS = 8192;
    private static final int SAMPLE = 4096;
    private static final int SHORT = 20;
    private static final int LONG_RUNS = 3;
    private static final int SWAPS = 3;
    private static final double NEAR = 0.02;

    private final double[][] columns;
    private final int k;
    private final Covariance family;
    private final int starts;
    private final int iterations;
    private final double tolerance;
    private final double[] ridge;

    MixtureSearch(
            double[][] columns, int k, Covariance family, int starts, int iterations, double tolerance, double ridge) {
        this.columns = columns;
        this.k = k;
        this.family = family;
        this.starts = starts;
        this.iterations = iterations;
        this.tolerance = tolerance;
        this.ridge = new double[columns.length];
        for (int j = 0; j < columns.length; j++) {
            this.ridge[j] = ridge * variance(columns[j]);
        }
    }

    private static double variance(double[] column) {
        CompensatedSum sum = new CompensatedSum();
        for (double value : column) {
            sum.add(value);
        }
        double mean = sum.value() / column.length;
        CompensatedSum squares = new CompensatedSum();
        for (double value : column) {
            squares.add((value - mean) * (value - mean));
        }
        return squares.value() / column.length;
    }

    /** The best found; of log-likelihood -∞ if every start collapsed. */
    ExpectationMaximisation.Fit best(long seed, Run run) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = columns[0].length;
        int[] rows = n <= MOST_ROWS ? IntStream.range(0, n).toArray() : sample(n, random);
        double[] x = flat(rows);
        ExpectationMaximisation em = new ExpectationMaximisation(x, columns.length, family, ridge);
        ExpectationMaximisation tied =
                family == Covariance.FULL ? new ExpectationMaximisation(x, columns.length, Covariance.TIED, ridge) : em;
        List<ExpectationMaximisation.Fit> found = new ArrayList<>();
        for (int start = 0; start < starts; start++) {
            run.progress().accept("start " + (start + 1) + " of " + starts);
            SplittableRandom own = random.split();
            int[] label =
                    start % 2 == 0 ? byKMeans(rows, own.nextLong(), start == 0 ? 3 : 1, run) : byRandomCentres(x, own);
            if (label.length > 0) {
                ExpectationMaximisation first = start % 4 != 2 ? em : tied;
                ExpectationMaximisation.Fit fit = first.iterate(first.from(certain(label), k), SHORT, tolerance, run);
                found.add(fit.collapsed() || first == em ? fit : em.iterate(fit.components(), SHORT, tolerance, run));
            }
        }
        found.sort(Comparator.comparingDouble(fit -> -fit.logLikelihood()));
        List<ExpectationMaximisation.Fit> finished = new ArrayList<>();
        for (ExpectationMaximisation.Fit fit : found.subList(0, Math.min(LONG_RUNS, found.size()))) {
            finished.add(fit.collapsed() ? fit : em.iterate(fit.components(), iterations, tolerance, run));
        }
        ExpectationMaximisation.Fit best = swapped(best(finished), em, x, random, run);
        if (best.collapsed() || rows.length == n) {
            return best;
        }
        ExpectationMaximisation all =
                new ExpectationMaximisation(flat(IntStream.range(0, n).toArray()), columns.length, family, ridge);
        return all.iterate(best.components(), iterations, tolerance, run);
    }

    /** Random swaps take a mixture out of a poor optimum: a component gives way to a new one at a row. */
    private ExpectationMaximisation.Fit swapped(
            ExpectationMaximisation.Fit first,
            ExpectationMaximisation em,
            double[] x,
            SplittableRandom random,
            Run run) {
        ExpectationMaximisation.Fit best = first;
        for (int swap = 0; swap < SWAPS * starts && k > 1 && !best.collapsed(); swap++) {
            int row = random.nextInt(x.length / columns.length);
            Components changed = best.components().swapped(random.nextInt(k), x, row * columns.length);
            ExpectationMaximisation.Fit fit = em.iterate(changed, SHORT, tolerance, run);
            if (!fit.collapsed() && fit.logLikelihood() > best.logLikelihood() - NEAR * x.length / columns.length) {
                ExpectationMaximisation.Fit longer = em.iterate(fit.components(), iterations, tolerance, run);
                best = longer.logLikelihood() > best.logLikelihood() ? longer : best;
            }
        }
        return best;
    }

    private static ExpectationMaximisation.Fit best(List<ExpectationMaximisation.Fit> fits) {
        return Collections.max(fits, Comparator.comparingDouble(ExpectationMaximisation.Fit::logLikelihood));
    }

    private static int[] sample(int n, SplittableRandom random) {
        int[] rows = IntStream.range(0, n).toArray();
        for (int i = 0; i < SAMPLE; i++) {
            int other = i + random.nextInt(n - i);
            int row = rows[i];
            rows[i] = rows[other];
            rows[other] = row;
        }
        return Arrays.copyOf(rows, SAMPLE);
    }

    private double[] flat(int[] rows) {
        int d = columns.length;
        double[] x = new double[rows.length * d];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < d; j++) {
                x[i * d + j] = columns[j][rows[i]];
            }
        }
        return x;
    }

    /** None if there are too few distinct rows for k-means. */
    private int[] byKMeans(int[] rows, long seed, int kMeansStarts, Run run) {
        double[][] part = new double[columns.length][rows.length];
        for (int j = 0; j < part.length; j++) {
            for (int i = 0; i < rows.length; i++) {
                part[j][i] = columns[j][rows[i]];
            }
        }
        FeatureSchema schema = FeatureSchema.of(IntStream.range(0, part.length)
                .mapToObj(j -> Feature.numeric("x" + j, ""))
                .toList());
        List<ClientId> clients = IntStream.range(0, rows.length)
                .mapToObj(i -> ClientId.of("row-" + i))
                .toList();
        FeatureTable table = FeatureTable.of(schema, clients, part);
        try {
            Assignments assigned = KMeans.of(k)
                    .withSeed(seed)
                    .withStarts(kMeansStarts)
                    .fit(table, run)
                    .assign(table);
            return assigned.segmentOfRows();
        } catch (FitException e) {
            return new int[0];
        }
    }

    private int[] byRandomCentres(double[] x, SplittableRandom random) {
        int d = columns.length;
        int n = x.length / d;
        int[] centre = random.ints(k, 0, n).toArray();
        int[] label = new int[n];
        for (int i = 0; i < n; i++) {
            double least = Double.POSITIVE_INFINITY;
            for (int c = 0; c < k; c++) {
                double squared = 0;
                for (int j = 0; j < d; j++) {
                    double difference = x[i * d + j] - x[centre[c] * d + j];
                    squared += ridge[j] > 0 ? difference * difference / ridge[j] : difference * difference;
                }
                if (squared < least) {
                    least = squared;
                    label[i] = c;
                }
            }
        }
        return label;
    }

    private double[] certain(int[] label) {
        double[] responsibility = new double[label.length * k];
        for (int i = 0; i < label.length; i++) {
            responsibility[i * k + label[i]] = 1;
        }
        return responsibility;
    }

    /** The components in the order of their weights, the greatest first. */
    Components byWeight(Components found) {
        int[] order = IntStream.range(0, k)
                .boxed()
                .sorted(Comparator.comparingDouble(c -> -found.weight[c]))
                .mapToInt(Integer::intValue)
                .toArray();
        return found.ordered(order);
    }

    /** How well components fit all rows. */
    MixtureFit measure(Components components, ExpectationMaximisation.Fit fit, Run run) {
        int n = columns[0].length;
        double[] x = flat(IntStream.range(0, n).toArray());
        double[] uncertain = new double[n];
        int[] label = new int[n];
        int blocks = (n + 1023) / 1024;
        run.each(blocks, b -> {
            Membership membership = new Membership(components);
            for (int i = b * 1024; i < Math.min(n, (b + 1) * 1024); i++) {
                label[i] = membership.of(x, i * columns.length);
                uncertain[i] = -Math.log(membership.probability(label[i]));
            }
        });
        long[] sizes = new long[k];
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < n; i++) {
            sizes[label[i]]++;
            sum.add(uncertain[i]);
        }
        return new MixtureFit(
                n,
                family.parameters(k, columns.length),
                fit.logLikelihood(),
                Math.max(0, sum.value()),
                Arrays.stream(sizes).boxed().toList());
    }
}
