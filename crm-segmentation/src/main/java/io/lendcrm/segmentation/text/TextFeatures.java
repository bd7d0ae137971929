package io.lendcrm.segmentation.text;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.feature.FeatureTable;
import java.util.List;

/**
 * Numbers made of texts: weights of terms, or counts of phrases. Several texts of one client are added up, each with a weight,
 * and finished together. The features are sensitive, for they are made of what people wrote. Implementations are immutable and
 * thread-safe.
 */
public interface TextFeatures {

    /** {@return what the numbers mean} */
    FeatureSchema schema();

    /**
     * Adds a text.
     *
     * @param text any text; an empty one adds nothing
     * @param weight how much it counts, at least 0 and finite
     * @param sums gets {@code weight · value} of each feature added
     * @throws IllegalArgumentException if the weight isn't
     */
    void add(String text, double weight, double[] sums);

    /**
     * Makes the features of the sums, where they aren't the sums themselves.
     *
     * @param sums changed in place
     */
    default void finish(double[] sums) {}

    /**
     * The features of one text.
     *
     * @param text any text
     * @return a finite value for each feature
     */
    default double[] values(String text) {
        double[] sums = new double[schema().size()];
        add(text, 1, sums);
        finish(sums);
        return sums;
    }

    /**
     * The features of one text a client.
     *
     * @param clients whose texts
     * @param texts as many; empty for none
     * @return the table: 8 bytes for each text and feature
     */
    default FeatureTable table(List<ClientId> clients, List<String> texts) {
        if (clients.size() != texts.size()) {
            throw new IllegalArgumentException(
                    "texts must be as many as the " + clients.size() + " clients, found " + texts.size());
        }
        double[][] columns = new double[schema().size()][texts.size()];
        for (int row = 0; row < texts.size(); row++) {
            double[] values = values(texts.get(row));
            for (int c = 0; c < columns.length; c++) {
                columns[c][row] = values[c];
            }
        }
        return FeatureTable.of(schema(), clients, columns);
    }

    /**
     * Terms by hashing, without a vocabulary: the count of a token goes to place {@code |h| mod size} with the sign of h, its
     * MurmurHash3 (32 bits, seed 0, of the UTF-8 bytes), and a client's row is brought to unit length. Terms that share a place
     * cancel out on average (Weinberger et al. 2009, as in scikit-learn's {@code HashingVectorizer}). Nothing is fitted, so that
     * nothing is stored; but no one can tell a place's terms.
     *
     * @param analysis how tokens are made
     * @param size how many features, within [2, 65536]
     * @return the features {@code hash_0}, {@code hash_1}, …
     */
    static TextFeatures hashed(TextAnalysis analysis, int size) {
        return new HashedTerms(requireNonNull(analysis, "analysis"), size);
    }

    /**
     * Counts of phrases: for each lexicon the feature {@code NAME_hits}, how often a phrase of it stands in the text and isn't
     * negated, and for all {@code text_tokens}, how many tokens there are, so that rates can be told. At each place the longest
     * phrase counts, once.
     *
     * <p>A phrase is negated if one of the three tokens before it in its clause is a word like not, never, without, can't or 没有,
     * or, in Chinese, 不, 没, 无, 未 or 非 stands just before it. Points, commas, colons, question marks and line ends part clauses.
     * That is a rule of thumb: it takes "I have never been evicted" for what it is, and misses what is denied farther away.
     *
     * @param analysis how tokens are made, of the texts and of the phrases
     * @param lexicons which, of different names
     * @return the features
     */
    static TextFeatures counted(TextAnalysis analysis, List<Lexicon> lexicons) {
        return new PhraseCounts(requireNonNull(analysis, "analysis"), List.copyOf(lexicons));
    }
}
