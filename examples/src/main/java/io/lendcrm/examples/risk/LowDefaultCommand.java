package io.lendcrm.examples.risk;

import io.lendcrm.core.model.Document;
import io.lendcrm.examples.command.OutputOptions;
import io.lendcrm.scoring.risk.grade.PlutoTasche;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lendcrm low-default}: probabilities of default where hardly anybody defaulted. */
@Command(
        name = "low-default",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Probabilities of default of grades with few or no defaults, by the most prudent estimation of Pluto and"
                    + " Tasche: the largest probability that still leaves a chance of 1 - confidence to see no more"
                    + " defaults than there were in this grade and all worse ones.",
            "",
            "Writes a JSON object with pd, one number a grade in the order given, the worst grade first.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  lendcrm low-default --obligors 10,20,30,40,10 --defaults 1,2,0,0,0 --confidence 0.5",
            "  lendcrm low-default --obligors 400,300,100 --defaults 0,0,0 --confidence 0.75 --correlation 0.12"
        })
@SuppressWarnings("NullAway.Init") // picocli fills it
public final class LowDefaultCommand implements Callable<Integer> {

    @Option(
            names = "--obligors",
            required = true,
            split = ",",
            paramLabel = "N",
            description = "How many obligors each grade has, the worst grade first, each at least 1.")
    private List<Integer> obligors;

    @Option(
            names = "--defaults",
            required = true,
            split = ",",
            paramLabel = "N",
            description = "How many of them defaulted.")
    private List<Integer> defaults;

    @Option(
            names = "--confidence",
            required = true,
            paramLabel = "P",
            description = "How sure the estimate is to be, within (0, 1); 0.5 to 0.75 in common use.")
    private double confidence;

    @Option(
            names = "--correlation",
            paramLabel = "R",
            description = "The correlation of the obligors' assets, within [0, 1); 0, independent, by default.")
    private double correlation;

    @Mixin
    private OutputOptions output;

    @Override
    public Integer call() {
        double[] estimates;
        try {
            estimates =
                    PlutoTasche.independent(confidence)
                            .withCorrelation(correlation)
                            .estimate(counts(obligors), counts(defaults))
                            .stream()
                            .mapToDouble(Double::doubleValue)
                            .toArray();
        } catch (IllegalArgumentException e) {
            // The rules name what they are about by the options' names.
            throw output.usage("--" + e.getMessage());
        } catch (ArithmeticException e) {
            throw output.usage("--obligors must be fewer than 2147483648 in all, found " + obligors);
        }
        output.print(Document.tree().put("pd", estimates).build());
        return 0;
    }

    private static int[] counts(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }
}
