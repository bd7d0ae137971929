package io.lendcrm.scoring.value.survival;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lendcrm.core.json.ModelJson;
import io.lendcrm.core.model.FittedModel;
import io.lendcrm.core.model.ModelFormatException;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

/** The models of version 1 are read by every later version. */
class StoredModelTest {

    private static final double[] ROW = {1};
    private final ModelJson json = ModelJson.standard();

    static CoxModel cox() {
        return CoxFitter.defaults().fit(Reference.data("aml_cox", "nonmaintained"));
    }

    static DiscreteTimeModel discreteTime() {
        return DiscreteTimeFitter.of(12, 4).fit(Reference.data("aml_cox", "nonmaintained"));
    }

    static FailureTimeModel failureTime() {
        return FailureTimeFitter.of(FailureLaw.WEIBULL).fit(Reference.data("aml_cox", "nonmaintained"));
    }

    @Test
    void readsAndWritesTheSameBytes() throws IOException {
        assertSame("cox-1.json", CoxModel.class);
        assertSame("discrete-time-hazard-1.json", DiscreteTimeModel.class);
        assertSame("accelerated-failure-1.json", FailureTimeModel.class);
    }

    private <M extends FittedModel> void assertSame(String file, Class<M> type) throws IOException {
        M model = json.read(golden(file), type);
        assertThat(new String(json.write(model), UTF_8)).isEqualTo(new String(golden(file), UTF_8));
    }

    @Test
    void aModelReadAgainIsTheSameToTheLastBit() {
        CoxModel cox = cox();
        CoxModel again = json.read(json.write(cox), CoxModel.class);
        assertThat(again.coefficients()).isEqualTo(cox.coefficients());
        assertThat(again.fit()).isEqualTo(cox.fit());
        assertThat(again.survival(ROW, 20)).isEqualTo(cox.survival(ROW, 20));
        DiscreteTimeModel model = discreteTime();
        assertThat(json.read(json.write(model), DiscreteTimeModel.class).survival(ROW, 31.5))
                .isEqualTo(model.survival(ROW, 31.5));
        FailureTimeModel failure = failureTime();
        assertThat(json.read(json.write(failure), FailureTimeModel.class).survival(ROW, 31.5))
                .isEqualTo(failure.survival(ROW, 31.5));
    }

    @Test
    void namesThePlaceOfAFault() throws IOException {
        String cox = new String(golden("cox-1.json"), UTF_8);
        assertRefused(cox.replace("\"hazard\" : [", "\"hazard\" : [ 9.0,"), CoxModel.class, "times as many as hazards");
        assertRefused(cox.replace("\"DAY\"", "\"MOON\""), CoxModel.class, "MOON");
        String discrete = new String(golden("discrete-time-hazard-1.json"), UTF_8);
        assertRefused(discrete.replace("\"bands\" : 4,", "\"bands\" : 5,"), DiscreteTimeModel.class, "$.model");
        assertRefused(
                discrete.replace("\"bands\" : 4,", "\"bands\" : 2000000000,"), DiscreteTimeModel.class, "[1, 10000]");
    }

    private void assertRefused(String text, Class<? extends FittedModel> type, String problem) {
        assertThatThrownBy(() -> json.read(text.getBytes(UTF_8), type))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining(problem);
    }

    private static byte[] golden(String file) throws IOException {
        try (InputStream in = requireNonNull(StoredModelTest.class.getResourceAsStream(file), file)) {
            return in.readAllBytes();
        }
    }
}
