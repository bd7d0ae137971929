package io.lendcrm.scoring.value.spend;

import io.lendcrm.core.feature.Fingerprint;
import io.lendcrm.core.history.PurchaseSummaries;
import io.lendcrm.core.model.FitException;
import io.lendcrm.core.model.Fitter;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.core.model.Run;
import io.lendcrm.scoring.likelihood.FitSummary;
import io.lendcrm.scoring.likelihood.NewtonAscent;
import io.lendcrm.scoring.likelihood.ParameterCovariance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Fits a {@link NormalSpendModel} by maximum likelihood with the exact gradient and Hessian, to the clients with at least one
 * repeat purchase. Amounts may be 0 or below.
 *
 * <p>From means alone tau and sigma are told apart only by how the spread of the means falls with the number of purchases:
 * where the numbers hardly differ that is hardly known, and where they are all equal it is refused. The sums of squares
 * about each client's mean, which {@link #fit(PurchaseSummaries, double[], Run)} takes, say sigma directly. Immutable and
 * thread-safe.
 *
 * @param maxIterations after how many steps from one start to give up, at least 1
 */
public record NormalSpendFitter(int maxIterations) implements Fitter<PurchaseSummaries, NormalSpendModel> {

    /** Of the variance of the means: below it a client's own amounts don't vary. */
    private static final double LEAST = 1e-10;

    private static final double MOST = 1e10;

    public NormalSpendFitter {
        if (maxIterations < 1) {
            throw new IllegalArgumentException("maxIterations must be at least 1, found " + maxIterations);
        }
    }

    /** {@return a fitter that gives up after 200 steps} */
    public static NormalSpendFitter defaults() {
        return new NormalSpendFitter(200);
    }

    /**
     * Fits a model to a book whose mean amounts are known.
     *
     * @throws FitException if amounts are unknown, nobody came back, all means are equal, or all who came back have as many
     *     purchases
     */
    @Override
    public NormalSpendModel fit(PurchaseSummaries book, Run run) {
        return fit(book, new double[0], run);
    }

    /**
     * Fits a model to a book whose mean amounts are known, and how the amounts vary about them.
     *
     * @param book the clients
     * @param sumsOfSquares of each row {@code Σ (amount - mean)²} over one client's repeat purchases, finite and at least 0,
     *     0 where there are fewer than two; empty if unknown
     * @param run clock, threads, progress and cancellation
     * @return the fitted model
     * @throws IllegalArgumentException if there are more or fewer sums than rows or one is impossible; the message names the
     *     row
     * @throws FitException if amounts are unknown, nobody came back, all means are equal, or sums are unknown and all who
     *     came back have as many purchases
     */
    public NormalSpendModel fit(PurchaseSummaries book, double[] sumsOfSquares, Run run) {
        requireSquares(book, sumsOfSquares);
        int[] rows = repeaters(book);
        int[] count = Arrays.stream(rows).map(book::frequency).toArray();
        double[] weight = Arrays.stream(rows).mapToDouble(book::weight).toArray();
        double[] spend = Arrays.stream(rows).mapToDouble(book::spend).toArray();
        boolean squaresKnown = sumsOfSquares.length > 0 && Arrays.stream(count).anyMatch(x -> x > 1);
        if (!squaresKnown && Arrays.stream(count).distinct().count() < 2) {
            throw new FitException(
                    NormalSpendModel.TYPE,
                    "all clients have as many repeat purchases, so that the variation of one client's amounts can't be told "
                            + "from that between clients",
                    "sums of squares of each client's amounts, or parameters set by NormalSpendModel.of");
        }
        double clients = Arrays.stream(weight).sum();
        double mean = mean(spend, weight, clients);
        double scale = Math.sqrt(variance(spend, weight, clients, mean));
        if (!(scale > 0)) {
            throw new FitException(
                    NormalSpendModel.TYPE,
                    "all " + rows.length + " rows have one mean amount",
                    "more clients, or parameters set by NormalSpendModel.of");
        }
        double[] relative = Arrays.stream(spend).map(z -> (z - mean) / scale).toArray();
        double[] squares = squaresKnown
                ? Arrays.stream(rows)
                        .mapToDouble(row -> sumsOfSquares[row] / scale / scale)
                        .toArray()
                : new double[0];
        double typical = Arrays.stream(count).average().orElse(1);
        double[][] starts = {{0, 0.5, 0.5 * typical}, {0, 0.9, 0.1 * typical}, {0, 0.05, 0.95 * typical}};
        NewtonAscent.Optimum peak = new NewtonAscent(
                        NormalSpendModel.TYPE,
                        new NormalSpendLikelihood(count, relative, squares, weight, scale, run),
                        new double[] {-MOST, 0, LEAST},
                        new double[] {MOST, MOST, MOST},
                        maxIterations)
                .fromAny(starts, run);
        double[] p = peak.point();
        double correlation = correlation(count, relative, weight, clients);
        FitSummary summary = new FitSummary(peak, clients, rows.length);
        Map<String, Double> diagnostics = summary.diagnostics();
        diagnostics.put("meanSpend", mean);
        diagnostics.put("correlation", correlation);
        ModelInfo info = ModelInfo.of(
                        NormalSpendModel.TYPE,
                        run,
                        book.size(),
                        Fingerprint.empty()
                                .add("x")
                                .add(count)
                                .add(spend)
                                .add(squares)
                                .add(weight)
                                .hex())
                .withOptions(Map.of("maxIterations", "" + maxIterations, "sumsOfSquares", "" + squaresKnown))
                .withDiagnostics(diagnostics)
                .withWarnings(warnings(peak, correlation, summary));
        return new NormalSpendModel(
                info,
                mean + scale * p[0],
                scale * Math.sqrt(p[1]),
                scale * Math.sqrt(p[2]),
                ParameterCovariance.of(NormalSpendModel.PARAMETERS, covariance(peak)));
    }

    private static void requireSquares(PurchaseSummaries book, double[] sums) {
        if (sums.length != 0 && sums.length != book.size()) {
            throw new IllegalArgumentException(
                    "sumsOfSquares must have " + book.size() + " rows, found " + sums.length);
        }
        for (int row = 0; row < sums.length; row++) {
            boolean several = book.frequency(row) > 1;
            if (!(sums[row] >= 0) || sums[row] == Double.POSITIVE_INFINITY || !several && sums[row] > 0) {
                throw new IllegalArgumentException("row " + (row + 1) + ": sumsOfSquares must be "
                        + (several ? "finite and at least 0" : "0 where frequency is below 2") + ", found "
                        + sums[row]);
            }
        }
    }

    private static int[] repeaters(PurchaseSummaries book) {
        if (!book.hasSpend()) {
            throw new FitException(NormalSpendModel.TYPE, "the book has no amounts", "summaries with mean spend");
        }
        int[] rows = IntStream.range(0, book.size())
                .filter(row -> book.frequency(row) > 0)
                .toArray();
        if (rows.length < 2) {
            throw new FitException(
                    NormalSpendModel.TYPE,
                    rows.length + " rows with a repeat purchase",
                    "a longer observation, or parameters set by NormalSpendModel.of");
        }
        return rows;
    }

    /** Of mu in units of the root of tau² + sigma², ln tau and ln sigma. */
    private static double[][] covariance(NewtonAscent.Optimum peak) {
        double[] p = peak.point();
        double[] slope = {1 / Math.sqrt(p[1] + p[2]), peak.held()[1] ? 0 : 0.5 / p[1], 0.5 / p[2]};
        double[][] covariance = peak.curvature().inverse(3);
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                covariance[i][j] *= slope[i] * slope[j];
            }
        }
        return covariance;
    }

    private static double mean(double[] values, double[] weight, double clients) {
        double mean = 0;
        for (int row = 0; row < values.length; row++) {
            mean += weight[row] / clients * values[row];
        }
        return mean;
    }

    private static double variance(double[] values, double[] weight, double clients, double mean) {
        double variance = 0;
        for (int row = 0; row < values.length; row++) {
            variance += weight[row] / clients * (values[row] - mean) * (values[row] - mean);
        }
        return variance;
    }

    /** Pearson's, of counts and means of variance 1 about 0; 0 where counts don't vary. */
    private static double correlation(int[] count, double[] relative, double[] weight, double clients) {
        double[] counts = Arrays.stream(count).asDoubleStream().toArray();
        double mean = mean(counts, weight, clients);
        double variance = variance(counts, weight, clients, mean);
        double sum = 0;
        for (int row = 0; row < counts.length; row++) {
            sum += weight[row] / clients * (counts[row] - mean) * relative[row];
        }
        return variance > 0 ? sum / Math.sqrt(variance) : 0;
    }

    private static List<String> warnings(NewtonAscent.Optimum peak, double correlation, FitSummary summary) {
        List<String> warnings = new ArrayList<>();
        if (peak.held()[1]) {
            warnings.add("tau is 0: clients don't differ in their mean amount");
        }
        if (peak.held()[2]) {
            warnings.add("sigma is at its limit: the amounts of one client don't vary");
        }
        if (Math.abs(correlation) > 0.2) {
            warnings.add(String.format(
                    Locale.ROOT,
                    "frequency and spend are correlated (%.2f), which the model takes for 0",
                    correlation));
        }
        summary.warning().ifPresent(warnings::add);
        return warnings;
    }
}
