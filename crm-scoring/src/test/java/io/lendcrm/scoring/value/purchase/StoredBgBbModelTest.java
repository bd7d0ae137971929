package io.lendcrm.scoring.value.purchase;

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
import org.junit.jupiter.api.Test;

/** The model of version 1 is read by every later version. */
class StoredBgBbModelTest {

    private final ModelJson json = ModelJson.standard();

    @Test
    void readsAndWritesTheSameBytes() throws IOException {
        BgBbModel model = json.read(golden(), BgBbModel.class);

        assertThat(new String(json.write(model), UTF_8)).isEqualTo(new String(golden(), UTF_8));
        assertThat(model.unit()).isEqualTo(CalendarUnit.YEAR);
        assertThat(model.standardErrors()).containsOnlyKeys("alpha", "beta", "gamma", "delta");
    }

    @Test
    void aModelReadAgainIsTheSameToTheLastBit() {
        BgBbModel model = BgBbFitter.defaults().fit(book());

        assertThat(json.read(json.write(model), BgBbModel.class)).isEqualTo(model);
    }

    @Test
    void namesThePlaceOfAFault() throws IOException {
        String text = new String(golden(), UTF_8).replace("\"gamma\" : ", "\"gamma\" : -");

        assertThatThrownBy(() -> json.read(text.getBytes(UTF_8), BgBbModel.class))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("gamma must be finite and above 0");
    }

    /** Of three opportunities. */
    static PurchaseSummaries book() {
        return PurchaseSummaries.of(
                CalendarUnit.YEAR,
                new int[] {0, 1, 1, 1, 2, 2, 3},
                new double[] {0, 1, 2, 3, 2, 3, 3},
                new double[] {3, 3, 3, 3, 3, 3, 3},
                new double[] {60, 14, 6, 5, 9, 11, 12},
                new double[0]);
    }

    private static byte[] golden() throws IOException {
        try (InputStream in = requireNonNull(StoredBgBbModelTest.class.getResourceAsStream("bg-bb-1.json"))) {
            return in.readAllBytes();
        }
    }
}
