package io.lendcrm.examples.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lendcrm.segmentation.text.Lexicon;
import io.lendcrm.segmentation.text.Masking;
import io.lendcrm.segmentation.text.TextAnalysis;
import io.lendcrm.segmentation.text.TextFeatures;
import io.lendcrm.segmentation.text.TfIdf;
import io.lendcrm.segmentation.text.TfIdfModel;
import java.util.List;
import org.junit.jupiter.api.Test;

class LuceneTokenizerTest {

    private static final TextAnalysis ENGLISH = new TextAnalysis(Masking.standard(), LuceneTokenizer.english());
    private static final TextAnalysis CHINESE = new TextAnalysis(Masking.standard(), LuceneTokenizer.chinese());

    @Test
    void englishWordsAreCutToTheirStems() {
        assertThat(ENGLISH.tokens("The bank's payments were delayed, call 555-010-0199"))
                .containsExactly("the", "bank", "payment", "were", "delai", "call", "masked_phon");
    }

    @Test
    void chineseWordsAreThoseOfADictionary() {
        assertThat(CHINESE.tokens("客户失业了，还不起贷款")).contains("客户", "失业", "贷款").doesNotContain(",");
    }

    @Test
    void lexiconsAreCutAlike() {
        assertThat(TextFeatures.counted(ENGLISH, Lexicon.all())
                        .values("He complains of foreclosures. I am not angry")[0])
                .isEqualTo(1);
        assertThat(TextFeatures.counted(CHINESE, List.of(Lexicon.distress())).values("客户失业了，公司破产")[0])
                .isEqualTo(2);
    }

    @Test
    void oddTextsDoNoHarm() {
        for (TextAnalysis analysis : List.of(ENGLISH, CHINESE)) {
            assertThat(analysis.tokens("")).isEmpty();
            assertThat(analysis.tokens("\u0000 \ud800 😀 … loan")).contains("loan");
        }
    }

    @Test
    void aVocabularyKnowsItsTokenizer() {
        TfIdfModel model = TfIdf.of(ENGLISH).withCommonness(1, 1).fit(List.of("late payments", "a late fee"));
        assertThat(model.tokenizer()).isEqualTo("lucene-9.12-english");
        assertThatThrownBy(() -> model.features(CHINESE)).hasMessageContaining("tokenizer must be lucene-9.12-english");
    }
}
