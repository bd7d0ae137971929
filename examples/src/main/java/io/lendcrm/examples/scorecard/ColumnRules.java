package io.lendcrm.examples.scorecard;

import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.reason.ReasonCode;
import io.lendcrm.examples.command.OutputOptions;
import io.lendcrm.examples.table.FeatureColumns;
import io.lendcrm.scoring.risk.binning.BinningFitter;
import io.lendcrm.scoring.risk.binning.BinningMethod;
import io.lendcrm.scoring.risk.binning.FixedBinning;
import io.lendcrm.scoring.risk.binning.OptimalBinning;
import io.lendcrm.scoring.risk.binning.VariableOptions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** What is told of single columns: codes among their numbers, edges of their bins, the reasons they count for. */
public final class ColumnRules {

    @Option(
            names = "--special",
            paramLabel = "COL=A|B,C",
            description =
                    "Numbers of a column that stand for something else, such as -9 for refused: each gets a bin of"
                            + " its own, those joined by commas one together. May be given for several columns.")
    private List<String> specials = List.of();

    @Option(
            names = "--edges",
            paramLabel = "COL=A,B",
            description = "The edges between the bins of a column of numbers, no others. May be given for several"
                    + " columns.")
    private List<String> edges = List.of();

    @Option(
            names = "--keep-edges",
            paramLabel = "COL=A,B",
            description = "Edges that have to be there, with --method optimal, which may add others. May be given for"
                    + " several columns.")
    private List<String> keptEdges = List.of();

    @Option(
            names = "--reason",
            paramLabel = "COL=CODE",
            description = "The code of the reason that the points lost in a column count for; columns of the same code"
                    + " make one reason. May be given for several columns.")
    private List<String> reasons = List.of();

    /** Options that picocli fills. */
    public ColumnRules() {}

    /** The feature that an option tells of by a column's name or position. */
    @FunctionalInterface
    interface Columns {
        Feature of(String option, String column);
    }

    /** Bins all columns alike, but for what is told of some. */
    BinningFitter binning(VariableOptions all, Columns columns, OutputOptions output) {
        Map<String, VariableOptions> own = new LinkedHashMap<>();
        told("--edges", edges, columns, output).forEach((feature, text) -> {
            List<Double> list = edges("--edges", feature, text, output);
            own.put(feature.name(), with(all, new FixedBinning(list, List.of())));
        });
        told("--keep-edges", keptEdges, columns, output).forEach((feature, text) -> {
            if (own.containsKey(feature.name())) {
                throw output.usage("--edges and --keep-edges both tell the edges of "
                        + FeatureColumns.columnName(feature) + "; give one of them");
            }
            if (!(all.method() instanceof OptimalBinning optimal)) {
                throw output.usage("--keep-edges goes with --method optimal");
            }
            List<Double> list = edges("--keep-edges", feature, text, output);
            if (list.size() >= optimal.maxBins()) {
                throw output.usage("--keep-edges of " + FeatureColumns.columnName(feature) + " must be fewer than the "
                        + optimal.maxBins() + " bins at most, found " + list.size());
            }
            double[] kept = list.stream().mapToDouble(Double::doubleValue).toArray();
            own.put(feature.name(), with(all, optimal.withFixedEdges(kept)));
        });
        told("--special", specials, columns, output).forEach((feature, text) -> {
            List<List<Double>> groups = new ArrayList<>();
            for (String group : text.split("\\|", -1)) {
                groups.add(numbers("--special", feature, group, output));
            }
            List<Double> each = groups.stream().flatMap(List::stream).toList();
            if (each.stream().distinct().count() < each.size()) {
                throw output.usage("--special must tell each number once, found \"" + text + "\"");
            }
            VariableOptions was = own.getOrDefault(feature.name(), all);
            own.put(feature.name(), was.withSpecialGroups(groups));
        });
        BinningFitter fitter = BinningFitter.of(all);
        for (Map.Entry<String, VariableOptions> each : own.entrySet()) {
            fitter = fitter.with(each.getKey(), each.getValue());
        }
        return fitter;
    }

    /** The reasons' codes by the names of features. */
    Map<String, ReasonCode> reasons(Columns columns, OutputOptions output) {
        Map<String, ReasonCode> codes = new LinkedHashMap<>();
        told("--reason", reasons, columns, output).forEach((feature, code) -> {
            try {
                codes.put(feature.name(), ReasonCode.of(code));
            } catch (IllegalArgumentException e) {
                throw output.usage("--reason must be as COL=CODE: " + e.getMessage());
            }
        });
        return codes;
    }

    private static Map<Feature, String> told(String option, List<String> texts, Columns columns, OutputOptions output) {
        Map<Feature, String> told = new LinkedHashMap<>();
        for (String text : texts) {
            int equals = text.lastIndexOf('=');
            if (equals < 1) {
                throw output.usage(option + " must be as COL=.., found \"" + text + "\"");
            }
            Feature feature = columns.of(option, text.substring(0, equals));
            if (told.put(feature, text.substring(equals + 1).strip()) != null) {
                throw output.usage(option + " tells of " + FeatureColumns.columnName(feature) + " twice");
            }
        }
        return told;
    }

    private static List<Double> edges(String option, Feature feature, String text, OutputOptions output) {
        List<Double> edges = numbers(option, feature, text, output);
        for (int i = 1; i < edges.size(); i++) {
            if (edges.get(i) <= edges.get(i - 1)) {
                throw output.usage(option + " must be ascending, found \"" + text + "\"");
            }
        }
        return edges;
    }

    private static List<Double> numbers(String option, Feature feature, String text, OutputOptions output) {
        if (feature.type().hasLevels()) {
            throw output.usage(
                    option + " is for columns of numbers; " + FeatureColumns.columnName(feature) + " has texts");
        }
        try {
            List<Double> numbers = Arrays.stream(text.split(",", -1))
                    .map(number -> Double.parseDouble(number) + 0.0)
                    .toList();
            if (numbers.stream().allMatch(Double::isFinite)) {
                return numbers;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw output.usage(option + " must tell finite numbers, found \"" + text + "\"");
    }

    private static VariableOptions with(VariableOptions all, BinningMethod method) {
        return new VariableOptions(
                method, all.specials(), all.missing(), all.missingBelow(), all.unseen(), all.zeroCell());
    }
}
