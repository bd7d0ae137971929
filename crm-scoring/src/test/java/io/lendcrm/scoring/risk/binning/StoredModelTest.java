package io.lendcrm.scoring.risk.binning;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.json.ModelJson;
import io.lendcrm.core.model.ModelFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The model of version 1 is read by every later version. */
class StoredModelTest {

    private final ModelJson json = ModelJson.standard();

    @Test
    void readsAndWritesTheSameBytes() throws IOException {
        BinningModel model = json.read(golden(), BinningModel.class);

        assertThat(new String(json.write(model), UTF_8)).isEqualTo(new String(golden(), UTF_8));
        assertThat(model.variables()).isEqualTo(model().variables());
    }

    @Test
    void namesThePlaceOfAFault() throws IOException {
        String text = new String(golden(), UTF_8);
        assertRefused(text.replace("\"cuts\" : [ ", "\"cuts\" : [ 99.0, "), "ascending");
        assertRefused(text.replace("\"missingWith\" : 0", "\"missingWith\" : 9"), "bin must be within");
        assertRefused(text.replace("\"zeroCell\" : 0.5", "\"zeroCell\" : 0"), "zeroCell must be within (0, 1]");
        assertRefused(text.replace("\"good\" : [ ", "\"good\" : [ 1.0, "), "good must be as many as");
        assertRefused(text.replace("\"asked\" : \"AUTO\"", "\"asked\" : \"MANUAL\""), "MANUAL");
    }

    private void assertRefused(String text, String problem) {
        assertThatThrownBy(() -> json.read(text.getBytes(UTF_8), BinningModel.class))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining(problem);
    }

    /** A number with a special value, missing ones in the lowest bin, and a category with an unseen level. */
    static BinningModel model() {
        int n = 400;
        double[] age = new double[n];
        double[] housing = new double[n];
        boolean[] bad = new boolean[n];
        for (int i = 0; i < n; i++) {
            age[i] = i % 50 == 7 ? Double.NaN : i % 50 == 9 ? -1 : 20 + i % 40;
            housing[i] = i % 3;
            bad[i] = (i * 37 + 11) % 100 < 60 - i % 40 + 5 * (i % 3);
        }
        LabelledTable table = LabelledTable.of(
                CreditData.table(
                        List.of(
                                Feature.numeric("age", "years"),
                                Feature.nominal("housing", List.of("own", "rent", "free", "boat"))),
                        List.of(age, housing)),
                bad);
        return BinningFitter.defaults()
                .with("age", VariableOptions.defaults().withSpecials(-1).withMissing(MissingBin.LOWEST))
                .fit(table);
    }

    private static byte[] golden() throws IOException {
        try (InputStream in =
                requireNonNull(StoredModelTest.class.getResourceAsStream("binning-1.json"), "binning-1.json")) {
            return in.readAllBytes();
        }
    }
}
