package io.lendcrm.scoring.proof.report;

import static java.util.Objects.requireNonNull;

import io.lendcrm.scoring.proof.validation.AucDifference;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The model beside another one, or beside itself under other assumptions. Immutable and thread-safe.
 *
 * @param kind what it is compared with
 * @param other the other model or assumption
 * @param measure what is compared, such as {@code AUC}
 * @param ofModel the model's value
 * @param ofOther the other's value
 * @param pValue how likely so large a difference is by chance, null if that wasn't tested
 */
public record ModelComparison(
        Kind kind,
        String other,
        String measure,
        double ofModel,
        double ofOther,
        @Nullable Double pValue) {

    /** What the model is compared with. Immutable and thread-safe. */
    public enum Kind {
        /** Another model. */
        BENCHMARK,
        /** The model under other data or assumptions. */
        SENSITIVITY
    }

    public ModelComparison {
        requireNonNull(kind, "kind");
        Required.text("other", other);
        Required.text("measure", measure);
        if (!Double.isFinite(ofModel) || !Double.isFinite(ofOther)) {
            throw new IllegalArgumentException("values must be finite, found " + ofModel + " and " + ofOther);
        }
        if (pValue != null && !(pValue >= 0 && pValue <= 1)) {
            throw new IllegalArgumentException("pValue must be within [0, 1], found " + pValue);
        }
    }

    /**
     * Two areas under the curve on the same clients.
     *
     * @param other the other model
     * @param difference the model's area first, the other's second
     * @return the comparison
     */
    public static ModelComparison of(String other, AucDifference difference) {
        return new ModelComparison(
                Kind.BENCHMARK,
                other,
                "AUC",
                difference.first().value(),
                difference.second().value(),
                difference.pValue());
    }

    /** {@return how likely so large a difference is by chance, or empty if that wasn't tested} */
    public OptionalDouble chance() {
        return pValue == null ? OptionalDouble.empty() : OptionalDouble.of(pValue);
    }
}
