package io.lendcrm.scoring.value.rfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.json.ModelJson;
import io.lendcrm.core.model.ModelFormatException;
import io.lendcrm.core.money.Money;
import io.lendcrm.core.reason.ReasonCatalogue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The model of version 1 is read by every later version. */
class StoredModelTest {

    private final ModelJson json = ModelJson.standard();

    @Test
    void readsAndWritesTheSameBytes() throws IOException {
        byte[] golden = golden();
        RfmModel model = json.read(golden, RfmModel.class);
        assertThat(new String(json.write(model), StandardCharsets.UTF_8))
                .isEqualTo(new String(golden, StandardCharsets.UTF_8));

        RfmTable table = RfmTest.frequencies(1, 1, 1, 2, 3, 4, 5, 9);
        RfmModel fitted = RfmFitter.quantile(4).fit(table);
        assertThat(model.cuts()).isEqualTo(fitted.cuts());
        assertThat(model.segments()).isEqualTo(fitted.segments());
        assertThat(model.info()).isEqualTo(fitted.info());
        assertThat(model.score(table).sizes()).isEqualTo(fitted.score(table).sizes());
    }

    @Test
    void cutsThatEverybodyReachesAreStoredToo() {
        RfmModel one = RfmFitter.defaults().fit(RfmTest.frequencies(3));
        assertThat(json.read(json.write(one), RfmModel.class).cuts()).isEqualTo(one.cuts());
    }

    @Test
    void namesThePlaceOfAFault() throws IOException {
        String text = new String(golden(), StandardCharsets.UTF_8);
        assertThatThrownBy(() -> read(text.replace("\"score\" : 3", "\"score\" : 7")))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("cuts must be of scores 2, 3");
        assertThatThrownBy(() -> read(text.replace("\"currency\" : \"EUR\"", "\"currency\" : \"???\"")))
                .isInstanceOf(ModelFormatException.class);
        assertThatThrownBy(() -> read(text.replace("\"segment\" : \"lost\"", "\"segments\" : \"lost\"")))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("segment");
    }

    @Test
    void everyReasonHasATextInBothLanguages() throws IOException {
        ReasonCatalogue texts = ReasonCatalogue.standard();
        RfmScore score =
                json.read(golden(), RfmModel.class).score(ClientId.of("C-1"), 12, 3, Money.parse("99.50", "EUR"));
        assertThat(texts.text(score.reasons().get(2), Locale.ENGLISH)).startsWith("99.50 EUR in all: score ");
        score.reasons()
                .forEach(reason -> assertThat(texts.text(reason, Locale.CHINESE))
                        .doesNotContain("{")
                        .isNotEqualTo(texts.text(reason, Locale.ENGLISH)));
    }

    private RfmModel read(String text) {
        return json.read(text.getBytes(StandardCharsets.UTF_8), RfmModel.class);
    }

    private static byte[] golden() throws IOException {
        try (var in = StoredModelTest.class.getResourceAsStream("rfm-1.json")) {
            return in.readAllBytes();
        }
    }
}
