package io.lendcrm.scoring.value.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lendcrm.core.json.ModelJson;
import io.lendcrm.core.model.ModelFormatException;
import io.lendcrm.core.time.CalendarUnit;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

/** The models of version 1 are read by every later version. */
class StoredModelTest {

    private final ModelJson json = ModelJson.standard();

    @Test
    void readsAndWritesTheSameBytes() throws IOException {
        BdwModel periods = json.read(golden("bdw-1.json"), BdwModel.class);
        WeibullGammaModel time = json.read(golden("weibull-gamma-1.json"), WeibullGammaModel.class);

        assertThat(new String(json.write(periods), UTF_8)).isEqualTo(new String(golden("bdw-1.json"), UTF_8));
        assertThat(new String(json.write(time), UTF_8)).isEqualTo(new String(golden("weibull-gamma-1.json"), UTF_8));
        assertThat(periods.parameters()).containsOnlyKeys("alpha", "beta", "c");
        assertThat(periods.standardErrors()).containsOnlyKeys("alpha", "beta");
        assertThat(time.standardErrors()).containsOnlyKeys("r", "alpha", "c");
        assertThat(time.unit()).isEqualTo(CalendarUnit.MONTH);
    }

    @Test
    void aModelReadAgainIsTheSameToTheLastBit() {
        BdwModel periods = BdwFitter.shiftedBetaGeometric().fit(Tenures.ofCohort(CalendarUnit.YEAR, Cohorts.REGULAR));
        assertThat(json.read(json.write(periods), BdwModel.class)).isEqualTo(periods);
        WeibullGammaModel time = WeibullGammaFitter.defaults()
                .fit(Cohorts.durations(WeibullGammaModel.of(CalendarUnit.MONTH, 1.2, 90, 1.4), 200, 1));
        assertThat(json.read(json.write(time), WeibullGammaModel.class)).isEqualTo(time);
    }

    @Test
    void namesThePlaceOfAFault() throws IOException {
        String text = new String(golden("bdw-1.json"), UTF_8);

        assertRefused(text.replace("\"alpha\" : ", "\"alpha\" : -"), "alpha must be finite and above 0");
        assertRefused(text.replace("\"YEAR\"", "\"FORTNIGHT\""), "FORTNIGHT");
        assertRefused(text.replace("\"c\" : 1.0", "\"c\" : 31.0"), "c must be within (0, 30.0], found 31.0");
        assertRefused(
                text.replace("\"logCovariance\" : [", "\"logCovariance\" : [ 1.0,"), "must have 6 cells, found 7");
    }

    private void assertRefused(String text, String problem) {
        assertThatThrownBy(() -> json.read(text.getBytes(UTF_8), BdwModel.class))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining(problem);
    }

    private static byte[] golden(String file) throws IOException {
        try (InputStream in = requireNonNull(StoredModelTest.class.getResourceAsStream(file), file)) {
            return in.readAllBytes();
        }
    }
}
