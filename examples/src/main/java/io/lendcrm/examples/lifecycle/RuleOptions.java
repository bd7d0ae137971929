package io.lendcrm.examples.lifecycle;

import io.lendcrm.core.model.Run;
import io.lendcrm.examples.command.OutputOptions;
import io.lendcrm.examples.command.StoredModel;
import io.lendcrm.segmentation.lifecycle.LifecycleCard;
import io.lendcrm.segmentation.lifecycle.LifecycleRules;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say by which rules stages begin and end. Not thread-safe; confine to one thread. */
final class RuleOptions {

    @Option(names = "--rules", paramLabel = "FILE", description = "A stored card of rules; the usual ones by default.")
    private @Nullable Path file;

    @Option(
            names = "--rule",
            split = ",",
            paramLabel = "NAME=VALUE",
            description = "Changes a limit, such as lostDays=270: newDays, lostDays, matureDays, reactivatedDays,"
                    + " windowDays, declineBelow, recoverAbove or dwellDays.")
    private Map<String, Double> limits = Map.of();

    /** Options that picocli fills. */
    RuleOptions() {}

    LifecycleCard card(OutputOptions output) {
        LifecycleCard stored = file == null
                ? LifecycleCard.of(LifecycleRules.defaults())
                : StoredModel.read(file, LifecycleCard.class, "one of rules of the life cycle");
        if (file != null && limits.isEmpty()) {
            return stored;
        }
        try {
            Map<String, Double> all = stored.rules().limits();
            all.putAll(limits);
            return LifecycleCard.of(
                    LifecycleRules.of(all), stored.activity(), Run.sequential().withClock(Clock.systemUTC()));
        } catch (IllegalArgumentException e) {
            throw output.usage("--rule: " + e.getMessage());
        }
    }
}
