package io.lendcrm.scoring.risk.grade;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lendcrm.core.json.ModelJson;
import io.lendcrm.core.model.ModelFormatException;
import io.lendcrm.core.time.Horizon;
import io.lendcrm.scoring.risk.grade.MigrationFitter.Withdrawals;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The models of version 1 are read by every later version. */
class StoredModelTest {

    private final ModelJson json = ModelJson.standard();
    private final MigrationModel duration =
            MigrationFitter.byDuration().fit(new Reference("history_of_40_obligors").counts());
    private final MigrationModel cohort = MigrationFitter.byCohort()
            .withWithdrawals(Withdrawals.STATE)
            .fit(new Reference("history_of_40_obligors").counts());

    @Test
    void writesTheSameBytesAndReadsTheSameModel() throws IOException {
        check("rating-migration-duration-1.json", duration);
        check("rating-migration-cohort-1.json", cohort);
    }

    private void check(String file, MigrationModel model) throws IOException {
        String golden = golden(file);
        assertThat(new String(json.write(model), UTF_8)).isEqualTo(golden);
        MigrationModel read = json.read(golden.getBytes(UTF_8), MigrationModel.class);
        assertThat(read.yearly()).isEqualTo(model.yearly());
        assertThat(read.generator()).isEqualTo(model.generator());
        assertThat(read.info()).isEqualTo(model.info());
        assertThat(new String(json.write(read), UTF_8)).isEqualTo(golden);
    }

    @Test
    void namesThePlaceOfAFault() throws IOException {
        String text = golden("rating-migration-cohort-1.json");
        assertThatThrownBy(() -> read(text.replaceFirst("0\\.7352941176470589", "0.9")))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("row A must add up to 1");
        assertThatThrownBy(() -> read(text.replace("\"from\" : \"B\"", "\"from\" : \"X\"")))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("must have one row for each of [A, B, C, withdrawn, D]");
    }

    @Test
    void aMatrixAloneKnowsWholeYears() {
        assertThat(cohort.matrix(Horizon.years(2))).isEqualTo(cohort.yearly().power(2));
        assertThatThrownBy(() -> cohort.matrix(Horizon.months(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("whole number of years");
        assertThat(duration.termStructure("B", Horizon.months(1), 12).cumulative(12))
                .isCloseTo(duration.yearly().defaultProbability("B"), org.assertj.core.api.Assertions.within(1e-14));
    }

    private MigrationModel read(String text) {
        return json.read(text.getBytes(UTF_8), MigrationModel.class);
    }

    private static String golden(String file) throws IOException {
        try (var in = StoredModelTest.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
