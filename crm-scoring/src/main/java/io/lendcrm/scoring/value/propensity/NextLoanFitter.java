package io.lendcrm.scoring.value.propensity;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.feature.Fingerprint;
import io.lendcrm.core.model.FitException;
import io.lendcrm.core.model.Fitter;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.core.model.Run;
import io.lendcrm.core.time.CalendarUnit;
import io.lendcrm.scoring.likelihood.FitSummary;
import io.lendcrm.scoring.likelihood.NewtonAscent;
import io.lendcrm.scoring.likelihood.ParameterCovariance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Fits a {@link NextLoanModel} by maximum likelihood: Newton's method in the logarithms of the parameters with the exact
 * gradient and Hessian, from several starts. The unit of time shifts one logarithm and moves nothing else. Where clients
 * don't differ in their rate the likelihood rises for ever towards the Weibull renewal process; such a fit ends at a limit
 * and bears a warning. Clients with one loan take part with the span since. Immutable and thread-safe.
 *
 * @param unit the unit of time of the histories
 * @param maxIterations after how many steps from one start to give up, at least 1
 */
public record NextLoanFitter(CalendarUnit unit, int maxIterations)
        implements Fitter<List<BorrowingHistory>, NextLoanModel> {

    /** r is looked for between the reciprocal of this and this, scale relative to the mean span. */
    private static final double LIMIT = 1e6;

    private static final double LEAST_SHAPE = 0.05;
    private static final double GREATEST_SHAPE = 20;

    /** r, scale relative to the mean span, shape. */
    private static final double[][] STARTS = {{1, 1, 1}, {3, 2, 1.5}, {20, 15, 1.2}, {0.5, 0.5, 0.7}};

    public NextLoanFitter {
        requireNonNull(unit, "unit");
        if (maxIterations < 1) {
            throw new IllegalArgumentException("maxIterations must be at least 1, found " + maxIterations);
        }
    }

    /**
     * A fitter that gives up after 200 steps.
     *
     * @param unit the unit of time of the histories
     * @return the fitter
     */
    public static NextLoanFitter of(CalendarUnit unit) {
        return new NextLoanFitter(unit, 200);
    }

    /**
     * With another limit of steps.
     *
     * @param steps after how many to give up
     * @return the changed fitter
     */
    public NextLoanFitter withMaxIterations(int steps) {
        return new NextLoanFitter(unit, steps);
    }

    /**
     * Fits a model to the clients of a book that borrowed at least once.
     *
     * @throws FitException if there are fewer than 2 clients, fewer than 2 of them borrowed again, or no start leads to a top
     */
    @Override
    public NextLoanModel fit(List<BorrowingHistory> book, Run run) {
        long again = book.stream().filter(client -> client.loans() > 1).count();
        if (book.size() < 2 || again < 2) {
            throw new FitException(
                    NextLoanModel.TYPE,
                    again + " of " + book.size() + " clients borrowed again, at least 2 are needed",
                    "a longer observation, or parameters set by NextLoanModel.of");
        }
        NextLoanLikelihood likelihood = new NextLoanLikelihood(book, run);
        NewtonAscent.Optimum peak = best(likelihood, Math.log(meanSpan(book)), run);
        double[] p = peak.parameters();
        FitSummary summary = new FitSummary(peak, book.size(), book.size());
        Map<String, Double> diagnostics = summary.diagnostics();
        diagnostics.put("loans", likelihood.loans());
        ModelInfo info = ModelInfo.of(NextLoanModel.TYPE, run, book.size(), fingerprint(book))
                .withOptions(Map.of("maxIterations", "" + maxIterations, "unit", unit.name()))
                .withDiagnostics(diagnostics)
                .withWarnings(warnings(peak, p, summary));
        ParameterCovariance covariance = ParameterCovariance.of(
                NextLoanModel.PARAMETERS, peak.curvature().inverse(p.length));
        return new NextLoanModel(info, unit, p[0], p[1], p[2], covariance);
    }

    private NewtonAscent.Optimum best(NextLoanLikelihood likelihood, double mean, Run run) {
        double[][] starts = new double[STARTS.length][];
        for (int i = 0; i < starts.length; i++) {
            double[] s = STARTS[i];
            starts[i] = new double[] {Math.log(s[0]), mean + Math.log(s[1]), Math.log(s[2])};
        }
        double limit = Math.log(LIMIT);
        double[] low = {-limit, mean - 2 * limit, Math.log(LEAST_SHAPE)};
        double[] high = {limit, mean + 2 * limit, Math.log(GREATEST_SHAPE)};
        return new NewtonAscent(NextLoanModel.TYPE, likelihood, low, high, maxIterations).fromAny(starts, run);
    }

    private static double meanSpan(List<BorrowingHistory> book) {
        double sum = 0;
        double count = 0;
        for (BorrowingHistory client : book) {
            for (double gap : client.gaps()) {
                sum += gap;
                count++;
            }
        }
        return sum / count;
    }

    private String fingerprint(List<BorrowingHistory> book) {
        Fingerprint data = Fingerprint.empty().add(unit.name()).add("elapsed").add("gaps");
        for (BorrowingHistory client : book) {
            data.add(client.elapsed()).add(client.gaps());
        }
        return data.hex();
    }

    private static List<String> warnings(NewtonAscent.Optimum peak, double[] p, FitSummary summary) {
        List<String> warnings = new ArrayList<>();
        boolean[] held = peak.held();
        if (held[0] || held[1]) {
            warnings.add(
                    p[0] > 1
                            ? "r is at its limit: clients don't differ in their rate"
                            : "r is at its limit: nearly all clients have a rate near 0");
        }
        if (held[2]) {
            warnings.add(
                    p[2] > 1
                            ? "shape is at its limit: each client's spans are all alike"
                            : "shape is at its limit: spans are either very short or very long");
        }
        summary.warning().ifPresent(warnings::add);
        return warnings;
    }
}
