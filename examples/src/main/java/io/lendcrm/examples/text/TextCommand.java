package io.lendcrm.examples.text;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.json.ModelJson;
import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.DocumentBuilder;
import io.lendcrm.core.model.Run;
import io.lendcrm.examples.command.InputOptions;
import io.lendcrm.examples.command.InputRefusedException;
import io.lendcrm.examples.command.OutputOptions;
import io.lendcrm.examples.command.TableOptions;
import io.lendcrm.examples.table.Column;
import io.lendcrm.examples.table.Table;
import io.lendcrm.segmentation.cluster.KMeans;
import io.lendcrm.segmentation.cluster.KMeansModel;
import io.lendcrm.segmentation.text.Lexicon;
import io.lendcrm.segmentation.text.Masking;
import io.lendcrm.segmentation.text.StopWords;
import io.lendcrm.segmentation.text.TextAnalysis;
import io.lendcrm.segmentation.text.TextFeatures;
import io.lendcrm.segmentation.text.TfIdf;
import io.lendcrm.segmentation.text.TfIdfModel;
import io.lendcrm.segmentation.validity.Agreement;
import io.lendcrm.segmentation.validity.Labels;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lendcrm text}: what notes and complaints are about. */
@Command(
        name = "text",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Tells what notes or complaints are about: groups of alike texts with their words, and how many texts have"
                    + " a phrase of need, anger or intent.",
            "",
            "Account, card and phone numbers, addresses, dates and all other numbers are masked before anything else."
                    + " Texts become weights of terms (tf-idf), and k-means makes groups of them.",
            "",
            "Writes a JSON object with texts, terms, groups (size, words: those that the group uses more than all texts"
                    + " do, the first most), and lexicons: for all texts and each level of --by the part with a"
                    + " phrase. With --by also agreement, the adjusted mutual information of groups and levels: 0 by"
                    + " chance, 1 if equal.",
            ""
        },
        footer = {
            "",
            "Example:",
            "  lendcrm text --input complaints.csv --column narrative --by product --groups 8 --out terms.json"
        })
@SuppressWarnings("NullAway.Init") // picocli fills it
public final class TextCommand implements Callable<Integer> {

    /** How texts are cut. */
    public enum Cut {
        /** Words and Chinese bigrams. */
        WORDS,
        /** Stems of English words, by Lucene. */
        ENGLISH,
        /** Words of a Chinese dictionary, by Lucene. */
        CHINESE
    }

    @Mixin
    private InputOptions input;

    @Option(names = "--column", required = true, paramLabel = "COL", description = "The column of texts.")
    private String column;

    @Option(names = "--by", paramLabel = "COL", description = "A column of levels to compare with, such as products.")
    private @Nullable String by;

    @Option(names = "--groups", paramLabel = "K", description = "How many groups; ${DEFAULT-VALUE} by default.")
    private int groups = 6;

    @Option(names = "--terms", paramLabel = "N", description = "How many terms at most; ${DEFAULT-VALUE} by default.")
    private int terms = 200;

    @Option(names = "--words", paramLabel = "N", description = "Words told of a group; ${DEFAULT-VALUE} by default.")
    private int words = 8;

    @Option(
            names = "--tokenizer",
            paramLabel = "HOW",
            description = "${COMPLETION-CANDIDATES}, in small letters: words and Chinese bigrams, Lucene's English"
                    + " stems, or its Chinese dictionary; words by default.")
    private Cut cut = Cut.WORDS;

    @Option(names = "--seed", paramLabel = "N", description = "Of randomness; ${DEFAULT-VALUE} by default.")
    private long seed = 7;

    @Option(names = "--out", paramLabel = "FILE", description = "Where to store the vocabulary.")
    private @Nullable Path out;

    @Mixin
    private TableOptions tables;

    @Mixin
    private OutputOptions output;

    /** A command that picocli fills. */
    public TextCommand() {}

    @Override
    public Integer call() {
        if (groups < 1 || words < 1 || terms < 1 || terms > 5_000) {
            throw output.usage("--groups and --words must be at least 1 and --terms within [1, 5000], found " + groups
                    + ", " + words + " and " + terms);
        }
        Table table = tables.read(input);
        Column narrative = table.columns().get(tables.column(input, table, "--column", column));
        Column level = by == null ? null : table.columns().get(tables.column(input, table, "--by", by));
        int[] rows = IntStream.range(0, table.rows())
                .filter(row -> !narrative.isMissing(row))
                .toArray();
        if (rows.length == 0) {
            throw InputRefusedException.because(
                    table.name() + " is refused: column \"" + narrative.name() + "\" has no texts");
        }
        List<String> texts = IntStream.of(rows).mapToObj(narrative::text).toList();
        List<String> levels = level == null
                ? List.of()
                : IntStream.of(rows).mapToObj(level::text).toList();
        if (level != null && levels.stream().allMatch(String::isEmpty)) {
            throw InputRefusedException.because(
                    table.name() + " is refused: column \"" + level.name() + "\" is empty wherever there is a text");
        }
        print(texts, levels);
        output.tell(rows.length + " texts, " + (table.rows() - rows.length) + " rows without one");
        long without = levels.stream().filter(String::isEmpty).count();
        if (without > 0) {
            output.tell(without + " texts without " + by + ", which count among all only");
        }
        return 0;
    }

    private void print(List<String> texts, List<String> levels) {
        Run run = Run.sequential().withClock(Clock.systemUTC());
        TextAnalysis analysis = analysis();
        TfIdfModel model = TfIdf.of(analysis)
                .withMostTerms(terms)
                .withoutTerms(left(analysis))
                .fit(texts, run);
        List<ClientId> keys = IntStream.range(0, texts.size())
                .mapToObj(i -> ClientId.of("text-" + i))
                .toList();
        FeatureTable weights = model.features(analysis).table(keys, texts);
        KMeansModel found = KMeans.of(groups).withSeed(seed).withStarts(3).fit(weights, run);
        DocumentBuilder document = Document.tree()
                .put("texts", (long) texts.size())
                .put("terms", (long) model.terms().size())
                .put("groups", groups(model, found, weights));
        if (!levels.isEmpty()) {
            document.put("agreement", agreement(found.assign(weights).segmentOfRows(), levels));
        }
        output.print(document.put("lexicons", lexicons(analysis, texts, levels)).build());
        if (out != null) {
            store(model, out);
        }
    }

    private TextAnalysis analysis() {
        return switch (cut) {
            case WORDS -> TextAnalysis.of(Masking.standard());
            case ENGLISH -> new TextAnalysis(Masking.standard(), LuceneTokenizer.english());
            case CHINESE -> new TextAnalysis(Masking.standard(), LuceneTokenizer.chinese());
        };
    }

    /** Stop words and placeholders, cut as the texts are. */
    private static Set<String> left(TextAnalysis analysis) {
        TextAnalysis plain = new TextAnalysis(Masking.none(), analysis.tokenizer());
        Set<String> left = new HashSet<>();
        StopWords.english().forEach(word -> left.addAll(plain.tokens(word)));
        StopWords.chinese().forEach(word -> left.addAll(plain.tokens(word)));
        for (Masking.Kind kind : Masking.Kind.values()) {
            left.addAll(plain.tokens(kind.placeholder()));
        }
        return left;
    }

    private Document groups(TfIdfModel model, KMeansModel found, FeatureTable weights) {
        double[] mean = new double[model.terms().size()];
        for (int t = 0; t < mean.length; t++) {
            double sum = 0;
            for (double weight : weights.column(t)) {
                sum += weight;
            }
            mean[t] = sum / weights.rows();
        }
        List<Document> told = new ArrayList<>();
        for (int g = 0; g < found.k(); g++) {
            double[] centre = found.centre(g);
            List<String> most = IntStream.range(0, mean.length)
                    .filter(t -> centre[t] > mean[t])
                    .boxed()
                    .sorted((a, b) -> Double.compare(centre[b] - mean[b], centre[a] - mean[a]))
                    .limit(words)
                    .map(model.terms()::get)
                    .toList();
            told.add(Document.tree()
                    .put("size", found.segments().get(g).clients())
                    .put("words", most)
                    .build());
        }
        return new Document.Items(told);
    }

    /** Of the texts that have a level. */
    private static double agreement(int[] found, List<String> levels) {
        int[] rows = IntStream.range(0, found.length)
                .filter(row -> !levels.get(row).isEmpty())
                .toArray();
        Map<String, Integer> codes = new HashMap<>();
        IntStream.of(rows).forEach(row -> codes.putIfAbsent(levels.get(row), codes.size()));
        return Agreement.of(
                        Labels.of(IntStream.of(rows).map(row -> found[row]).toArray()),
                        Labels.of(IntStream.of(rows)
                                .map(row -> codes.getOrDefault(levels.get(row), 0))
                                .toArray()))
                .adjustedInformation();
    }

    private static Document lexicons(TextAnalysis analysis, List<String> texts, List<String> levels) {
        TextFeatures counted = TextFeatures.counted(analysis, Lexicon.all());
        double[][] values = texts.stream().map(counted::values).toArray(double[][]::new);
        List<Document> told = new ArrayList<>();
        told.add(shares("all", values, IntStream.range(0, values.length).toArray()));
        Map<String, List<Integer>> rows = new TreeMap<>();
        for (int row = 0; row < levels.size(); row++) {
            rows.computeIfAbsent(levels.get(row), level -> new ArrayList<>()).add(row);
        }
        rows.remove(""); // those without a level are among all
        rows.forEach((level, own) ->
                told.add(shares(level, values, own.stream().mapToInt(row -> row).toArray())));
        return new Document.Items(told);
    }

    private static Document shares(String level, double[][] values, int[] rows) {
        DocumentBuilder document = Document.tree().put("of", level);
        document.put("texts", (long) rows.length);
        List<Lexicon> lexicons = Lexicon.all();
        for (int l = 0; l < lexicons.size(); l++) {
            int at = l;
            long with = IntStream.of(rows).filter(row -> values[row][at] > 0).count();
            document.put(lexicons.get(l).name(), (double) with / rows.length);
        }
        return document.build();
    }

    private static void store(TfIdfModel model, Path file) {
        try {
            Files.write(file, ModelJson.standard().write(model));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
