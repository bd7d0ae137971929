package io.lendcrm.scoring.risk.loss;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.OptionalDouble;

/**
 * How a credit line was drawn between a reference day and its default. The realised credit conversion factor is
 *
 * <pre>{@code CCF = (exposure at default - drawn) / (limit - drawn)}</pre>
 *
 * <p>undefined where nothing was left to draw. It is below 0 where the line was paid back on the way, and above 1 where
 * it was drawn beyond the limit. Immutable and thread-safe.
 *
 * @param segment what lines it is averaged with
 * @param referenceOn the reference day, before the default
 * @param defaultedOn the day of default
 * @param limit what might be drawn on the reference day, at least 0
 * @param drawn what was drawn on that day, at least 0
 * @param exposure what was owed at default, at least 0
 */
public record Drawdown(
        String segment, LocalDate referenceOn, LocalDate defaultedOn, double limit, double drawn, double exposure) {

    public Drawdown {
        requireNonNull(segment, "segment");
        requireNonNull(referenceOn, "referenceOn");
        requireNonNull(defaultedOn, "defaultedOn");
        if (!referenceOn.isBefore(defaultedOn)) {
            throw new IllegalArgumentException(
                    "referenceOn must be before defaultedOn=" + defaultedOn + ", found " + referenceOn);
        }
        requireAmount(limit, "limit");
        requireAmount(drawn, "drawn");
        requireAmount(exposure, "exposure");
    }

    private static void requireAmount(double value, String name) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must be finite and at least 0, found " + value);
        }
    }

    /** {@return the realised conversion factor; empty where nothing was left to draw} */
    public OptionalDouble conversionFactor() {
        double undrawn = limit - drawn;
        return undrawn > 0 ? OptionalDouble.of((exposure - drawn) / undrawn) : OptionalDouble.empty();
    }
}
