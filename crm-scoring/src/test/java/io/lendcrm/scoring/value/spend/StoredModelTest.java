package io.lendcrm.scoring.value.spend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lendcrm.core.history.PurchaseSummaries;
import io.lendcrm.core.json.ModelJson;
import io.lendcrm.core.model.ModelFormatException;
import io.lendcrm.core.time.CalendarUnit;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The model of version 1 is read by every later version. */
class StoredModelTest {

    private final ModelJson json = ModelJson.standard();

    @Test
    void readsAndWritesTheSameBytes() throws IOException {
        NormalSpendModel model = json.read(golden(), NormalSpendModel.class);

        assertThat(new String(json.write(model), UTF_8)).isEqualTo(new String(golden(), UTF_8));
        assertThat(model.mu()).isNegative();
        assertThat(model.standardErrors()).containsOnlyKeys("mu", "tau", "sigma");
    }

    @Test
    void aModelReadAgainIsTheSameToTheLastBit() {
        NormalSpendModel model = NormalSpendFitter.defaults().fit(book());

        assertThat(json.read(json.write(model), NormalSpendModel.class)).isEqualTo(model);
    }

    @Test
    void namesThePlaceOfAFault() throws IOException {
        String text = new String(golden(), UTF_8);

        assertRefused(text.replace("\"sigma\" : ", "\"sigma\" : -"), "sigma must be finite and above 0");
        assertRefused(text.replace("\"tau\" : ", "\"tau\" : -"), "tau must be finite and at least 0");
    }

    private void assertRefused(String text, String problem) {
        assertThatThrownBy(() -> json.read(text.getBytes(UTF_8), NormalSpendModel.class))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining(problem);
    }

    /** Clients of 1, 3 and 8 purchases, whose means spread the less the more they have. */
    static PurchaseSummaries book() {
        int[] x = {1, 1, 1, 1, 3, 3, 3, 3, 8, 8, 8, 8};
        double[] spend = {-90, 75, 40, -60, -45, 40, 15, -25, -75, 62, 38, -46};
        double[] times = new double[x.length];
        Arrays.fill(times, 30);
        return PurchaseSummaries.of(CalendarUnit.WEEK, x, times, times, new double[0], spend);
    }

    private static byte[] golden() throws IOException {
        try (InputStream in = requireNonNull(StoredModelTest.class.getResourceAsStream("normal-spend-1.json"))) {
            return in.readAllBytes();
        }
    }
}
