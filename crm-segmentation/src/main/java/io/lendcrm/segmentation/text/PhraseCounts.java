package io.lendcrm.segmentation.text;

import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureSchema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Counts of the phrases of lexicons that aren't negated. Immutable and thread-safe. */
final class PhraseCounts implements TextFeatures {

    private static final int REACH = 3;
    private static final Set<String> NEGATORS = Set.of(
            "not", "no", "never", "without", "neither", "nor", "cannot", "hardly", "没有", "不是", "并未", "从未", "并非", "不会",
            "尚未", "未曾", "不要", "不想");
    private static final String ENDS = ".,;:!?。、\n";
    private static final String NEGATING = "不没無无未非";

    private final TextAnalysis analysis;
    private final FeatureSchema schema;
    private final Set<String> negators;
    private final List<Map<String, List<List<String>>>> phrases = new ArrayList<>();

    PhraseCounts(TextAnalysis analysis, List<Lexicon> lexicons) {
        this.analysis = analysis;
        if (lexicons.isEmpty()) {
            throw new IllegalArgumentException("lexicons must be at least one, found none");
        }
        List<Feature> features = new ArrayList<>();
        TextAnalysis plain = new TextAnalysis(Masking.none(), analysis.tokenizer());
        this.negators = NEGATORS.stream()
                .map(plain::tokens)
                .filter(tokens -> tokens.size() == 1)
                .map(tokens -> tokens.get(0))
                .collect(Collectors.toUnmodifiableSet());
        for (Lexicon lexicon : lexicons) {
            features.add(TextColumns.of(
                    lexicon.name() + "_hits",
                    "phrases",
                    "Phrases of lexicon " + lexicon.name() + " " + lexicon.version() + " that aren't negated"));
            phrases.add(byFirst(lexicon, plain));
        }
        features.add(TextColumns.of("text_tokens", "tokens", "Tokens of the texts"));
        this.schema = FeatureSchema.of(features);
    }

    private static Map<String, List<List<String>>> byFirst(Lexicon lexicon, TextAnalysis analysis) {
        Map<String, List<List<String>>> byFirst = new HashMap<>();
        for (String phrase : lexicon.phrases()) {
            List<String> tokens = List.copyOf(analysis.tokens(phrase));
            if (tokens.isEmpty()) {
                throw new IllegalArgumentException("phrases of " + lexicon.name() + " must have tokens by "
                        + analysis.tokenizer().id() + ", found \"" + phrase + "\"");
            }
            byFirst.computeIfAbsent(tokens.get(0), first -> new ArrayList<>()).add(tokens);
        }
        byFirst.values().forEach(some -> some.sort(Comparator.comparingInt((List<String> t) -> -t.size())));
        return byFirst;
    }

    @Override
    public FeatureSchema schema() {
        return schema;
    }

    @Override
    public void add(String text, double weight, double[] sums) {
        TextColumns.requireWeight(weight);
        String masked = analysis.masking().mask(text).value();
        int from = 0;
        for (int at = 0; at < masked.length(); at++) {
            if (ENDS.indexOf(masked.charAt(at)) >= 0 && !isWithinWord(masked, at)) {
                clause(masked.substring(from, at), weight, sums);
                from = at + 1;
            }
        }
        clause(masked.substring(from), weight, sums);
    }

    /** Whether a point or comma stands as in 1,250.50 or U.S. */
    private static boolean isWithinWord(String text, int at) {
        return at > 0 && at + 1 < text.length() && isAsciiWord(text.charAt(at - 1)) && isAsciiWord(text.charAt(at + 1));
    }

    private static boolean isAsciiWord(char c) {
        return c < 0x80 && Character.isLetterOrDigit(c);
    }

    /** Phrases and what negates them don't reach over the end of a clause. */
    private void clause(String masked, double weight, double[] sums) {
        List<String> tokens = new ArrayList<>();
        analysis.tokenizer().tokenize(new MaskedText(masked), tokens::add);
        for (int l = 0; l < phrases.size(); l++) {
            sums[l] += weight * hits(tokens, phrases.get(l));
        }
        sums[phrases.size()] += weight * tokens.size();
    }

    private long hits(List<String> tokens, Map<String, List<List<String>>> byFirst) {
        long hits = 0;
        int at = 0;
        while (at < tokens.size()) {
            int length = longest(tokens, at, byFirst.getOrDefault(tokens.get(at), List.of()));
            hits += length > 0 && !isNegated(tokens, at) ? 1 : 0;
            at += Math.max(1, length);
        }
        return hits;
    }

    private static int longest(List<String> tokens, int at, List<List<String>> candidates) {
        for (List<String> phrase : candidates) {
            int end = at + phrase.size();
            if (end <= tokens.size() && tokens.subList(at, end).equals(phrase)) {
                return phrase.size();
            }
        }
        return 0;
    }

    private boolean isNegated(List<String> tokens, int at) {
        for (int i = Math.max(0, at - REACH); i < at; i++) {
            if (negators.contains(tokens.get(i)) || tokens.get(i).endsWith("n't")) {
                return true;
            }
        }
        // a word by itself, or of bigrams the one before, which shares its second character with the phrase
        String before = at == 0 ? " " : tokens.get(at - 1);
        return NEGATING.indexOf(before.charAt(0)) >= 0
                && (before.length() == 1
                        || before.length() == 2
                                && before.charAt(1) == tokens.get(at).charAt(0));
    }
}
