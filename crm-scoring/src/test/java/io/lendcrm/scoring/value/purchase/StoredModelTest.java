package io.lendcrm.scoring.value.purchase;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lendcrm.core.history.PurchaseSummaries;
import io.lendcrm.core.history.PurchaseSummary;
import io.lendcrm.core.json.ModelJson;
import io.lendcrm.core.model.ModelFormatException;
import io.lendcrm.core.time.CalendarUnit;
import io.lendcrm.core.time.Horizon;
import io.lendcrm.scoring.value.spend.GammaGammaFitter;
import io.lendcrm.scoring.value.spend.GammaGammaModel;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

/** The models of version 1 are read by every later version. */
class StoredModelTest {

    private final ModelJson json = ModelJson.standard();

    @Test
    void readsAndWritesTheSameBytes() throws IOException {
        BgNbdModel purchases = json.read(golden("bg-nbd-1.json"), BgNbdModel.class);
        GammaGammaModel spend = json.read(golden("gamma-gamma-1.json"), GammaGammaModel.class);

        assertThat(new String(json.write(purchases), UTF_8)).isEqualTo(new String(golden("bg-nbd-1.json"), UTF_8));
        assertThat(new String(json.write(spend), UTF_8)).isEqualTo(new String(golden("gamma-gamma-1.json"), UTF_8));
        assertThat(purchases.unit()).isEqualTo(CalendarUnit.WEEK);
        assertThat(purchases.standardErrors()).containsOnlyKeys("r", "alpha", "a", "b");
    }

    @Test
    void readsAndWritesTheOtherModelsOfPurchasesToo() throws IOException {
        MbgNbdModel mbg = json.read(golden("mbg-nbd-1.json"), MbgNbdModel.class);
        NbdModel nbd = json.read(golden("nbd-1.json"), NbdModel.class);
        CnbdModel cnbd = json.read(golden("cnbd-1.json"), CnbdModel.class);

        assertThat(new String(json.write(mbg), UTF_8)).isEqualTo(new String(golden("mbg-nbd-1.json"), UTF_8));
        assertThat(new String(json.write(nbd), UTF_8)).isEqualTo(new String(golden("nbd-1.json"), UTF_8));
        assertThat(new String(json.write(cnbd), UTF_8)).isEqualTo(new String(golden("cnbd-1.json"), UTF_8));
        assertThat(cnbd.regularity()).isEqualTo(2);
        assertThat(mbg.standardErrors()).containsOnlyKeys("r", "alpha", "a", "b");
        assertThat(nbd.standardErrors()).containsOnlyKeys("r", "alpha");
    }

    @Test
    void aModelReadAgainIsTheSameToTheLastBit() {
        BgNbdModel model = BgNbdFitter.defaults().fit(book());
        BgNbdModel again = json.read(json.write(model), BgNbdModel.class);
        PurchaseSummary client = new PurchaseSummary(2, 30.43, 38.86);

        assertThat(again).isEqualTo(model);
        assertThat(again.expectedPurchases(client, Horizon.weeks(39)))
                .isEqualTo(model.expectedPurchases(client, Horizon.weeks(39)));
        GammaGammaModel spend = GammaGammaFitter.defaults().fit(book());
        assertThat(json.read(json.write(spend), GammaGammaModel.class)).isEqualTo(spend);
    }

    @Test
    void paretoNbdIsStoredToTheLastBit() throws IOException {
        ParetoNbdModel stored = json.read(golden("pareto-nbd-1.json"), ParetoNbdModel.class);
        ParetoNbdModel model = ParetoNbdFitter.defaults().fit(book());

        assertThat(new String(json.write(stored), UTF_8)).isEqualTo(new String(golden("pareto-nbd-1.json"), UTF_8));
        assertThat(stored.parameters()).containsOnlyKeys("r", "alpha", "s", "beta");
        assertThat(json.read(json.write(model), ParetoNbdModel.class)).isEqualTo(model);
    }

    @Test
    void namesThePlaceOfAFault() throws IOException {
        String text = new String(golden("bg-nbd-1.json"), UTF_8);

        assertRefused(text.replace("\"alpha\" : ", "\"alpha\" : -"), "alpha must be finite and above 0");
        assertRefused(text.replace("\"WEEK\"", "\"FORTNIGHT\""), "FORTNIGHT");
        assertRefused(
                text.replace("\"logCovariance\" : [", "\"logCovariance\" : [ 1.0,"), "must have 10 cells, found 11");
        assertRefused(text.replace("\"alpha\" : ", "\"beta\" : "), "alpha");
    }

    private void assertRefused(String text, String problem) {
        assertThatThrownBy(() -> json.read(text.getBytes(UTF_8), BgNbdModel.class))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining(problem);
    }

    /** Of six kinds of clients, enough for both models. */
    static PurchaseSummaries book() {
        return PurchaseSummaries.of(
                CalendarUnit.WEEK,
                new int[] {0, 1, 1, 2, 4, 9, 15},
                new double[] {0, 3, 20, 12, 30, 33, 38},
                new double[] {39, 39, 30, 33, 39, 36, 39},
                new double[] {60, 11, 9, 8, 5, 3, 1},
                new double[] {0, 12.5, 30, 18.75, 41, 22, 36});
    }

    private static byte[] golden(String file) throws IOException {
        try (InputStream in = requireNonNull(StoredModelTest.class.getResourceAsStream(file), file)) {
            return in.readAllBytes();
        }
    }
}
