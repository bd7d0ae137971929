package io.lendcrm.scoring.value.propensity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lendcrm.core.json.ModelJson;
import io.lendcrm.core.model.ModelFormatException;
import io.lendcrm.core.reason.Reason;
import io.lendcrm.core.reason.ReasonCatalogue;
import io.lendcrm.core.time.CalendarUnit;
import io.lendcrm.core.time.Horizon;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The models of version 1 are read by every later version. */
class StoredModelTest {

    private final ModelJson json = ModelJson.standard();

    @Test
    void modelsAreReadFromFilesWrittenByAnEarlierVersion() {
        NextLoanModel next = json.read(golden("next-loan-1.json"), NextLoanModel.class);
        assertThat(next.unit()).isEqualTo(CalendarUnit.MONTH);
        assertThat(next.info().rows()).isEqualTo(200);
        assertThat(next.standardErrors()).containsOnlyKeys("r", "scale", "shape");
        assertThat(json.write(next)).isEqualTo(golden("next-loan-1.json"));
        RateSensitivityModel rate = json.read(golden("rate-sensitivity-1.json"), RateSensitivityModel.class);
        assertThat(rate.slope()).isNegative();
        assertThat(json.write(rate)).isEqualTo(golden("rate-sensitivity-1.json"));
    }

    @Test
    void aModelReadBackAppliesBitEqually() {
        NextLoanModel next = NextLoanFitter.of(CalendarUnit.WEEK)
                .fit(Borrowers.histories(Borrowers.draw(200, 1.6, 28, 1.3, new Random(6))));
        assertThat(json.read(json.write(next), NextLoanModel.class)).isEqualTo(next);
        RateSensitivityModel rate =
                RateSensitivityFitter.defaults().fit(RateSensitivityTest.quotes(300, -0.8, new Random(6)));
        assertThat(json.read(json.write(rate), RateSensitivityModel.class)).isEqualTo(rate);
    }

    @Test
    void namesThePlaceOfAFault() {
        assertThatThrownBy(() -> read("next-loan-1.json", "\"unit\" : \"MONTH\"", "\"unit\" : \"FORTNIGHT\""))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("FORTNIGHT");
        assertThatThrownBy(() -> read("next-loan-1.json", "\"r\" : ", "\"r\" : -"))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("r must be finite and above 0");
    }

    @Test
    void everyReasonHasATextInBothLanguages() {
        ReasonCatalogue texts = ReasonCatalogue.standard();
        NextLoanModel next = NextLoanModel.of(CalendarUnit.MONTH, 2, 30, 1.4);
        List<Reason> reasons = new ArrayList<>(next.estimate(BorrowingHistory.of(6, 11), Horizon.months(3), 0.9)
                .reasons());
        reasons.addAll(json.read(golden("rate-sensitivity-1.json"), RateSensitivityModel.class)
                .acceptance(2.5, 0.9)
                .reasons());
        assertThat(reasons).hasSize(3);
        for (Reason reason : reasons) {
            for (Locale language : new Locale[] {Locale.ENGLISH, Locale.CHINESE}) {
                assertThat(texts.text(reason, language))
                        .doesNotContain("{")
                        .isNotEqualTo(reason.code().value());
            }
        }
    }

    private void read(String file, String from, String to) {
        String text = new String(golden(file), StandardCharsets.UTF_8);
        assertThat(text).contains(from);
        json.read(text.replace(from, to).getBytes(StandardCharsets.UTF_8), NextLoanModel.class);
    }

    private static byte[] golden(String file) {
        try (var in = StoredModelTest.class.getResourceAsStream(file)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
