package io.lendcrm.segmentation.text;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * Small lists of words that say little by themselves, for {@link TfIdf#withoutTerms}. Chinese ones are bigrams, as
 * {@link WordTokenizer} makes them. Stateless and thread-safe.
 */
public final class StopWords {

    private StopWords() {}

    /** {@return English articles, pronouns, prepositions, auxiliary verbs; with apostrophes} */
    public static Set<String> english() {
        return of("stop-words-en.txt");
    }

    /** {@return Chinese pronouns, conjunctions and particles} */
    public static Set<String> chinese() {
        return of("stop-words-zh.txt");
    }

    private static Set<String> of(String file) {
        return Lexicon.resource(file)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .flatMap(line -> java.util.Arrays.stream(line.split(" ", -1)))
                .filter(word -> !word.isBlank())
                .collect(Collectors.toUnmodifiableSet());
    }
}
