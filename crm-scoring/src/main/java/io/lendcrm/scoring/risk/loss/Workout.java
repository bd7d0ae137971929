package io.lendcrm.scoring.risk.loss;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.money.DiscountRate;
import io.lendcrm.core.time.Horizon;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A default and what was got back of it. The realised loss given default is
 *
 * <pre>{@code LGD = (EAD - Σ recovery / (1 + r)^t + Σ cost / (1 + r)^t) / EAD}</pre>
 *
 * <p>with t in years of 365.2425 days from the default. It is below 0 where more came back than was owed, and above 1
 * where the costs exceed it; both are left as they are. Immutable and thread-safe.
 *
 * @param segment what loans it is averaged with, such as {@code secured}
 * @param defaultedOn the day of default
 * @param exposure what was owed on that day, above 0
 * @param flows what came in and what it cost
 * @param closedOn the day on which nothing more was expected; null while it goes on
 */
public record Workout(
        String segment,
        LocalDate defaultedOn,
        double exposure,
        List<Flow> flows,
        @Nullable LocalDate closedOn) {

    /**
     * Money of a workout.
     *
     * @param day when, not before the default
     * @param recovery what came in, collateral sold and guarantees paid included, at least 0
     * @param cost what was spent on it, direct and allotted, at least 0; a drawing after default counts here
     */
    public record Flow(LocalDate day, double recovery, double cost) {
        public Flow {
            requireNonNull(day, "day");
            if (!(recovery >= 0 && recovery < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("recovery must be finite and at least 0, found " + recovery);
            }
            if (!(cost >= 0 && cost < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("cost must be finite and at least 0, found " + cost);
            }
        }
    }

    public Workout {
        requireNonNull(segment, "segment");
        requireNonNull(defaultedOn, "defaultedOn");
        flows = List.copyOf(flows);
        if (!(exposure > 0 && exposure < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("exposure must be finite and above 0, found " + exposure);
        }
        if (closedOn != null && closedOn.isBefore(defaultedOn)) {
            throw new IllegalArgumentException(
                    "closedOn must not be before defaultedOn=" + defaultedOn + ", found " + closedOn);
        }
        for (Flow flow : flows) {
            if (flow.day().isBefore(defaultedOn)) {
                throw new IllegalArgumentException(
                        "flows must not be before defaultedOn=" + defaultedOn + ", found " + flow.day());
            }
            if (closedOn != null && flow.day().isAfter(closedOn)) {
                throw new IllegalArgumentException(
                        "flows must not be after closedOn=" + closedOn + ", found " + flow.day());
            }
        }
    }

    /** {@return the day on which nothing more was expected, if it has come} */
    public Optional<LocalDate> closing() {
        return Optional.ofNullable(closedOn);
    }

    /**
     * The loss given default by what came in until a day, as if nothing more came.
     *
     * @param rate the discount rate, its premium for the risk of recoveries included
     * @param until the last day whose flows count
     * @return the share of the exposure
     */
    public double lossGivenDefault(DiscountRate rate, LocalDate until) {
        double net = 0;
        for (Flow flow : flows) {
            if (!flow.day().isAfter(until)) {
                double days = ChronoUnit.DAYS.between(defaultedOn, flow.day());
                net += (flow.recovery() - flow.cost()) * rate.factor(Horizon.days(days));
            }
        }
        return 1 - net / exposure;
    }
}
