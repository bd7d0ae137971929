package io.lendcrm.examples.risk;

import io.lendcrm.core.model.Document;
import io.lendcrm.examples.command.OutputOptions;
import io.lendcrm.scoring.risk.capital.CapitalRequirement;
import io.lendcrm.scoring.risk.capital.IrbFunction;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lendcrm capital irb}: the internal ratings-based requirement of one corporate exposure. */
@Command(
        name = "irb",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "The capital requirement of a corporate exposure by the internal ratings-based approach (Basel CRE31): the"
                    + " correlation R, the slope b of the maturity adjustment, the requirement K a unit of exposure and"
                    + " the risk weight RW = 12.5 K, where 1.0 is 100 %%. No floor and no scaling factor is applied"
                    + " unless asked for.",
            "",
            "Writes a JSON object with R, b, K, RW.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  lendcrm capital irb --pd 0.01 --lgd 0.45 --maturity 2.5",
            "  lendcrm capital irb --pd 0.0001 --lgd 0.4 --maturity 2.5 --sales 5 --pd-floor 0.0005"
        })
@SuppressWarnings("NullAway.Init") // picocli fills it
public final class CapitalIrbCommand implements Callable<Integer> {

    @Option(
            names = "--pd",
            required = true,
            paramLabel = "P",
            description = "The probability of default within a year, within [0, 1].")
    private double pd;

    @Option(
            names = "--lgd",
            required = true,
            paramLabel = "P",
            description = "The loss given default as a fraction of the exposure, within [0, 1].")
    private double lgd;

    @Option(
            names = "--maturity",
            required = true,
            paramLabel = "YEARS",
            description = "The effective maturity, within [1, 5].")
    private double maturity;

    @Option(
            names = "--sales",
            paramLabel = "EUR-MILLION",
            description = "Annual sales of a small or medium firm in EUR million; below 5 counts as 5, from 50 on"
                    + " nothing is deducted.")
    private @Nullable Double sales;

    @Option(
            names = "--pd-floor",
            paramLabel = "P",
            description = "The least probability of default that is used, such as 0.0005; none by default.")
    private @Nullable Double floor;

    @Mixin
    private OutputOptions output;

    @Override
    public Integer call() {
        within("--pd", pd, 0, 1);
        within("--lgd", lgd, 0, 1);
        within("--maturity", maturity, 1, 5);
        CapitalRequirement found = requirement();
        output.print(Document.tree()
                .put("R", found.correlation())
                .put("b", found.maturityAdjustment())
                .put("K", found.capital())
                .put("RW", found.riskWeight())
                .build());
        return 0;
    }

    private CapitalRequirement requirement() {
        if (sales != null && !(sales >= 0 && sales < Double.POSITIVE_INFINITY)) {
            throw output.usage("--sales must be finite and at least 0, found " + sales);
        }
        if (floor != null && !(floor >= 0 && floor < 1)) {
            throw output.usage("--pd-floor must be within [0, 1), found " + floor);
        }
        IrbFunction function = sales == null ? IrbFunction.corporate() : IrbFunction.smallOrMedium(sales);
        try {
            return (floor == null ? function : function.withPdFloor(floor)).requirement(pd, lgd, maturity);
        } catch (IllegalArgumentException e) {
            // What is left of the rules: the pole of the maturity adjustment.
            throw output.usage("--" + e.getMessage());
        }
    }

    private void within(String option, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw output.usage(option + " must be within [" + (int) least + ", " + (int) most + "], found " + value);
        }
    }
}
