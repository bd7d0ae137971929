package io.lendcrm.scoring.risk.loss;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lendcrm.core.json.ModelJson;
import io.lendcrm.core.model.ModelFormatException;
import io.lendcrm.core.money.DiscountRate;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The models of version 1 are read by every later version. */
class StoredModelTest {

    private static final LocalDate DAY = LocalDate.of(2020, 1, 1);

    private final ModelJson json = ModelJson.standard();
    private final LgdModel lgd = LgdFitter.of(DiscountRate.perYear(0.05), LocalDate.of(2023, 12, 31))
            .withDownturn(0.1)
            .fit(List.of(
                    new Workout(
                            "secured",
                            DAY,
                            100,
                            List.of(new Workout.Flow(DAY.plusDays(365), 90, 5)),
                            DAY.plusDays(365)),
                    new Workout("secured", DAY, 50, List.of(new Workout.Flow(DAY.plusDays(100), 20, 1)), null),
                    new Workout("secured", DAY, 80, List.of(), DAY.plusYears(3))));
    private final CcfModel ccf = CcfFitter.defaults()
            .fit(List.of(
                    new Drawdown("cards", DAY, DAY.plusYears(1), 100, 40, 85),
                    new Drawdown("cards", DAY, DAY.plusYears(1), 100, 50, 60),
                    new Drawdown("cards", DAY, DAY.plusYears(1), 100, 100, 100)));

    @Test
    void writesTheSameBytesAndReadsTheSameModel() throws IOException {
        assertThat(new String(json.write(lgd), UTF_8)).isEqualTo(golden("loss-given-default-1.json"));
        assertThat(json.read(golden("loss-given-default-1.json").getBytes(UTF_8), LgdModel.class))
                .isEqualTo(lgd);
        assertThat(new String(json.write(ccf), UTF_8)).isEqualTo(golden("credit-conversion-1.json"));
        assertThat(json.read(golden("credit-conversion-1.json").getBytes(UTF_8), CcfModel.class))
                .isEqualTo(ccf);
    }

    @Test
    void namesThePlaceOfAFault() throws IOException {
        String text = golden("loss-given-default-1.json");
        assertThatThrownBy(() -> json.read(
                        text.replace("\"downturn\" : 0.1", "\"downturn\" : 1.5").getBytes(UTF_8), LgdModel.class))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("downturn must be within [0, 1]");
    }

    private static String golden(String file) throws IOException {
        try (var in = requireNonNull(StoredModelTest.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
