package io.lendcrm.scoring.value.covariate;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.feature.Fingerprint;
import io.lendcrm.core.history.PurchaseSummaries;
import io.lendcrm.core.model.FitException;
import io.lendcrm.core.model.Fitter;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.core.model.Run;
import io.lendcrm.scoring.likelihood.ChiSquareTest;
import io.lendcrm.scoring.likelihood.Coefficients;
import io.lendcrm.scoring.likelihood.FitSummary;
import io.lendcrm.scoring.likelihood.NewtonAscent;
import io.lendcrm.scoring.value.purchase.PurchaseFamily;
import io.lendcrm.scoring.value.purchase.PurchaseModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Fits a {@link CovariateModel} by maximum likelihood: Newton's method with the exact gradient and Hessian from the plain
 * model of the same book, in the logarithms of its parameters and the coefficients, each covariate divided by its standard
 * deviation. Clients of equal covariates are taken together, so that a few groups cost hardly more than a plain fit.
 *
 * <p>Where a parameter reaches a limit the model's warnings say so. Under BG/NBD and MBG/NBD covariates of leaving tell clients apart only
 * by how alike they are. Where they drive a and b to their limit and a likelihood-ratio test at 5 % doesn't need them, their
 * coefficients are 0 and have no standard error. Immutable and thread-safe.
 *
 * @param family the kind of model
 * @param purchaseCovariates the columns that move the rate of purchases
 * @param dropoutCovariates the columns that move leaving
 * @param maxIterations after how many steps to give up, at least 1
 */
public record CovariateFitter(
        PurchaseFamily family, List<String> purchaseCovariates, List<String> dropoutCovariates, int maxIterations)
        implements Fitter<CovariateBook, CovariateModel> {

    private static final int BASE = 4;
    private static final double LIMIT = Math.log(1e6);

    /** Of the likelihood-ratio test that decides whether covariates that lead to a limit are needed. */
    private static final double LEVEL = 0.05;

    /** Of a coefficient of a covariate with a standard deviation of 1. */
    private static final double STEEPEST = 20;

    public CovariateFitter {
        requireNonNull(family, "family");
        purchaseCovariates = List.copyOf(purchaseCovariates);
        dropoutCovariates = List.copyOf(dropoutCovariates);
        requireDistinct("purchaseCovariates", purchaseCovariates);
        requireDistinct("dropoutCovariates", dropoutCovariates);
        if (maxIterations < 1) {
            throw new IllegalArgumentException("maxIterations must be at least 1, found " + maxIterations);
        }
    }

    /**
     * A fitter that gives up after 200 steps.
     *
     * @param family the kind of model
     * @param purchaseCovariates the columns that move the rate of purchases
     * @param dropoutCovariates the columns that move leaving
     * @return the fitter
     * @throws IllegalArgumentException if a column is named twice for one process
     */
    public static CovariateFitter of(
            PurchaseFamily family, List<String> purchaseCovariates, List<String> dropoutCovariates) {
        return new CovariateFitter(family, purchaseCovariates, dropoutCovariates, 200);
    }

    /**
     * Fits a model to a book.
     *
     * @throws FitException if the book doesn't suffice for the plain model, a covariate doesn't vary, or no top is reached
     * @throws IllegalArgumentException if the book lacks a column
     */
    @Override
    public CovariateModel fit(CovariateBook book, Run run) {
        PurchaseSummaries clients = book.summaries();
        double[] scale = new double[purchaseCovariates.size() + dropoutCovariates.size()];
        double[][] purchase = scaled(book, purchaseCovariates, scale, 0);
        double[][] dropout = scaled(book, dropoutCovariates, scale, purchaseCovariates.size());
        PurchaseModel plain = family.fitter().fit(clients, run);
        double[] start = Arrays.copyOf(
                plain.parameters().values().stream().mapToDouble(Math::log).toArray(), BASE + scale.length);
        CovariateLikelihood likelihood = new CovariateLikelihood(family, clients, purchase, dropout, run);
        NewtonAscent.Optimum peak = climbed(likelihood, start, plain, clients, scale.length, run);
        Optional<ChiSquareTest> dropped = Optional.empty();
        if (family != PurchaseFamily.PARETO_NBD && atLimit(peak) && !dropoutCovariates.isEmpty()) {
            NewtonAscent.Optimum without = climbed(likelihood, start, plain, clients, purchaseCovariates.size(), run);
            ChiSquareTest test = ChiSquareTest.likelihoodRatio(without.value(), peak.value(), dropoutCovariates.size());
            dropped = Optional.of(test).filter(t -> t.probability() > LEVEL);
            peak = dropped.isPresent() ? without : peak;
        }
        FitSummary summary = new FitSummary(peak, clients.clients(), clients.size());
        List<String> warnings = warnings(peak, dropped);
        summary.warning().ifPresent(warnings::add);
        ModelInfo info = ModelInfo.of(CovariateModel.TYPE, run, clients.size(), fingerprint(book))
                .withOptions(Map.of("family", family.name(), "maxIterations", "" + maxIterations))
                .withDiagnostics(summary.diagnostics())
                .withWarnings(warnings);
        return new CovariateModel(
                info, family, clients.unit(), purchaseCovariates, dropoutCovariates, coefficients(peak, scale));
    }

    /** Up from the plain model; coefficients beyond the first so many are kept at 0. */
    private NewtonAscent.Optimum climbed(
            CovariateLikelihood likelihood,
            double[] start,
            PurchaseModel plain,
            PurchaseSummaries clients,
            int free,
            Run run) {
        double age = 0;
        for (int row = 0; row < clients.size(); row++) {
            age += clients.weight(row) / clients.clients() * clients.age(row);
        }
        double[] low = new double[start.length];
        double[] high = new double[start.length];
        for (int i = 0; i < start.length; i++) {
            boolean time = i == 1 || i == 3 && family == PurchaseFamily.PARETO_NBD;
            double center = time ? Math.log(age) : 0;
            double width = i >= BASE ? (i < BASE + free ? STEEPEST : 0) : time ? 2 * LIMIT : LIMIT;
            low[i] = center - width;
            high[i] = center + width;
        }
        NewtonAscent.Optimum peak =
                new NewtonAscent(CovariateModel.TYPE, likelihood, low, high, maxIterations).fromAny(starts(start), run);
        double least = plain.info().diagnostics().getOrDefault("logLikelihood", Double.NEGATIVE_INFINITY);
        if (peak.value() < least - 1e-6 * Math.max(1, Math.abs(least))) {
            throw new FitException(
                    CovariateModel.TYPE,
                    "the top reached lies below that of the model without covariates, " + peak.value() + " under "
                            + least,
                    "fewer covariates, or covariates on a narrower scale");
        }
        return peak;
    }

    /** The plain model, and nearer to the middle should that be at a limit. */
    private static double[][] starts(double[] plain) {
        double[] milder = plain.clone();
        milder[0] = Math.max(-2, Math.min(2, plain[0]));
        milder[1] += milder[0] - plain[0];
        double[] third = plain.clone();
        third[2] = Math.max(-2, Math.min(2, plain[2]));
        third[3] += third[2] - plain[2];
        return new double[][] {plain, milder, third};
    }

    private Coefficients coefficients(NewtonAscent.Optimum peak, double[] scale) {
        int size = BASE + scale.length;
        double[] estimates = peak.point().clone();
        double[][] covariance = peak.curvature().inverse(size);
        for (int i = 0; i < size; i++) {
            double byI = i < BASE ? 1 : scale[i - BASE];
            estimates[i] /= byI;
            for (int j = 0; j <= i; j++) {
                covariance[i][j] /= byI * (j < BASE ? 1 : scale[j - BASE]);
                covariance[j][i] = covariance[i][j];
            }
        }
        return Coefficients.of(
                CovariateModel.names(family, purchaseCovariates, dropoutCovariates), estimates, covariance);
    }

    private static boolean atLimit(NewtonAscent.Optimum peak) {
        return peak.held()[2] || peak.held()[3];
    }

    private List<String> warnings(NewtonAscent.Optimum peak, Optional<ChiSquareTest> dropped) {
        List<String> warnings = new ArrayList<>();
        List<String> names = CovariateModel.names(family, purchaseCovariates, dropoutCovariates);
        int kept = dropped.isPresent() ? BASE + purchaseCovariates.size() : names.size();
        for (int i = 0; i < kept; i++) {
            if (peak.held()[i]) {
                warnings.add(names.get(i) + " is at its limit");
            }
        }
        if (family != PurchaseFamily.PARETO_NBD && atLimit(peak)) {
            warnings.add("clients don't differ in their probability to leave, which is "
                    + 1 / (1 + Math.exp(peak.point()[3] - peak.point()[2])));
        }
        dropped.ifPresent(
                test -> warnings.add("with the covariates of leaving a and b run to their limit, and the data don't"
                        + " need them (likelihood-ratio test, probability " + test.probability()
                        + "): their coefficients are 0"));
        return warnings;
    }

    private String fingerprint(CovariateBook book) {
        PurchaseSummaries clients = book.summaries();
        Fingerprint fingerprint = Fingerprint.empty().add(clients.unit().name());
        for (int row = 0; row < clients.size(); row++) {
            fingerprint.add(
                    new double[] {clients.frequency(row), clients.recency(row), clients.age(row), clients.weight(row)});
        }
        for (List<String> names : List.of(purchaseCovariates, dropoutCovariates)) {
            for (String name : names) {
                fingerprint.add(name).add(book.column(name));
            }
        }
        return fingerprint.hex();
    }

    /** The columns by their standard deviation, which is noted. */
    private static double[][] scaled(CovariateBook book, List<String> names, double[] scale, int at) {
        double[][] columns = new double[names.size()][];
        for (int j = 0; j < columns.length; j++) {
            double[] column = book.column(names.get(j));
            double deviation = deviation(column, book.summaries());
            if (!(deviation > 0)) {
                throw new FitException(
                        CovariateModel.TYPE,
                        "covariate " + names.get(j) + " is the same for all clients",
                        "leaving it out: the other parameters already hold its effect");
            }
            scale[at + j] = deviation;
            columns[j] = Arrays.stream(column).map(value -> value / deviation).toArray();
        }
        return columns;
    }

    private static double deviation(double[] column, PurchaseSummaries clients) {
        double all = clients.clients();
        double mean = 0;
        for (int row = 0; row < column.length; row++) {
            mean += clients.weight(row) / all * column[row];
        }
        double variance = 0;
        for (int row = 0; row < column.length; row++) {
            variance += clients.weight(row) / all * (column[row] - mean) * (column[row] - mean);
        }
        // a column of equal numbers has rounding for a variance
        double deviation = Math.sqrt(variance);
        return deviation > 1e-12 * Math.abs(mean) ? deviation : 0;
    }

    private static void requireDistinct(String what, List<String> names) {
        if (new HashSet<>(names).size() < names.size()) {
            throw new IllegalArgumentException(what + " must name each column once, found " + names);
        }
    }
}
