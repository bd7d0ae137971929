package io.lendcrm.core.portrait;

import io.lendcrm.core.feature.FeatureRow;
import io.lendcrm.core.reason.Reason;
import io.lendcrm.core.tier.LifecycleStage;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A first view of where a client stands, by simple rules, the first that holds: no money ever moved → potential; none for
 * more than 365 days → lost; known for less than 180 days → new; monthly amounts fall by 5 % of their mean a month or more
 * → declining; known for 3 years or more → mature; else active. What needs memory, such as coming back, isn't told.
 * Stateless and thread-safe.
 */
public final class Lifecycle {

    /** The name of the measure. */
    public static final String NAME = "lifecycle_stage";

    private static final double LOST_AFTER_DAYS = 365;
    private static final long NEW_BEFORE_DAYS = 180;
    private static final double FALLING = -0.05;
    private static final int MATURE_YEARS = 3;

    private Lifecycle() {}

    /**
     * The stage of a client.
     *
     * @param behaviour features among which are {@code recency_days} and {@code trend_12m} of the standard ones
     * @param since the day the lender first knew the client
     * @param today the day to look from
     * @return the name of a {@link LifecycleStage} in lower case, with the rule that held as its reason
     */
    public static Measure of(FeatureRow behaviour, LocalDate since, LocalDate today) {
        double recency = behaviour.value("recency_days");
        double trend = behaviour.value("trend_12m");
        long days = ChronoUnit.DAYS.between(since, today);
        if (Double.isNaN(recency)) {
            return stage(LifecycleStage.POTENTIAL, "lifecycle.no-movement", Map.of(), today);
        }
        if (recency > LOST_AFTER_DAYS) {
            return stage(LifecycleStage.LOST, "lifecycle.silent", Map.of("days", whole(recency)), today);
        }
        if (days < NEW_BEFORE_DAYS) {
            return stage(LifecycleStage.NEW, "lifecycle.young", Map.of("days", Long.toString(days)), today);
        }
        if (trend <= FALLING) {
            return stage(LifecycleStage.DECLINING, "lifecycle.falling", Map.of("percent", whole(-100 * trend)), today);
        }
        return since.plusYears(MATURE_YEARS).isAfter(today)
                ? stage(LifecycleStage.ACTIVE, "lifecycle.steady", Map.of("days", Long.toString(days)), today)
                : stage(LifecycleStage.MATURE, "lifecycle.long", Map.of("days", Long.toString(days)), today);
    }

    private static Measure stage(LifecycleStage stage, String code, Map<String, String> arguments, LocalDate today) {
        return Measure.of(NAME, stage.name().toLowerCase(Locale.ROOT), "lifecycle-rules", today)
                .withReasons(List.of(Reason.of(code, 0, arguments)));
    }

    private static String whole(double value) {
        return Long.toString(Math.round(value));
    }
}
