package io.lendcrm.examples.scorecard;

import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.json.ModelJson;
import io.lendcrm.core.model.FitException;
import io.lendcrm.core.model.Run;
import io.lendcrm.core.reason.ReasonCode;
import io.lendcrm.examples.command.InputOptions;
import io.lendcrm.examples.command.OutputOptions;
import io.lendcrm.examples.command.TableOptions;
import io.lendcrm.examples.report.CardPage;
import io.lendcrm.examples.report.CardReport;
import io.lendcrm.examples.report.Language;
import io.lendcrm.examples.table.FeatureColumns;
import io.lendcrm.examples.table.Table;
import io.lendcrm.scoring.proof.validation.Folds;
import io.lendcrm.scoring.risk.binning.Binning;
import io.lendcrm.scoring.risk.binning.BinningModel;
import io.lendcrm.scoring.risk.binning.LabelledTable;
import io.lendcrm.scoring.risk.binning.VariableOptions;
import io.lendcrm.scoring.risk.scorecard.ScorecardFitter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lendcrm scorecard fit}: a file of clients and outcomes to a card. */
@Command(
        name = "fit",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Fits a scorecard: puts each column's values into bins, keeps the columns that tell enough, regresses the"
                    + " outcome on the bins' weights of evidence, and turns the result into points. Columns whose"
                    + " coefficient has the wrong sign are dropped. More points are better.",
            "",
            "Writes JSON: base (the points every client gets), variables (name, iv, trend, bins of label, count, bad,"
                    + " woe and points, emptyBins of what no row had, such as a missing value), dropped (the other"
                    + " columns, each with its cause), and validation (rows, bads, auc with its 95 %% interval, ks, gini"
                    + " and h on the rows of the fit; with --folds or --cross-validate crossValidation: the auc of each"
                    + " fold on rows that its card never saw, their mean and standardDeviation).",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  lendcrm scorecard fit --input loans.csv --target outcome --bad default --exclude id --out card.json",
            "  lendcrm scorecard fit --input firms.arff.gz --target bankruptcy --min-iv 0.1 --max-correlation 0.7 \\",
            "      --folds folds.csv",
            "  lendcrm scorecard fit --input german.csv --target class --bad 2 --method tree --cross-validate 5"
        })
@SuppressWarnings("NullAway.Init") // picocli fills it
final class ScorecardFitCommand implements Callable<Integer> {

    @Mixin
    private InputOptions input;

    @Mixin
    private TargetOptions target;

    @Option(
            names = "--columns",
            split = ",",
            paramLabel = "COL",
            description = "The columns that may enter the card. By default all but the target.")
    private List<String> columns = List.of();

    @Option(
            names = "--exclude",
            split = ",",
            paramLabel = "COL",
            description = "Columns that must not enter the card, such as keys, and what wasn't known at the decision.")
    private List<String> excluded = List.of();

    @Mixin
    private TableOptions table;

    @Mixin
    private LevelOrder order;

    @Mixin
    private ColumnRules rules;

    @Mixin
    private CardOptions card;

    @Option(
            names = "--folds",
            paramLabel = "FILE",
            description = "Folds for cross-validation: row,fold, both from 1. Everything is fitted anew for each fold.")
    private @Nullable Path folds;

    @Option(names = "--cross-validate", paramLabel = "N", description = "Cross-validation with N random folds instead.")
    private @Nullable Integer randomFolds;

    @Option(names = "--seed", paramLabel = "N", description = "The seed of random folds; ${DEFAULT-VALUE} by default.")
    private long seed = 7;

    @Option(names = "--out", paramLabel = "FILE", description = "Where to store the card, as JSON.")
    private @Nullable Path out;

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description = "Where to leave scorecard.html, a page with the card's proof, points and bins.")
    private @Nullable Path report;

    @Option(
            names = {"--lang", "--language"},
            paramLabel = "en|zh",
            description = "The language the page opens in; ${DEFAULT-VALUE} by default.")
    private String language = "en";

    @Mixin
    private OutputOptions output;

    @Override
    public Integer call() throws IOException {
        ScorecardFitter fitter = card.fitter(output);
        VariableOptions binning = card.binning(output);
        Language opening = opening();
        if (folds != null && randomFolds != null) {
            throw output.usage("--folds and --cross-validate both tell folds; give one of them");
        }
        Table all = table.read(input);
        int outcome = table.column(input, all, "--target", target.target());
        int[] used = used(all, outcome);
        Map<Integer, List<String>> levels = order.levels(input, table, all, output);
        Table rows = table.usable(input, all, used, outcome);
        table.warnOfStrays(rows, used);
        boolean[] bad = target.outcomes(input, rows, outcome);
        Folds laid = folds(rows, bad);
        LabelledTable data = LabelledTable.of(FeatureColumns.of(rows, used, levels), bad);
        ColumnRules.Columns named = (option, name) -> feature(data, all, used, option, name);
        fitter = fitter.withBinning(rules.binning(binning, named, output));
        Map<String, ReasonCode> reasons = rules.reasons(named, output);
        CardFit fit = fit(data, fitter, laid).withReasons(reasons);
        fit.warnings().forEach(warning -> output.tell("warning: " + warning));
        for (Binning dropped : fit.dropped()) {
            output.tell(FeatureColumns.columnName(dropped.bins().feature()) + " dropped: " + fit.cause(dropped));
        }
        if (out != null) {
            ModelJson.standard().write(fit.card(), out);
        }
        if (report != null) {
            CardReport pictures = CardPictures.of(fit, all.name(), target.told());
            output.tell("open " + CardPage.load().write(pictures, opening, report));
        }
        output.print(CardDocument.of(fit));
        return 0;
    }

    private Feature feature(LabelledTable data, Table all, int[] used, String option, String name) {
        int at = table.column(input, all, option, name);
        return IntStream.range(0, used.length)
                .filter(c -> used[c] == at)
                .mapToObj(data.features().schema()::feature)
                .findFirst()
                .orElseThrow(() -> output.usage(option + " tells of " + name + ", which may not enter the card"));
    }

    private Language opening() {
        try {
            return Language.parse(language);
        } catch (IllegalArgumentException e) {
            throw output.usage("--lang must be one of [en, zh], found \"" + language + "\"");
        }
    }

    private CardFit fit(LabelledTable data, ScorecardFitter fitter, @Nullable Folds laid) {
        Separation.columns(data)
                .forEach(
                        name -> output.tell("warning: no value of " + name + " came with both outcomes; is it a key, or"
                                + " known only after the decision? --exclude leaves it out"));
        Run run = run();
        BinningModel binned = fitter.binning().fit(data, run);
        try {
            return CardFit.of(data, binned, fitter, laid, run);
        } catch (FitException e) {
            binned.info().warnings().forEach(output::tell);
            throw e;
        }
    }

    private static Run run() {
        return Run.sequential()
                .on(ForkJoinPool.commonPool(), Runtime.getRuntime().availableProcessors())
                .withClock(Clock.systemUTC());
    }

    private int[] used(Table all, int outcome) {
        if (!columns.isEmpty() && !excluded.isEmpty()) {
            throw output.usage("--columns and --exclude both tell the columns; give one of them");
        }
        Set<Integer> told = new LinkedHashSet<>();
        for (String name : columns) {
            int at = table.column(input, all, "--columns", name);
            if (at == outcome) {
                throw output.usage("--columns must not hold the target, found " + name);
            }
            told.add(at);
        }
        if (!columns.isEmpty()) {
            return told.stream().mapToInt(Integer::intValue).toArray();
        }
        for (String name : excluded) {
            told.add(table.column(input, all, "--exclude", name));
        }
        int[] used = IntStream.range(0, all.columns().size())
                .filter(at -> at != outcome && !told.contains(at))
                .toArray();
        if (used.length == 0) {
            throw output.usage("--exclude must leave a column beside the target, found " + excluded);
        }
        return used;
    }

    private @Nullable Folds folds(Table rows, boolean[] bad) {
        if (folds != null) {
            return FoldFile.read(folds, input, rows, bad);
        }
        if (randomFolds == null) {
            return null;
        }
        int bads = 0;
        for (boolean each : bad) {
            bads += each ? 1 : 0;
        }
        int most = Math.min(bads, bad.length - bads);
        if (randomFolds < 2 || randomFolds > most) {
            throw output.usage("--cross-validate must be within [2, " + most
                    + "], the rows of the rarer outcome, found " + randomFolds);
        }
        return Folds.stratified(bad, randomFolds, seed);
    }
}
