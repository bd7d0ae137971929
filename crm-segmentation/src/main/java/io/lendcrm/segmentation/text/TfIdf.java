package io.lendcrm.segmentation.text;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.feature.Fingerprint;
import io.lendcrm.core.model.FitException;
import io.lendcrm.core.model.Fitter;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.core.model.Run;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Fits a vocabulary and how rare its terms are, so that a text becomes the weights of its terms:
 *
 * <pre>
 *   tf  = 1 + ln(count), or the count       idf = ln((1 + texts) / (1 + texts with the term)) + 1
 *   value = tf · idf, the row brought to unit length
 * </pre>
 *
 * as scikit-learn's {@code TfidfVectorizer} with {@code smooth_idf} does. A term is kept if at least {@code leastTexts} texts have
 * it and at most a share of them; of those the ones with the most occurrences. Equal texts and options give equal models on any
 * number of threads; another order of texts changes nothing but the fingerprint. Immutable and thread-safe.
 */
public final class TfIdf implements Fitter<List<String>, TfIdfModel> {

    private static final int BLOCK = 256;
    private static final int MOST_DISTINCT = 5_000_000;

    private final TextAnalysis analysis;
    private final int leastTexts;
    private final double greatestShare;
    private final int mostTerms;
    private final boolean sublinear;
    private final Set<String> left;

    private TfIdf(
            TextAnalysis analysis,
            int leastTexts,
            double greatestShare,
            int mostTerms,
            boolean sublinear,
            Set<String> left) {
        this.analysis = requireNonNull(analysis, "analysis");
        this.leastTexts = leastTexts;
        this.greatestShare = greatestShare;
        this.mostTerms = mostTerms;
        this.sublinear = sublinear;
        this.left = Set.copyOf(left);
        if (leastTexts < 1) {
            throw new IllegalArgumentException("leastTexts must be at least 1, found " + leastTexts);
        }
        if (!(greatestShare > 0 && greatestShare <= 1)) {
            throw new IllegalArgumentException("greatestShare must be within (0, 1], found " + greatestShare);
        }
        if (mostTerms < 1 || mostTerms > TextColumns.MOST) {
            throw new IllegalArgumentException(
                    "mostTerms must be within [1, " + TextColumns.MOST + "], found " + mostTerms);
        }
    }

    /**
     * At most 1,000 terms that stand in 2 texts at least and in half of them at most, counted by {@code 1 + ln(count)}.
     *
     * @param analysis how tokens are made
     * @return the fitter
     */
    public static TfIdf of(TextAnalysis analysis) {
        return new TfIdf(analysis, 2, 0.5, 1000, true, Set.of());
    }

    /**
     * With other bounds on how common a term is.
     *
     * @param texts in how many texts it must stand, at least 1
     * @param share in what part of all texts it may stand at most, above 0 and at most 1
     * @return the fitter
     */
    public TfIdf withCommonness(int texts, double share) {
        return new TfIdf(analysis, texts, share, mostTerms, sublinear, left);
    }

    /**
     * With another bound on the vocabulary.
     *
     * @param most how many terms, within [1, 65536]
     * @return the fitter
     */
    public TfIdf withMostTerms(int most) {
        return new TfIdf(analysis, leastTexts, greatestShare, most, sublinear, left);
    }

    /**
     * With counts as they are, or by their logarithm.
     *
     * @param logarithm true for {@code 1 + ln(count)}
     * @return the fitter
     */
    public TfIdf withSublinear(boolean logarithm) {
        return new TfIdf(analysis, leastTexts, greatestShare, mostTerms, logarithm, left);
    }

    /**
     * With terms left out, such as {@link StopWords#english()} or the bank's own name; those told before aren't any longer.
     *
     * @param terms tokens as the tokenizer makes them
     * @return the fitter
     */
    public TfIdf withoutTerms(Set<String> terms) {
        return new TfIdf(analysis, leastTexts, greatestShare, mostTerms, sublinear, terms);
    }

    /**
     * {@inheritDoc}
     *
     * @throws FitException if no term is left, or the texts have more than five million different ones
     */
    @Override
    public TfIdfModel fit(List<String> texts, Run run) {
        List<String> copy = List.copyOf(texts);
        Map<String, Usage> usage = count(copy, run);
        int most = (int) Math.floor(greatestShare * copy.size());
        List<Map.Entry<String, Usage>> kept = new ArrayList<>(usage.entrySet());
        kept.removeIf(e -> e.getValue().texts < leastTexts || e.getValue().texts > most || left.contains(e.getKey()));
        if (kept.isEmpty()) {
            throw new FitException(
                    TfIdfModel.TYPE,
                    "none of " + usage.size() + " terms stands in at least " + leastTexts + " and at most " + most
                            + " of the " + copy.size() + " texts and isn't left out",
                    "more texts, or wider bounds");
        }
        kept.sort(Comparator.comparingLong((Map.Entry<String, Usage> e) -> -e.getValue().count)
                .thenComparing(Map.Entry::getKey));
        boolean cut = kept.size() > mostTerms;
        List<Map.Entry<String, Usage>> terms = new ArrayList<>(kept.subList(0, Math.min(mostTerms, kept.size())));
        terms.sort(Map.Entry.comparingByKey());
        ModelInfo info = ModelInfo.of(TfIdfModel.TYPE, run, copy.size(), fingerprint(copy))
                .withOptions(options())
                .withDiagnostics(Map.of("distinctTerms", (double) usage.size(), "eligibleTerms", (double) kept.size()))
                .withWarnings(
                        cut
                                ? List.of("of " + kept.size() + " terms the " + mostTerms + " most used are kept")
                                : List.of());
        return new TfIdfModel(
                analysis.tokenizer().id(),
                analysis.masking().code(),
                copy.size(),
                sublinear,
                terms.stream().map(Map.Entry::getKey).toList(),
                terms.stream().mapToInt(e -> e.getValue().texts).toArray(),
                info);
    }

    @Override
    public TfIdfModel fit(List<String> texts) {
        return fit(texts, Run.sequential());
    }

    private Map<String, Usage> count(List<String> texts, Run run) {
        Map<String, Usage> all = new HashMap<>();
        int blocks = (texts.size() + BLOCK - 1) / BLOCK;
        run.each(blocks, block -> {
            Map<String, Usage> some = new HashMap<>();
            int end = Math.min(texts.size(), (block + 1) * BLOCK);
            for (int i = block * BLOCK; i < end; i++) {
                int text = i;
                analysis.forEach(
                        texts.get(i),
                        token -> some.computeIfAbsent(token, t -> new Usage()).see(text));
            }
            // sums of whole numbers don't depend on the order of blocks
            synchronized (all) {
                some.forEach((token, usage) ->
                        all.computeIfAbsent(token, t -> new Usage()).add(usage));
                if (all.size() > MOST_DISTINCT) {
                    throw new FitException(
                            TfIdfModel.TYPE,
                            "the texts have more than " + MOST_DISTINCT + " different terms",
                            "a sample of the texts, or hashed terms, which need no vocabulary");
                }
            }
        });
        return all;
    }

    private static String fingerprint(List<String> texts) {
        Fingerprint fingerprint = Fingerprint.empty().add(texts.size());
        texts.forEach(fingerprint::add);
        return fingerprint.hex();
    }

    private Map<String, String> options() {
        Map<String, String> options = new TreeMap<>();
        options.put("tokenizer", analysis.tokenizer().id());
        options.put("masking", analysis.masking().code());
        options.put("leastTexts", Integer.toString(leastTexts));
        options.put("greatestShare", Double.toString(greatestShare));
        options.put("mostTerms", Integer.toString(mostTerms));
        options.put("sublinear", Boolean.toString(sublinear));
        options.put("leftOut", Integer.toString(left.size()));
        return options;
    }

    /** {@return the options} */
    @Override
    public String toString() {
        return "TfIdf" + options();
    }

    /** How much a term is used. Not thread-safe; confine to one thread. */
    private static final class Usage {
        private int texts;
        private long count;
        private int lastText = -1;

        void see(int text) {
            texts += text == lastText ? 0 : 1;
            lastText = text;
            count++;
        }

        void add(Usage other) {
            texts += other.texts;
            count += other.count;
        }
    }
}
