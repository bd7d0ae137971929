package io.lendcrm.scoring.value.covariate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lendcrm.core.history.PurchaseSummaries;
import io.lendcrm.core.json.ModelJson;
import io.lendcrm.core.model.ModelFormatException;
import io.lendcrm.core.time.CalendarUnit;
import io.lendcrm.scoring.value.purchase.PurchaseFamily;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The models of version 1 are read by every later version. */
class StoredModelTest {

    private final ModelJson json = ModelJson.standard();

    @Test
    void readsAndWritesTheSameBytes() throws IOException {
        CovariateModel stored = json.read(golden(), CovariateModel.class);

        assertThat(new String(json.write(stored), UTF_8)).isEqualTo(new String(golden(), UTF_8));
        assertThat(stored.coefficients().names())
                .containsExactly("ln r", "ln alpha", "ln s", "ln beta", "purchase.corporate", "dropout.corporate");
    }

    @Test
    void aModelReadAgainIsTheSameToTheLastBit() {
        CovariateModel model = CovariateFitter.of(PurchaseFamily.BG_NBD, List.of("corporate"), List.of())
                .fit(book());

        assertThat(json.read(json.write(model), CovariateModel.class)).isEqualTo(model);
    }

    @Test
    void namesThePlaceOfAFault() throws IOException {
        String text = new String(golden(), UTF_8);

        assertThatThrownBy(() -> json.read(text.replace("PARETO_NBD", "NBD").getBytes(UTF_8), CovariateModel.class))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("NBD");
    }

    static CovariateBook book() {
        PurchaseSummaries summaries = PurchaseSummaries.of(
                CalendarUnit.WEEK,
                new int[] {0, 0, 1, 1, 2, 3, 5, 9, 15, 0, 2, 4},
                new double[] {0, 0, 3, 20, 12, 31, 30, 33, 38, 0, 25, 28},
                new double[] {39, 35, 39, 30, 33, 32, 39, 36, 39, 30, 31, 33},
                new double[] {40, 20, 11, 9, 5, 3, 5, 3, 1, 12, 6, 4},
                new double[0]);
        return CovariateBook.of(summaries, Map.of("corporate", new double[] {0, 0, 0, 0, 1, 0, 1, 1, 1, 1, 0, 1}));
    }

    private static byte[] golden() throws IOException {
        try (InputStream in = requireNonNull(StoredModelTest.class.getResourceAsStream("purchase-covariates-1.json"))) {
            return in.readAllBytes();
        }
    }
}
