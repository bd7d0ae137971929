package io.lendcrm.segmentation.text;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.model.FittedModel;
import io.lendcrm.core.model.ModelInfo;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;

/**
 * A fitted vocabulary with how rare its terms are. It holds terms that clients used, in at least as many texts as the fitter was
 * told; masked ones as placeholders. Apply it by {@link #features}. Immutable and thread-safe.
 */
public final class TfIdfModel implements FittedModel {

    /** The stable name of this type of model. */
    public static final String TYPE = "tf-idf";

    private final String tokenizer;
    private final String masking;
    private final int texts;
    private final boolean sublinear;
    private final List<String> terms;
    private final int[] textsWith;
    private final double[] idf;
    private final ModelInfo info;

    TfIdfModel(
            String tokenizer,
            String masking,
            int texts,
            boolean sublinear,
            List<String> terms,
            int[] textsWith,
            ModelInfo info) {
        this.tokenizer = requireNonNull(tokenizer, "tokenizer");
        this.masking = requireNonNull(masking, "masking");
        this.texts = texts;
        this.sublinear = sublinear;
        this.terms = List.copyOf(terms);
        this.textsWith = textsWith.clone();
        this.info = requireNonNull(info, "info");
        if (terms.isEmpty() || terms.size() > TextColumns.MOST || terms.size() != textsWith.length) {
            throw new IllegalArgumentException("terms must be within [1, " + TextColumns.MOST
                    + "] and as many as counts, found " + terms.size() + " and " + textsWith.length);
        }
        this.idf = new double[textsWith.length];
        for (int i = 0; i < idf.length; i++) {
            if (i > 0 && terms.get(i - 1).compareTo(terms.get(i)) >= 0) {
                throw new IllegalArgumentException(
                        "terms must be different and in order, found term " + i + " not behind the one before");
            }
            if (textsWith[i] < 1 || textsWith[i] > texts) {
                throw new IllegalArgumentException(
                        "texts with a term must be within [1, texts=" + texts + "], found " + textsWith[i]);
            }
            idf[i] = StrictMath.log((1.0 + texts) / (1.0 + textsWith[i])) + 1;
        }
    }

    @Override
    public ModelInfo info() {
        return info;
    }

    /** {@return the terms, in the order of their characters} */
    public List<String> terms() {
        return terms;
    }

    /**
     * Where a term stands.
     *
     * @param term a token as the tokenizer makes it
     * @return its position in {@link #terms()}, or empty
     */
    public OptionalInt find(String term) {
        int at = Collections.binarySearch(terms, requireNonNull(term, "term"));
        return at < 0 ? OptionalInt.empty() : OptionalInt.of(at);
    }

    /**
     * In how many of the fitted texts a term stands.
     *
     * @param term its position
     * @return the number, at least 1
     */
    public int textsWith(int term) {
        return textsWith[term];
    }

    /**
     * How rare a term is.
     *
     * @param term its position
     * @return {@code ln((1 + texts) / (1 + texts with the term)) + 1}, at least 1
     */
    public double idf(int term) {
        return idf[term];
    }

    /** {@return how many texts it was fitted to} */
    public int texts() {
        return texts;
    }

    /** {@return whether a term counts {@code 1 + ln(count)} instead of its count} */
    public boolean sublinear() {
        return sublinear;
    }

    /** {@return the tokenizer's name} */
    public String tokenizer() {
        return tokenizer;
    }

    /** {@return the kinds that were masked, as {@link Masking#code()} tells them} */
    public String masking() {
        return masking;
    }

    /**
     * The features {@code term_0}, {@code term_1}, … of the terms in their order, each described by its term.
     *
     * @param analysis how tokens are made: by the tokenizer of that name, masked alike; names to mask may differ
     * @return the features
     * @throws IllegalArgumentException if tokenizer or masking differ from those it was fitted with
     */
    public TextFeatures features(TextAnalysis analysis) {
        if (!analysis.tokenizer().id().equals(tokenizer)) {
            throw new IllegalArgumentException(
                    "tokenizer must be " + tokenizer + ", with which the model was fitted, found "
                            + analysis.tokenizer().id());
        }
        if (!analysis.masking().code().equals(masking)) {
            throw new IllegalArgumentException(
                    "masking must be " + masking + ", with which the model was fitted, found "
                            + analysis.masking().code());
        }
        return new WeightedTerms(this, analysis);
    }

    /** {@return the numbers of terms and texts} */
    @Override
    public String toString() {
        return "TfIdfModel[" + terms.size() + " terms of " + texts + " texts]";
    }
}
