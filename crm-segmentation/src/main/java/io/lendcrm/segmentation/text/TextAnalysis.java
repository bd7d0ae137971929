package io.lendcrm.segmentation.text;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The way from a text to its tokens: first masked, then cut. Immutable and thread-safe.
 *
 * @param masking what is masked before tokens are made; {@link Masking#none()} must be said
 * @param tokenizer what cuts
 */
public record TextAnalysis(Masking masking, Tokenizer tokenizer) {

    public TextAnalysis {
        requireNonNull(masking, "masking");
        requireNonNull(tokenizer, "tokenizer");
    }

    /**
     * Words and Chinese bigrams of masked texts.
     *
     * @param masking what is masked
     * @return the analysis
     */
    public static TextAnalysis of(Masking masking) {
        return new TextAnalysis(masking, WordTokenizer.standard());
    }

    /**
     * The tokens of a text.
     *
     * @param text any text
     * @return them in order; empty if there are none
     */
    public List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        forEach(text, tokens::add);
        return tokens;
    }

    /**
     * Gives out the tokens of a text one by one.
     *
     * @param text any text
     * @param tokens takes them in order
     */
    public void forEach(String text, Consumer<String> tokens) {
        tokenizer.tokenize(masking.mask(text), tokens);
    }
}
