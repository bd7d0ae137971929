package io.lendcrm.segmentation.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LexiconTest {

    private static final TextFeatures COUNTED =
            TextFeatures.counted(TextAnalysis.of(Masking.standard()), Lexicon.all());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        I lost my job and can't pay                    | 2 | 0 | 0 | 0
        I am not unemployed and was never evicted      | 0 | 0 | 0 | 0
        this is unfair, I filed a complaint            | 0 | 2 | 0 | 0
        I want to close my account                     | 0 | 0 | 0 | 1
        I need a loan to buy a car                     | 0 | 0 | 2 | 0
        客户失业了，还不起贷款                           | 2 | 0 | 0 | 0
        没有失业，不破产                                | 0 | 0 | 0 | 0
        我要投诉，暴力催收                              | 0 | 2 | 0 | 0
        想贷款买房                                     | 0 | 0 | 2 | 0
        我要销户，换银行                                | 0 | 0 | 0 | 2
        all is well                                    | 0 | 0 | 0 | 0
        """)
    void phrasesCountUnlessNegated(String text, int distress, int complaint, int borrowing, int leaving) {
        double[] values = COUNTED.values(text);
        assertThat(List.of(values[0], values[1], values[2], values[3]))
                .containsExactly((double) distress, (double) complaint, (double) borrowing, (double) leaving);
    }

    /** Stems of words and words of a dictionary, as other tokenizers make them. */
    @Test
    void negationsAreFoundByAnyTokenizer() {
        Tokenizer spaces = new Tokenizer() {
            @Override
            public String id() {
                return "spaces";
            }

            @Override
            public void tokenize(MaskedText text, Consumer<String> tokens) {
                for (String word : text.value().split(" ", -1)) {
                    tokens.accept(word.endsWith("y") ? word.substring(0, word.length() - 1) + "i" : word);
                }
            }
        };
        Lexicon own = new Lexicon("own", "1", List.of("late", "破产"));
        TextFeatures features = TextFeatures.counted(new TextAnalysis(Masking.none(), spaces), List.of(own));
        assertThat(features.values("late 破产")[0]).isEqualTo(2);
        assertThat(features.values("hardly late")[0]).isZero();
        assertThat(features.values("我 不 破产")[0]).isZero();
        assertThatThrownBy(() -> features.add("late", Double.NaN, new double[2]))
                .hasMessage("weight must be at least 0 and finite, found NaN");
    }

    @Test
    void theLongestPhraseCountsOnce() {
        assertThat(COUNTED.values("financial hardship")[0]).isEqualTo(1);
        assertThat(COUNTED.values("hardship, hardship")[0]).isEqualTo(2);
        assertThat(COUNTED.schema().names())
                .containsExactly("distress_hits", "complaint_hits", "borrowing_hits", "leaving_hits", "text_tokens");
        assertThat(COUNTED.values("one two three")[4]).isEqualTo(3);
    }

    @Test
    void lexiconsOfOnesOwnCanBeRead() {
        Lexicon own = Lexicon.parse("dispute", "# mine\nversion: 2026-11\n\nnot my debt\n不是我的\n");
        assertThat(own.phrases()).containsExactly("not my debt", "不是我的");
        assertThat(own).hasToString("Lexicon[dispute 2026-11, 2 phrases]");
        TextFeatures features = TextFeatures.counted(TextAnalysis.of(Masking.none()), List.of(own));
        assertThat(features.values("this is not my debt")[0]).isEqualTo(1);
        assertThat(features.schema().feature(0).description()).contains("2026-11");
    }

    @Test
    void aLexiconIsChecked() {
        assertThatThrownBy(() -> Lexicon.parse("x", "late")).hasMessageContaining("version");
        assertThatThrownBy(() -> Lexicon.parse("X", "version: 1\nlate")).hasMessageContaining("name must match");
        assertThatThrownBy(() -> Lexicon.parse("x", "version: 1")).hasMessageContaining("at least one");
        assertThatThrownBy(() -> Lexicon.parse("x", "version: 1\nlate\nlate")).hasMessageContaining("different");
        Lexicon empty = new Lexicon("x", "1", List.of("!!!"));
        assertThatThrownBy(() -> TextFeatures.counted(TextAnalysis.of(Masking.none()), List.of(empty)))
                .hasMessageContaining("must have tokens by words-1");
    }

    @Test
    void thoseOfTheLibraryHaveAVersionAndBothLanguages() {
        for (Lexicon lexicon : Lexicon.all()) {
            assertThat(lexicon.version()).isEqualTo("1");
            assertThat(lexicon.phrases()).hasSizeGreaterThan(60);
            assertThat(lexicon.phrases()).anyMatch(p -> p.codePoints().allMatch(WordTokenizer::isIdeograph));
            assertThat(lexicon.phrases()).anyMatch(p -> p.codePoints().allMatch(c -> c < 0x80));
        }
        assertThat(StopWords.english()).contains("the", "don't").hasSizeGreaterThan(100);
        assertThat(StopWords.chinese()).contains("我们").hasSizeGreaterThan(40);
    }
}
