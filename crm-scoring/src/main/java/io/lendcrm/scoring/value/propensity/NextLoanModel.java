package io.lendcrm.scoring.value.propensity;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.model.FittedModel;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.core.model.Run;
import io.lendcrm.core.reason.Reason;
import io.lendcrm.core.time.CalendarUnit;
import io.lendcrm.core.time.Horizon;
import io.lendcrm.scoring.likelihood.Contrast;
import io.lendcrm.scoring.likelihood.ParameterCovariance;
import io.lendcrm.scoring.special.LogGamma;
import io.lendcrm.scoring.value.clv.Estimate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.apache.commons.math3.special.Beta;

/**
 * When a client borrows again: a Weibull renewal process whose rate differs from client to client as a gamma. After a loan
 * a client waits longer than t with probability {@code exp(−λ (t/scale)^shape)}, and over the clients
 * {@code λ ~ Gamma(r, 1)}. With n spans behind it that sum up to S (each divided by the scale and raised to the shape) and
 * the span e since its last loan, a client's λ is {@code Gamma(r + n, 1 + S + (e/scale)^shape)}, so that it waits a further
 * h with probability
 *
 * <pre>((1 + S + (e/scale)^shape) / (1 + S + ((e+h)/scale)^shape))^(r + n)</pre>
 *
 * <p>A shape above 1 means that clients borrow in a rhythm (the longer the last loan is behind, the likelier the next),
 * below 1 that they do so in bursts; 1 is the negative binomial model. Nobody ever leaves for good in this model: a client
 * long overdue is taken for a slow one. Immutable and thread-safe.
 *
 * <p>Sources: Hardie, Fader and Wisniewski, Journal of Forecasting 17 (1998) 209 (Weibull-gamma); Ehrenberg 1988 (NBD).
 *
 * @param info provenance; its diagnostics hold {@code logLikelihood}, {@code aic}, {@code bic}, {@code iterations},
 *     {@code gradientNorm}, {@code hessianCondition}, {@code clients}, {@code loans}
 * @param unit the unit of time of scale and of the histories
 * @param r how alike clients are, above 0: the squared coefficient of variation of their rates is 1/r
 * @param scale the span that a client of rate 1 exceeds with probability 1/e, above 0
 * @param shape the regularity of a client's loans, above 0
 * @param covariance the covariance of the logarithms of r, scale, shape
 */
public record NextLoanModel(
        ModelInfo info, CalendarUnit unit, double r, double scale, double shape, ParameterCovariance covariance)
        implements FittedModel {

    static final String TYPE = "next-loan";
    static final List<String> PARAMETERS = List.of("r", "scale", "shape");

    public NextLoanModel {
        requireNonNull(info, "info");
        requireNonNull(unit, "unit");
        covariance.requireOf(PARAMETERS, r, scale, shape);
    }

    /**
     * A model with parameters set by an expert.
     *
     * @param unit the unit of time
     * @param r how alike clients are
     * @param scale the scale of the spans
     * @param shape the regularity
     * @return the model, its parameters without uncertainty
     * @throws IllegalArgumentException if a parameter is not finite and above 0
     */
    public static NextLoanModel of(CalendarUnit unit, double r, double scale, double shape) {
        ModelInfo info = ModelInfo.of(TYPE, Run.sequential(), 0, "");
        return new NextLoanModel(info, unit, r, scale, shape, ParameterCovariance.none(PARAMETERS));
    }

    /** {@return the standard errors by parameter; none for one that was set or held at a limit} */
    public Map<String, Double> standardErrors() {
        return covariance.standardErrors(r, scale, shape);
    }

    /**
     * The probability that a client borrows within a span from now.
     *
     * @param client its loans so far
     * @param ahead the span
     * @return the probability, within [0, 1]
     */
    public double probability(BorrowingHistory client, Horizon ahead) {
        double until = power(client.elapsed() + ahead.in(unit));
        double since = power(client.elapsed());
        double all = 1 + client.used(scale, shape) + since;
        return -Math.expm1(-shapeOf(client) * Math.log1p((until - since) / all));
    }

    /**
     * How long from now until a client has borrowed with a given probability; at 0.5 the median.
     *
     * @param client its loans so far
     * @param probability within [0, 1)
     * @return the span in the model's unit; infinite where it is beyond the range of numbers
     * @throws IllegalArgumentException if the probability is out of range
     */
    public double waitUntil(BorrowingHistory client, double probability) {
        if (!(probability >= 0 && probability < 1)) {
            throw new IllegalArgumentException("probability must be within [0, 1), found " + probability);
        }
        double since = power(client.elapsed());
        double all = 1 + client.used(scale, shape) + since;
        double more = all * Math.expm1(-Math.log1p(-probability) / shapeOf(client));
        return more < since // then a difference of the spans would cancel
                ? client.elapsed() * Math.expm1(Math.log1p(more / since) / shape)
                : scale * Math.pow(since + more, 1 / shape) - client.elapsed();
    }

    /**
     * How long from now until the next loan on average.
     *
     * @param client its loans so far
     * @return the span in the model's unit; empty where it is infinite, with (r + spans) × shape of at most 1
     */
    public OptionalDouble expectedWait(BorrowingHistory client) {
        double m = shapeOf(client);
        double per = 1 / shape;
        if (!(m > per)) {
            return OptionalDouble.empty();
        }
        double before = 1 + client.used(scale, shape);
        double all = before + power(client.elapsed());
        double share = Beta.regularizedBeta(before / all, m - per, per);
        double log = Math.log(scale)
                + m * Math.log(all / before)
                + per * Math.log(before)
                - Math.log(shape)
                - LogGamma.perBeta(m - per, per);
        double wait = Math.exp(log + Math.log(share));
        return Double.isFinite(wait) ? OptionalDouble.of(wait) : OptionalDouble.empty();
    }

    /**
     * The probability that a client borrows within a span from now, with its interval and its reasons. The interval is the
     * delta method's on the scale of log odds; it is that of the parameters, not of what chance does. The base is a client
     * that has just taken its first loan; {@code propensity.rhythm} is what its spans between loans change, and
     * {@code propensity.elapsed} what the time since the last one does.
     *
     * @param client its loans so far
     * @param ahead the span
     * @param level the interval's level, within (0, 1)
     * @return the probability
     */
    public Estimate estimate(BorrowingHistory client, Horizon ahead, double level) {
        double value = probability(client, ahead);
        double atLastLoan = probability(client.atLastLoan(), ahead);
        double base = probability(BorrowingHistory.of(0), ahead);
        List<Reason> reasons = new ArrayList<>();
        reasons.add(
                Reason.of("propensity.rhythm", atLastLoan - base, Map.of("loans", Integer.toString(client.loans()))));
        reasons.add(Reason.of(
                "propensity.elapsed",
                value - atLastLoan,
                Map.of("elapsed", LogOdds.text(client.elapsed()), "unit", LogOdds.name(unit))));
        reasons.sort(Comparator.comparingDouble(reason -> -Math.abs(reason.contribution())));
        double variance = 0;
        for (Contrast<NextLoanModel> contrast : contrasts()) {
            variance += contrast.variance(model -> model.probability(client, ahead));
        }
        return LogOdds.estimate(value, Math.sqrt(variance), level, base, reasons);
    }

    /**
     * What the data leave open about the parameters, as models a small step away on either side.
     *
     * @return a pair for each independent direction; none if the parameters were set and not estimated
     */
    public List<Contrast<NextLoanModel>> contrasts() {
        return covariance.contrasts(
                new double[] {r, scale, shape}, at -> new NextLoanModel(info, unit, at[0], at[1], at[2], covariance));
    }

    /**
     * The log-likelihood of one client's spans.
     *
     * @param client its loans so far
     * @return the logarithm of their density, the last span being unfinished
     */
    public double logLikelihood(BorrowingHistory client) {
        int n = client.loans() - 1;
        double all = 1 + client.used(scale, shape) + power(client.elapsed());
        return LogGamma.ratio(r, n)
                + n * (Math.log(shape) - shape * Math.log(scale))
                + (shape - 1) * client.sumOfLogs()
                - (r + n) * Math.log(all);
    }

    private double power(double span) {
        return Math.pow(span / scale, shape);
    }

    private double shapeOf(BorrowingHistory client) {
        return r + (client.loans() - 1);
    }
}
