package io.lendcrm.core.reason;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReasonCatalogueTest {

    private final ReasonCatalogue texts = ReasonCatalogue.standard();
    private final Reason reason =
            Reason.of("test.greeting", 1.25, Map.of("feature", "revenue", "value", "$1 \\ {value}"));

    @Test
    void aReasonIsTextOfItsLanguageWithItsArgumentsAndContribution() {
        assertThat(texts.text(reason, Locale.ENGLISH)).isEqualTo("revenue is $1 \\ {value} (+1.25), {unknown}");
        assertThat(texts.text(reason, Locale.SIMPLIFIED_CHINESE)).isEqualTo("revenue 为 $1 \\ {value}(+1.25)");
    }

    @Test
    void aLanguageWithoutTextsGetsTheEnglishOne() {
        assertThat(texts.text(reason, Locale.FRENCH)).isEqualTo(texts.text(reason, Locale.ENGLISH));
    }

    @Test
    void aCodeWithoutTextIsPrintedAsItself() {
        assertThat(texts.text(Reason.of("test.nowhere", 0), Locale.ENGLISH)).isEqualTo("test.nowhere");
        assertThat(texts.text(Reason.of("test.nowhere", 0, Map.of("a", "1")), Locale.ENGLISH))
                .isEqualTo("test.nowhere {a=1}");
    }

    @Test
    void bothLanguagesKnowTheSameCodes() {
        assertThat(texts.codes(Locale.ENGLISH)).isEqualTo(texts.codes(Locale.CHINESE));
    }
}
