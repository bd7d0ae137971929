package io.lendcrm.examples.text;

import static java.util.Objects.requireNonNull;

import io.lendcrm.segmentation.text.MaskedText;
import io.lendcrm.segmentation.text.Tokenizer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Tokens by an analyzer of Apache Lucene: stems of English words, words of a Chinese dictionary, or whatever else Lucene has.
 * Stop words are kept, for a vocabulary leaves them out and lexicons need the negations among them. Immutable and thread-safe,
 * as analyzers are.
 */
public final class LuceneTokenizer implements Tokenizer {

    private static final String VERSION = "lucene-9.12";

    private final String id;
    private final Analyzer analyzer;

    private LuceneTokenizer(String id, Analyzer analyzer) {
        this.id = requireNonNull(id, "id");
        this.analyzer = requireNonNull(analyzer, "analyzer");
    }

    /**
     * Any analyzer.
     *
     * @param id names what it does, its version included
     * @param analyzer the analyzer, not to be closed while it is used
     * @return the tokenizer
     */
    public static LuceneTokenizer of(String id, Analyzer analyzer) {
        return new LuceneTokenizer(id, analyzer);
    }

    /** {@return English words by Unicode's rules, in small letters, without 's, cut to Porter's stems} */
    public static LuceneTokenizer english() {
        return of(VERSION + "-english", new EnglishAnalyzer(CharArraySet.EMPTY_SET));
    }

    /** {@return Chinese words by a dictionary and a hidden Markov model; English ones cut to Porter's stems} */
    public static LuceneTokenizer chinese() {
        return of(VERSION + "-smart-chinese", new SmartChineseAnalyzer(CharArraySet.EMPTY_SET));
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public void tokenize(MaskedText text, Consumer<String> tokens) {
        try (TokenStream stream = analyzer.tokenStream("text", text.value())) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                String token = term.toString();
                if (hasWord(token)) {
                    tokens.accept(token);
                }
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory can't be read", e);
        }
    }

    /** The Chinese analyzer gives punctuation as commas, which it would take for stop words. */
    private static boolean hasWord(String token) {
        return token.codePoints().anyMatch(Character::isLetterOrDigit);
    }
}
