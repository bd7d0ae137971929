package io.lendcrm.scoring.risk.logistic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.feature.FeatureRow;
import io.lendcrm.core.json.ModelJson;
import io.lendcrm.core.model.ModelFormatException;
import io.lendcrm.core.reason.Reason;
import io.lendcrm.core.reason.ReasonCatalogue;
import io.lendcrm.scoring.Score;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The model of version 1 is read by every later version. */
class StoredModelTest {

    private final ModelJson json = ModelJson.standard();

    static LogisticModel model() {
        LogisticData data = LogisticData.of(
                List.of("arrears", "tenure"),
                new double[][] {{0, 0, 0, 1, 1, 2, 3, 1, 0, 5}, {10, 4, 7, 3, 9, 1, 2, 8, 6, 5}},
                new double[] {0, 0, 1, 0, 0, 1, 1, 1, 0, 1});
        return LogisticFitter.defaults()
                .withBounds(Map.of("tenure", CoefficientRange.NOT_POSITIVE))
                .fit(data);
    }

    @Test
    void readsAndWritesTheSameBytes() throws IOException {
        LogisticModel model = json.read(golden(), LogisticModel.class);

        assertThat(new String(json.write(model), UTF_8)).isEqualTo(new String(golden(), UTF_8));
        assertThat(model.schema().names()).containsExactly("arrears", "tenure");
        assertThat(model.fit()).isPresent();
        assertThat(model.coefficients().of("arrears").estimate()).isPositive();
    }

    @Test
    void aModelReadAgainIsTheSameToTheLastBit() {
        LogisticModel model = model();
        LogisticModel again = json.read(json.write(model), LogisticModel.class);

        assertThat(again.coefficients()).isEqualTo(model.coefficients());
        assertThat(again.fit()).isEqualTo(model.fit());
        double[] row = {2, 3.5};
        assertThat(Double.doubleToLongBits(again.score(row))).isEqualTo(Double.doubleToLongBits(model.score(row)));
        assertThat(again.score(FeatureRow.of(ClientId.of("C-1"), model.schema(), row))
                        .toString())
                .isEqualTo(model.score(FeatureRow.of(ClientId.of("C-1"), model.schema(), row))
                        .toString());
    }

    @Test
    void namesThePlaceOfAFault() throws IOException {
        String text = new String(golden(), UTF_8);

        assertRefused(text.replace("\"LOGIT\",\n    \"coeff", "\"PROBIT\",\n    \"coeff"), "PROBIT");
        assertRefused(
                text.replace("\"baseline\" : [", "\"baseline\" : [ 1.0,"), "baseline must have 2 values, found 3");
        assertRefused(text.replace("\"covariance\" : [", "\"covariance\" : [ 1.0,"), "must have 6 cells, found 7");
    }

    @Test
    void everyReasonHasATextInBothLanguages() {
        LogisticModel model = model();
        ReasonCatalogue texts = ReasonCatalogue.standard();
        Score.Scored score = (Score.Scored) model.score(FeatureRow.of(ClientId.of("C-1"), model.schema(), 4, 2));
        for (Reason reason : score.reasons()) {
            for (Locale language : List.of(Locale.ENGLISH, Locale.CHINESE)) {
                assertThat(texts.text(reason, language))
                        .doesNotContain("{")
                        .contains(reason.arguments().get("feature"))
                        .isNotEqualTo(reason.code().value());
            }
        }
        assertThat(texts.codes(Locale.CHINESE))
                .contains("logistic.raises", "logistic.lowers", "logistic.neutral", "logistic.missing");
    }

    private void assertRefused(String text, String problem) {
        assertThatThrownBy(() -> json.read(text.getBytes(UTF_8), LogisticModel.class))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining(problem);
    }

    private static byte[] golden() throws IOException {
        try (InputStream in = requireNonNull(StoredModelTest.class.getResourceAsStream("logistic-1.json"))) {
            return in.readAllBytes();
        }
    }
}
