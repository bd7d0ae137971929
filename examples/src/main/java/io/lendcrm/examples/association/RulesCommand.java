package io.lendcrm.examples.association;

import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.DocumentBuilder;
import io.lendcrm.core.model.Run;
import io.lendcrm.examples.command.InputOptions;
import io.lendcrm.examples.command.InputRefusedException;
import io.lendcrm.examples.command.OutputOptions;
import io.lendcrm.examples.command.TableOptions;
import io.lendcrm.examples.table.Column;
import io.lendcrm.examples.table.Table;
import io.lendcrm.segmentation.association.AssociationModel;
import io.lendcrm.segmentation.association.AssociationRule;
import io.lendcrm.segmentation.association.AssociationRules;
import io.lendcrm.segmentation.association.Baskets;
import io.lendcrm.segmentation.association.RuleCounts;
import io.lendcrm.segmentation.association.RuleMeasure;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lendcrm rules}: what clients who have these things have, too. */
@Command(
        name = "rules",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Finds what clients who have some things often have, too. It says what occurs together, not what causes"
                    + " what.",
            "",
            "By default each row is a client's basket, and an item is column=value; an empty cell is none. With"
                    + " --basket and --item the file is a log with a line an item.",
            "",
            "Writes a JSON object with baskets, itemsets (how many sets of items reach the support, single ones"
                    + " included), ruleCount (rules with an antecedent and one consequent, at most 10 items), complete"
                    + " (whether rules lists them all), end (what that is), hitRate (with --holdout) and rules, each with"
                    + " its measures; the greatest lift first.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  lendcrm rules --input clients.csv --support 0.05 --confidence 0.6 --rhs product=card",
            "  lendcrm rules --input log.csv --basket receipt --item product --support 0.01 --confidence 0.5"
        })
@SuppressWarnings("NullAway.Init") // picocli fills it
public final class RulesCommand implements Callable<Integer> {

    @Mixin
    private InputOptions input;

    @Option(names = "--wide", description = "Each row is a basket of column=value; this is the default.")
    private boolean wide;

    @Option(names = "--columns", split = ",", paramLabel = "COL", description = "Wide: the columns; all by default.")
    private @Nullable List<String> columns;

    @Option(names = "--basket", paramLabel = "COL", description = "The column of a log that tells the basket.")
    private @Nullable String basket;

    @Option(names = "--item", paramLabel = "COL", description = "The column of a log that tells the item.")
    private @Nullable String item;

    @Option(
            names = "--support",
            required = true,
            paramLabel = "P",
            description = "The least part of baskets with all items of a rule, above 0 and at most 1.")
    private double support;

    @Option(
            names = "--confidence",
            required = true,
            paramLabel = "P",
            description = "The least part of baskets with the antecedent that have the consequent too, from 0 to 1.")
    private double confidence;

    @Option(names = "--rhs", paramLabel = "ITEM", description = "Only rules with this consequent, as column=value.")
    private @Nullable String consequent;

    @Option(
            names = "--max-rules",
            paramLabel = "N",
            description = "How many rules are listed at most, the first by the measure; ${DEFAULT-VALUE} by default.")
    private int most = 10_000;

    @Option(
            names = "--max-itemsets",
            paramLabel = "N",
            description = "How many itemsets are searched at most, about 60 bytes each; ${DEFAULT-VALUE} by default.")
    private int mostItemsets = 2_000_000;

    @Option(
            names = "--by",
            paramLabel = "MEASURE",
            description = "What ranks rules: ${COMPLETION-CANDIDATES}, in small letters; lift by default.")
    private RuleMeasure measure = RuleMeasure.LIFT;

    @Option(
            names = "--holdout",
            paramLabel = "P",
            description =
                    "Also tell hitRate: rules learn from the other baskets, one item is hidden of each of this part of"
                            + " them, and it is a hit if it is among the first suggestions; beside that of popularity"
                            + " alone. Rank --by confidence for it.")
    private @Nullable Double holdout;

    @Option(
            names = "--first",
            paramLabel = "N",
            description = "How many suggestions count for --holdout; ${DEFAULT-VALUE} by default.")
    private int first = 3;

    @Option(names = "--seed", paramLabel = "N", description = "The seed of --holdout; ${DEFAULT-VALUE} by default.")
    private long seed = 7;

    @Option(names = "--report", paramLabel = "DIR", description = "Where to write rules.html, a page to look at.")
    private @Nullable Path report;

    @Mixin
    private TableOptions tables;

    @Mixin
    private OutputOptions output;

    /** A command that picocli fills. */
    public RulesCommand() {}

    @Override
    public Integer call() {
        check();
        Table table = tables.read(input);
        Baskets baskets = basket == null || item == null ? wide(table) : log(table, basket, item);
        AssociationRules options =
                AssociationRules.of(support, confidence).withBest(measure, most).withMostItemsets(mostItemsets);
        if (consequent != null) {
            if (!baskets.items().contains(consequent)) {
                throw output.usage("--rhs must be an item of " + table.name()
                        + ", as column=value in a wide file, found \"" + consequent + "\"");
            }
            options = options.withConsequents(Set.of(consequent));
        }
        AssociationModel model = options.fit(baskets, Run.sequential().withClock(Clock.systemUTC()));
        Optional<Document> hits = holdout == null ? Optional.empty() : hits(baskets, options, holdout);
        output.print(document(baskets, model, hits));
        output.tell(model.rules().size() + " rules of " + model.itemsets() + " itemsets, "
                + model.end().statement());
        if (report != null) {
            RulesPage.write(table.name(), baskets, model, report);
        }
        return 0;
    }

    private Optional<Document> hits(Baskets baskets, AssociationRules options, double part) {
        Set<String> offered = consequent == null ? Set.of() : Set.of(consequent);
        Optional<Document> hits = HeldOutHits.of(baskets, options, offered, part, first, seed);
        if (hits.isEmpty()) {
            output.tell("warning: no held-out basket has an item to hide and another beside it, so that there is no"
                    + " hit rate");
        }
        return hits;
    }

    private void check() {
        if (holdout != null && !(holdout > 0 && holdout < 1) || first < 1) {
            throw output.usage(
                    "--holdout must be within (0, 1) and --first at least 1, found " + holdout + " and " + first);
        }
        if ((basket == null) != (item == null)) {
            throw output.usage("--basket and --item must stand together");
        }
        if (basket != null && (wide || columns != null)) {
            throw output.usage("--basket and --item are of a log; --wide and --columns must not stand beside them");
        }
        if (!(support > 0 && support <= 1)) {
            throw output.usage("--support must be within (0, 1], found " + support);
        }
        if (!(confidence >= 0 && confidence <= 1)) {
            throw output.usage("--confidence must be within [0, 1], found " + confidence);
        }
        if (most < 1 || mostItemsets < 1 || mostItemsets > 1 << 26) {
            throw output.usage("--max-rules must be at least 1 and --max-itemsets within [1, " + (1 << 26) + "], found "
                    + most + " and " + mostItemsets);
        }
    }

    private Baskets wide(Table table) {
        int[] at = columns == null
                ? IntStream.range(0, table.columns().size()).toArray()
                : columns.stream()
                        .mapToInt(told -> tables.column(input, table, "--columns", told))
                        .distinct()
                        .toArray();
        List<String> names = IntStream.of(at).mapToObj(table.names()::get).toList();
        return Baskets.fromWide(
                names,
                IntStream.range(0, table.rows())
                        .mapToObj(row -> IntStream.of(at)
                                .mapToObj(c -> table.columns().get(c).text(row))
                                .toList())
                        .toList());
    }

    private Baskets log(Table table, String ofBasket, String ofItem) {
        int key = tables.column(input, table, "--basket", ofBasket);
        int what = tables.column(input, table, "--item", ofItem);
        Table lines = tables.usable(input, table, new int[0], key, what);
        Column keys = lines.columns().get(key);
        Column items = lines.columns().get(what);
        if (items.texts().stream().anyMatch(String::isBlank)) {
            throw InputRefusedException.because(table.name() + " is refused: an item is blank");
        }
        return Baskets.fromLines(
                IntStream.range(0, lines.rows()).mapToObj(keys::text).toList(),
                IntStream.range(0, lines.rows()).mapToObj(items::text).toList());
    }

    private static Document document(Baskets baskets, AssociationModel model, Optional<Document> hits) {
        DocumentBuilder document = Document.tree()
                .put("baskets", baskets.size())
                .put("items", baskets.items().size())
                .put("itemsets", model.itemsets())
                .put("ruleCount", met(model))
                .put("complete", model.complete())
                .put("searchedSupport", model.searchedSupport())
                .put("end", model.end().statement());
        hits.ifPresent(rate -> document.put("hitRate", rate));
        return document.put(
                        "rules",
                        new Document.Items(
                                model.rules().stream().map(RulesCommand::rule).toList()))
                .build();
    }

    /** How many rules meet the conditions, listed or not. */
    static long met(AssociationModel model) {
        Map<String, Double> diagnostics = model.info().diagnostics();
        return Math.round(
                diagnostics.getOrDefault("rulesMet", (double) model.rules().size()));
    }

    private static Document rule(AssociationRule rule) {
        RuleCounts counts = rule.counts();
        DocumentBuilder document = Document.tree()
                .put("antecedent", rule.antecedent())
                .put("consequent", rule.consequent())
                .put("count", counts.both())
                .put("support", counts.support())
                .put("confidence", counts.confidence())
                .put("coverage", counts.coverage())
                .put("lift", counts.lift())
                .put("leverage", counts.leverage())
                .put("kulczynski", counts.kulczynski());
        counts.conviction().ifPresent(value -> document.put("conviction", value));
        counts.chiSquared().ifPresent(value -> document.put("chiSquared", value));
        counts.oddsRatio().ifPresent(value -> document.put("oddsRatio", value));
        return document.build();
    }
}
