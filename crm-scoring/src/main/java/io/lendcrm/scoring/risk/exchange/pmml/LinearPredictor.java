package io.lendcrm.scoring.risk.exchange.pmml;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureRow;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.model.FittedModel;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.core.model.Run;
import io.lendcrm.core.privacy.DataClass;
import io.lendcrm.core.reason.Reason;
import io.lendcrm.core.reason.ReasonCode;
import io.lendcrm.scoring.CompiledScorer;
import io.lendcrm.scoring.Score;
import io.lendcrm.scoring.Scorer;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A regression that comes from elsewhere. The score is the linear predictor {@code η = intercept + Σ terms} in the order of the
 * file: slope · value for a number, a coefficient for each level of a category; {@link #predicted(double[])} turns it into what
 * the file predicts, a number or a probability. Where the file says so a value is replaced when missing; else a missing number
 * gives no score, and a missing or unseen level counts 0.
 *
 * <p>The base of the reasons is the intercept: every term is one reason with codes {@code logistic.raises}, {@code
 * logistic.lowers} or {@code logistic.neutral}; {@code logistic.missing} tells why there is no score. Immutable and
 * thread-safe.
 */
public final class LinearPredictor implements FittedModel, Scorer, CompiledScorer {

    /** The stable name of this type of model. */
    public static final String TYPE = "linear-predictor";

    private static final ReasonCode RAISES = ReasonCode.of("logistic.raises");
    private static final ReasonCode LOWERS = ReasonCode.of("logistic.lowers");
    private static final ReasonCode NEUTRAL = ReasonCode.of("logistic.neutral");
    private static final MathContext DIGITS = new MathContext(6);

    /** How the linear predictor becomes a prediction. */
    public enum Link {
        /** The prediction is η. */
        IDENTITY {
            @Override
            double predicted(double eta) {
                return eta;
            }
        },
        /** The prediction is 1 / (1 + e^−η). */
        LOGIT {
            @Override
            double predicted(double eta) {
                return 1 / (1 + Math.exp(-eta));
            }
        },
        /** The prediction is e^η. */
        EXP {
            @Override
            double predicted(double eta) {
                return Math.exp(eta);
            }
        },
        /** The prediction is 1 − e^(−e^η). */
        CLOGLOG {
            @Override
            double predicted(double eta) {
                return -Math.expm1(-Math.exp(eta));
            }
        };

        abstract double predicted(double eta);
    }

    /** What a feature adds. */
    sealed interface Term {

        double of(double value);

        /** Slope · value, the replacement's where missing; {@code NaN} for no score. */
        record Slope(double slope, double whenMissing) implements Term {
            @Override
            public double of(double value) {
                return slope * (Double.isNaN(value) ? whenMissing : value);
            }
        }

        /** A coefficient for each level, for missing and for unseen ones; {@code NaN} for no score. */
        final class Levels implements Term {

            private final double[] coefficients;
            private final double missing;
            private final double unseen;

            Levels(double[] coefficients, double missing, double unseen) {
                this.coefficients = coefficients.clone();
                this.missing = missing;
                this.unseen = unseen;
            }

            /** Of the levels' coefficients, then that of missing, then that of unseen ones. */
            static Levels of(double[] all) {
                if (all.length < 3) {
                    throw new IllegalArgumentException("coefficients must be at least 3, found " + all.length);
                }
                int levels = all.length - 2;
                return new Levels(Arrays.copyOf(all, levels), all[levels], all[levels + 1]);
            }

            double[] all() {
                double[] all = Arrays.copyOf(coefficients, coefficients.length + 2);
                all[coefficients.length] = missing;
                all[coefficients.length + 1] = unseen;
                return all;
            }

            int size() {
                return coefficients.length;
            }

            @Override
            public boolean equals(@Nullable Object other) {
                return other instanceof Levels that && Arrays.equals(all(), that.all());
            }

            @Override
            public int hashCode() {
                return Arrays.hashCode(all());
            }

            @Override
            public double of(double value) {
                if (Double.isNaN(value)) {
                    return missing;
                }
                if (value == Feature.UNSEEN) {
                    return unseen;
                }
                boolean known = value >= 0 && value < coefficients.length && value == Math.rint(value);
                return known ? coefficients[(int) value] : Double.NaN;
            }
        }
    }

    private final ModelInfo info;
    private final double intercept;
    private final Term[] terms;
    private final Link link;

    LinearPredictor(FeatureSchema schema, double intercept, List<Term> terms, Link link) {
        this(ModelInfo.of(TYPE, Run.sequential(), 0, "").withSchema(schema), intercept, terms, link);
    }

    LinearPredictor(ModelInfo info, double intercept, List<Term> terms, Link link) {
        this.info = requireNonNull(info, "info");
        this.intercept = intercept;
        this.terms = terms.toArray(Term[]::new);
        this.link = requireNonNull(link, "link");
        if (this.terms.length != info.schema().size()) {
            throw new IllegalArgumentException(
                    "terms must be one for each of " + info.schema() + ", found " + this.terms.length);
        }
        for (int i = 0; i < this.terms.length; i++) {
            int levels = info.schema().feature(i).levels().size();
            int found = this.terms[i] instanceof Term.Levels own ? own.size() : 0;
            if (found != levels) {
                throw new IllegalArgumentException("coefficients of "
                        + info.schema().feature(i).name() + " must be as many as its " + levels + " levels, found "
                        + found);
            }
        }
    }

    List<Term> terms() {
        return List.of(terms);
    }

    @Override
    public ModelInfo info() {
        return info;
    }

    @Override
    public FeatureSchema schema() {
        return info.schema();
    }

    /** {@return what everyone gets} */
    public double intercept() {
        return intercept;
    }

    /** {@return how the linear predictor becomes a prediction} */
    public Link link() {
        return link;
    }

    /**
     * What a feature adds to the linear predictor.
     *
     * @param feature its name
     * @param value its value, {@code NaN} if missing, {@link Feature#UNSEEN} for an unseen level
     * @return the contribution; {@code NaN} for no score
     * @throws IllegalArgumentException if there is no such feature
     */
    public double contribution(String feature, double value) {
        return terms[schema().indexOf(feature)].of(value);
    }

    /** The linear predictor. */
    @Override
    public double score(double[] row) {
        if (row.length != terms.length) {
            throw new IllegalArgumentException(
                    "row must have the model's " + terms.length + " values, found " + row.length);
        }
        double sum = intercept;
        for (int i = 0; i < terms.length; i++) {
            sum += terms[i].of(row[i]);
        }
        return Math.abs(sum) <= Double.MAX_VALUE ? sum : Double.NaN;
    }

    /**
     * What the file predicts: a number, or the probability of its target category.
     *
     * @param row the values in the order of the schema, {@code NaN} where missing
     * @return the prediction, or {@code NaN} if there is none
     * @throws IllegalArgumentException if the row has too few or too many values
     */
    public double predicted(double[] row) {
        double predicted = link.predicted(score(row));
        return Math.abs(predicted) <= Double.MAX_VALUE ? predicted : Double.NaN;
    }

    @Override
    public Score score(FeatureRow client) {
        double[] row = schema().bind(client).toArray();
        double score = score(row);
        List<String> refused = new ArrayList<>();
        List<Reason> reasons = new ArrayList<>();
        for (int i = 0; i < row.length; i++) {
            double contribution = terms[i].of(row[i]) + 0.0;
            if (Double.isNaN(contribution)) {
                refused.add(schema().feature(i).name());
            } else {
                reasons.add(reason(schema().feature(i), row[i], contribution));
            }
        }
        if (Double.isNaN(score)) {
            return new Score.NotScored(
                    client.client(), ReasonCode.of("logistic.missing"), "missing: " + String.join(", ", refused));
        }
        reasons.sort(Comparator.comparingDouble(reason -> -Math.abs(reason.contribution())));
        return new Score.Scored(client.client(), score, intercept, reasons, info);
    }

    private static Reason reason(Feature feature, double value, double contribution) {
        String told = Double.isNaN(value)
                ? "missing"
                : !feature.type().hasLevels()
                        ? plain(value)
                        : value < 0 ? "unseen" : feature.levels().get((int) value);
        return new Reason(
                contribution > 0 ? RAISES : contribution < 0 ? LOWERS : NEUTRAL,
                contribution,
                Map.of(
                        "feature",
                        feature.name(),
                        "unit",
                        feature.unit(),
                        "baseline",
                        "0",
                        "value",
                        feature.dataClass() == DataClass.ORDINARY ? told : "***"));
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value).round(DIGITS).stripTrailingZeros().toPlainString();
    }

    /** Equal if terms, intercept, link and provenance are. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LinearPredictor that
                && info.equals(that.info)
                && intercept == that.intercept
                && link == that.link
                && Arrays.equals(terms, that.terms);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(terms) + Double.hashCode(intercept);
    }

    /** {@return the names of the features} */
    @Override
    public String toString() {
        return "LinearPredictor[" + schema().names() + ", " + link + "]";
    }
}
