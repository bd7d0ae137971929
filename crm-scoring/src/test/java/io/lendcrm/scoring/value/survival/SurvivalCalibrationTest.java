package io.lendcrm.scoring.value.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.RealData;
import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.model.FitException;
import io.lendcrm.core.time.CalendarUnit;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SurvivalCalibrationTest {

    /** Fitted on some clients, held against others of the same simulated lender. */
    @Test
    void modelsOfSimulatedHazardsAreCalibratedOnOtherClients() {
        SurvivalData others = Simulated.book(10_000, 2);
        for (SurvivalModel model : List.of(
                CoxFitter.defaults().fit(Simulated.book(10_000, 1)),
                DiscreteTimeFitter.of(1, 12).fit(Simulated.book(10_000, 1)))) {
            double[] predicted = Simulated.probabilities(model, others, 12);
            SurvivalCalibration calibration = SurvivalCalibration.of(others, predicted, 12, 10, 0.95);

            assertThat(calibration.groups()).hasSize(10);
            assertThat(calibration.groups().stream()
                            .filter(SurvivalCalibration.Group::holds)
                            .count())
                    .isGreaterThanOrEqualTo(8);
            assertThat(calibration.skill()).isBetween(0.1, 0.5);
            for (int i = 0; i < 100; i++) {
                double[] row = Simulated.row(others, i);
                double truth = -Math.expm1(-12 * Simulated.hazard(row[0], row[1]));
                assertThat(predicted[i]).isCloseTo(truth, within(0.04));
            }
        }
    }

    @Test
    void wrongProbabilitiesAreFoundOut() {
        SurvivalData data = Simulated.book(10_000, 3);
        CoxModel model = CoxFitter.defaults().fit(data);
        double[] halved = Arrays.stream(Simulated.probabilities(model, data, 12))
                .map(p -> p / 2)
                .toArray();
        SurvivalCalibration calibration = SurvivalCalibration.of(data, halved, 12, 10, 0.95);
        assertThat(calibration.groups().stream()
                        .filter(SurvivalCalibration.Group::holds)
                        .count())
                .isZero();
    }

    /** Nobody censored: Brier's score is the mean squared error. */
    @Test
    void withoutCensoringBrierIsTheMeanSquaredError() {
        SurvivalData data = SurvivalData.of(CalendarUnit.MONTH, new double[] {1, 2, 3, 4}, new int[] {1, 1, 1, 1});
        SurvivalCalibration calibration = SurvivalCalibration.of(data, new double[] {0.9, 0.6, 0.2, 0.1}, 2.5, 2, 0.95);
        assertThat(calibration.brier()).isCloseTo((0.01 + 0.16 + 0.04 + 0.01) / 4, within(1e-15));
        assertThat(calibration.reference()).isCloseTo(0.25, within(1e-15));
        assertThat(calibration.groups().get(0).observed().orElseThrow().value()).isZero();
        assertThat(calibration.groups().get(1).observed().orElseThrow().value()).isEqualTo(1);
    }

    /** By hand: of four clients one is lost from sight at 1, so that those seen after it stand for 4/3 each. */
    @Test
    void whoIsLostFromSightIsStoodForByTheOthers() {
        SurvivalData data = SurvivalData.of(CalendarUnit.MONTH, new double[] {1, 2, 3, 4}, new int[] {0, 1, 1, 1});
        SurvivalCalibration calibration = SurvivalCalibration.of(data, new double[] {0.5, 0.6, 0.2, 0.1}, 2.5, 1, 0.95);
        assertThat(calibration.brier()).isCloseTo((0.16 + 0.04 + 0.01) * (4.0 / 3) / 4, within(1e-15));
    }

    @Test
    void whatNobodySawIsRefused() {
        SurvivalData data = SurvivalData.of(CalendarUnit.MONTH, new double[] {1, 2}, new int[] {1, 0});
        assertThatThrownBy(() -> SurvivalCalibration.of(data, new double[] {0.5, 0.5}, 3, 1, 0.95))
                .isInstanceOf(FitException.class)
                .hasMessageContaining("nobody was watched until 3.0");
        assertThatThrownBy(() -> SurvivalCalibration.of(data, new double[] {0.5, 1.5}, 1, 1, 0.95))
                .hasMessageContaining("prediction of row 1 must be within [0, 1], found 1.5");
    }

    /** Account length as duration: odd rows fit, even rows judge. */
    @Test
    void churnOfTelephoneClientsIsPredictedBetterThanByItsMean() throws IOException {
        List<String[]> rows = Files.readAllLines(RealData.file("telecom-churn/mlc-churn.csv")).stream()
                .map(line -> line.replace("\"", "").split(","))
                .toList();
        List<String> header = List.of(rows.get(0));
        String[] columns = {
            "number_customer_service_calls", "total_day_minutes", "international_plan", "number_vmail_messages"
        };
        FeatureSchema schema = FeatureSchema.of(
                Arrays.stream(columns).map(name -> Feature.numeric(name, "")).toList());
        SurvivalData all = SurvivalData.of(
                        CalendarUnit.DAY,
                        rows.stream()
                                .skip(1)
                                .mapToDouble(r -> Double.parseDouble(r[header.indexOf("account_length")]))
                                .toArray(),
                        rows.stream()
                                .skip(1)
                                .mapToInt(r -> r[header.indexOf("churn")].equals("yes") ? 1 : 0)
                                .toArray())
                .withColumns(
                        schema,
                        Arrays.stream(columns)
                                .map(name -> rows.stream()
                                        .skip(1)
                                        .mapToDouble(r -> number(r[header.indexOf(name)]))
                                        .toArray())
                                .toArray(double[][]::new));
        int[] odd = java.util.stream.IntStream.range(0, all.rows())
                .filter(i -> i % 2 == 1)
                .toArray();
        int[] even = java.util.stream.IntStream.range(0, all.rows())
                .filter(i -> i % 2 == 0)
                .toArray();
        CoxModel model = CoxFitter.defaults().fit(all.rows(odd));
        SurvivalData others = all.rows(even);
        SurvivalCalibration calibration =
                SurvivalCalibration.of(others, Simulated.probabilities(model, others, 120), 120, 10, 0.95);

        assertThat(all.rows()).isEqualTo(5000);
        assertThat(all.events()).isEqualTo(707);
        assertThat(model.fit().concordance().index()).isGreaterThan(0.7);
        assertThat(calibration.skill()).isGreaterThan(0.08);
    }

    private static double number(String cell) {
        return cell.equals("yes") ? 1 : cell.equals("no") ? 0 : Double.parseDouble(cell);
    }
}
