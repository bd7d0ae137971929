package io.lendcrm.segmentation.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordTokenizerTest {

    private static List<String> tokens(String text) {
        return TextAnalysis.of(Masking.none()).tokens(text);
    }

    @Test
    void wordsAreInSmallLettersWithoutPunctuation() {
        assertThat(tokens("The Bank's FEE — wasn't “right”!")).containsExactly("the", "bank", "fee", "wasn't", "right");
        assertThat(tokens("Don’t pay Straße Ωμέγα привет"))
                .containsExactly("don't", "pay", "straße", "ωμέγα", "привет");
        assertThat(tokens("paid 1,250.50, 30 days; masked_phone __ a_b"))
                .containsExactly("paid", "1,250.50", "30", "days", "masked_phone", "a_b");
    }

    @Test
    void chineseComesAsBigrams() {
        assertThat(tokens("我还不起贷款，钱")).containsExactly("我还", "还不", "不起", "起贷", "贷款", "钱");
        assertThat(tokens("iPhone手机3月")).containsExactly("iphone", "手机", "3", "月");
        assertThat(tokens("ｆｕｌｌ　ｗｉｄｔｈ")).containsExactly("full", "width");
        assertThat(tokens("\uD840\uDC00\uD840\uDC01")).containsExactly("\uD840\uDC00\uD840\uDC01");
        assertThat(tokens("한국어 문장 カード")).containsExactly("한국어", "문장", "カー", "ード");
    }

    @Test
    void whatIsNoTextHasNoTokens() {
        assertThat(tokens("")).isEmpty();
        assertThat(tokens(" \u0000\t\n…😀\ud800\udfff\udc00 ")).isEmpty();
        assertThat(tokens("a\u0000b\ud800c")).containsExactly("a", "b", "c");
    }

    @Test
    void aWordWithoutEndIsCut() {
        assertThat(tokens("a".repeat(200)))
                .containsExactly("a".repeat(64), "a".repeat(64), "a".repeat(64), "a".repeat(8));
    }

    @Test
    void aTextOfMegabytesIsRead() {
        int[] tokens = {0};
        TextAnalysis.of(Masking.standard()).forEach("pay the 贷款 now, not 12. ".repeat(60_000), token -> tokens[0]++);
        assertThat(tokens[0]).isEqualTo(360_000);
    }
}
