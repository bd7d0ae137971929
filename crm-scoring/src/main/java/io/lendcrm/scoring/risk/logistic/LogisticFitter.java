package io.lendcrm.scoring.risk.logistic;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.model.FitException;
import io.lendcrm.core.model.Fitter;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.core.model.Run;
import io.lendcrm.scoring.likelihood.Coefficients;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Fits a {@link LogisticModel} by maximum likelihood: Fisher's scoring (iteratively reweighted least squares) on
 * standardised columns, within bounds, to 1e-10 standard errors. Weights, offset and rows stand in the
 * {@link LogisticData}. Sums are taken over fixed blocks of rows, so that the bits don't depend on the threads.
 *
 * <p>With a penalty λ the fit maximises {@code logLikelihood - λ/2 Σ (b_j s_j)²}, {@code s_j} being the standard
 * deviation of the column: the same λ means the same in any unit. The constant isn't penalised. Standard errors are
 * then those of the penalised information, smaller than without.
 *
 * <p>A coefficient held at its bound has no standard error; those of the others are given that it is held. Without a
 * penalty, columns that explain each other and columns that separate yes from no are refused by name.
 *
 * <p>Immutable and thread-safe. Source: McCullagh and Nelder, Generalized Linear Models, 1989; Albert and Anderson, On
 * the existence of maximum likelihood estimates in logistic regression models, Biometrika 71(1), 1984.
 *
 * @param link how the linear predictor becomes a probability
 * @param constant whether there is a constant
 * @param penalty λ, finite and at least 0
 * @param bounds where the coefficients of named columns may lie; the others are free
 * @param onSeparation what to do where the columns separate yes from no
 * @param maxIterations after how many steps to give up, at least 1
 */
public record LogisticFitter(
        BinaryLink link,
        boolean constant,
        double penalty,
        Map<String, CoefficientRange> bounds,
        OnSeparation onSeparation,
        int maxIterations)
        implements Fitter<LogisticData, LogisticModel> {

    private static final double RESCUE_PENALTY = 1;

    public LogisticFitter {
        requireNonNull(link, "link");
        requireNonNull(onSeparation, "onSeparation");
        bounds = Collections.unmodifiableMap(new TreeMap<>(bounds));
        if (!(penalty >= 0 && penalty < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("penalty must be finite and at least 0, found " + penalty);
        }
        if (maxIterations < 1) {
            throw new IllegalArgumentException("maxIterations must be at least 1, found " + maxIterations);
        }
    }

    /** {@return logit link, a constant, no penalty, no bounds, separation refused, 100 steps} */
    public static LogisticFitter defaults() {
        return new LogisticFitter(BinaryLink.LOGIT, true, 0, Map.of(), OnSeparation.REFUSE, 100);
    }

    /**
     * With another link.
     *
     * @param newLink the link
     * @return the changed fitter
     */
    public LogisticFitter withLink(BinaryLink newLink) {
        return new LogisticFitter(newLink, constant, penalty, bounds, onSeparation, maxIterations);
    }

    /** {@return the fitter of models without a constant, for columns that hold one, such as one 0/1 column a level} */
    public LogisticFitter withoutConstant() {
        return new LogisticFitter(link, false, penalty, bounds, onSeparation, maxIterations);
    }

    /**
     * With a ridge penalty.
     *
     * @param lambda the penalty of a standardised coefficient, at least 0
     * @return the changed fitter
     */
    public LogisticFitter withPenalty(double lambda) {
        return new LogisticFitter(link, constant, lambda, bounds, onSeparation, maxIterations);
    }

    /**
     * With bounds on coefficients.
     *
     * @param ranges by column, in the column's unit; columns that a fit doesn't have are passed over
     * @return the changed fitter
     */
    public LogisticFitter withBounds(Map<String, CoefficientRange> ranges) {
        return new LogisticFitter(link, constant, penalty, ranges, onSeparation, maxIterations);
    }

    /**
     * With another way of treating separation.
     *
     * @param policy what to do
     * @return the changed fitter
     */
    public LogisticFitter withSeparation(OnSeparation policy) {
        return new LogisticFitter(link, constant, penalty, bounds, policy, maxIterations);
    }

    /**
     * With another limit of steps.
     *
     * @param steps after how many to give up
     * @return the changed fitter
     */
    public LogisticFitter withMaxIterations(int steps) {
        return new LogisticFitter(link, constant, penalty, bounds, onSeparation, steps);
    }

    /**
     * Fits a model.
     *
     * @throws FitException if all targets are equal, a column is constant or a combination of others, the columns
     *     separate yes from no, or the ascent doesn't end
     */
    @Override
    public LogisticModel fit(LogisticData data, Run run) {
        requireBothClasses(data);
        Standardisation scale = Standardisation.of(data, constant, run);
        try {
            return fit(data, scale, penalty, null, run);
        } catch (SeparationWatch.Separated separated) {
            if (onSeparation == OnSeparation.REFUSE) {
                throw new FitException(
                        LogisticModel.TYPE,
                        separated.seen() + ", so that the likelihood rises for ever",
                        "leaving a column out, merging bins, a penalty, or OnSeparation.PENALISE");
            }
            return fit(data, scale, RESCUE_PENALTY, separated.seen(), run);
        }
    }

    private LogisticModel fit(
            LogisticData data, Standardisation scale, double lambda, @Nullable String separated, Run run) {
        BinaryLikelihood likelihood = new BinaryLikelihood(data, link, scale, lambda, run);
        double[] low = new double[scale.size()];
        double[] high = new double[scale.size()];
        for (int i = 0; i < low.length; i++) {
            CoefficientRange range = i < scale.first()
                    ? CoefficientRange.FREE
                    : bounds.getOrDefault(
                            data.schema().feature(i - scale.first()).name(), CoefficientRange.FREE);
            low[i] = range.low() * scale.spread(i);
            high[i] = range.high() * scale.spread(i);
        }
        FisherScoring.Watch watch =
                lambda > 0 ? new FisherScoring.Watch() {} : new SeparationWatch(data, scale, low, high);
        FisherScoring.Top top = new FisherScoring(likelihood, low, high, maxIterations).climb(run, watch);
        if (!top.converged()) {
            throw new FitException(
                    LogisticModel.TYPE,
                    "the ascent did not end within " + top.iterations() + " iterations; its gradient has norm "
                            + top.gradientNorm(),
                    "more iterations or a penalty");
        }
        return model(data, scale, top, lambda, separated, run);
    }

    private LogisticModel model(
            LogisticData data,
            Standardisation scale,
            FisherScoring.Top top,
            double lambda,
            @Nullable String separated,
            Run run) {
        GoodnessOfFit fit = new GoodnessOfFit(
                data.observations(),
                top.freeParameters(),
                Math.min(0, top.value() + lambda / 2 * squares(top.point(), scale.first())),
                nullLogLikelihood(data, run),
                scale.first());
        Map<String, Double> diagnostics = new TreeMap<>();
        diagnostics.put("logLikelihood", fit.logLikelihood());
        diagnostics.put("aic", fit.aic());
        diagnostics.put("bic", fit.bic());
        diagnostics.put("iterations", (double) top.iterations());
        diagnostics.put("gradientNorm", top.gradientNorm());
        ModelInfo info = ModelInfo.of(LogisticModel.TYPE, run, data.rows(), data.fingerprint())
                .withSchema(data.schema())
                .withOptions(options(lambda))
                .withDiagnostics(diagnostics)
                .withWarnings(warnings(data, scale, top, separated));
        Coefficients coefficients = Coefficients.of(
                LogisticModel.names(data.schema()), scale.inUnits(top.point()), scale.inUnits(top.covariance()));
        return new LogisticModel(info, link, coefficients, scale.means(), fit);
    }

    private double nullLogLikelihood(LogisticData data, Run run) {
        if (!data.hasOffset()) {
            return nullLogLikelihood(data);
        }
        LogisticData none = data.select(List.of());
        Standardisation scale = Standardisation.of(none, constant, run);
        double[] free = {Double.POSITIVE_INFINITY};
        double[] bound = {Double.NEGATIVE_INFINITY};
        BinaryLikelihood likelihood = new BinaryLikelihood(none, link, scale, 0, run);
        return new FisherScoring(likelihood, constant ? bound : new double[0], constant ? free : new double[0], 200)
                .climb(run, new FisherScoring.Watch() {})
                .value();
    }

    /** Without an offset all rows have the same probability: that of yes among them, or that of a predictor of 0. */
    private double nullLogLikelihood(LogisticData data) {
        double yes = data.observations(true);
        double no = data.observations(false);
        return constant
                ? yes * Math.log(yes / (yes + no)) + no * Math.log(no / (yes + no))
                : yes * link.logLikelihood(0, true) + no * link.logLikelihood(0, false);
    }

    private Map<String, String> options(double lambda) {
        Map<String, String> options = new TreeMap<>();
        options.put("link", link.name());
        options.put("constant", Boolean.toString(constant));
        options.put("penalty", Double.toString(lambda));
        options.put("onSeparation", onSeparation.name());
        options.put("maxIterations", Integer.toString(maxIterations));
        bounds.forEach(
                (column, range) -> options.put("bounds." + column, "[" + range.low() + ", " + range.high() + "]"));
        return options;
    }

    private static List<String> warnings(
            LogisticData data, Standardisation scale, FisherScoring.Top top, @Nullable String separated) {
        List<String> warnings = new ArrayList<>();
        if (separated != null) {
            warnings.add(separated + ": fitted with a penalty of " + RESCUE_PENALTY);
        }
        FeatureSchema schema = data.schema();
        for (int i = scale.first(); i < top.held().length; i++) {
            if (top.held()[i]) {
                warnings.add("the coefficient of "
                        + schema.feature(i - scale.first()).name() + " is held at its bound");
            }
        }
        return warnings;
    }

    private static double squares(double[] point, int first) {
        double sum = 0;
        for (int i = first; i < point.length; i++) {
            sum += point[i] * point[i];
        }
        return sum;
    }

    private static void requireBothClasses(LogisticData data) {
        double yes = data.observations(true);
        double no = data.observations(false);
        if (yes == 0 || no == 0) {
            throw new FitException(
                    LogisticModel.TYPE,
                    "the target must hold both 0 and 1, found " + no + " of 0 and " + yes + " of 1",
                    "a longer window or more clients");
        }
    }
}
