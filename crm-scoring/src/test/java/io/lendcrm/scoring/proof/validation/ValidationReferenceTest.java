package io.lendcrm.scoring.proof.validation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.json.DocumentJson;
import io.lendcrm.core.model.DocumentReader;
import io.lendcrm.scoring.likelihood.ChiSquareTest;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Against pROC, hmeasure and R's own functions; the file names its source. */
class ValidationReferenceTest {

    private final DocumentReader reference = reference("reference.json");

    @Test
    void rankingMeasuresAgreeWithHmeasure() {
        DocumentReader small = reference.tree("small");
        RocCurve curve = RocCurve.of(outcomes(small, "score"));

        assertThat(curve.auc().value()).isCloseTo(small.decimal("AUC"), within(1e-12));
        assertThat(curve.gini()).isCloseTo(small.decimal("Gini"), within(1e-12));
        assertThat(curve.ks()).isCloseTo(small.decimal("KS"), within(1e-12));
        assertThat(curve.hMeasure()).isCloseTo(small.decimal("H"), within(1e-12));
    }

    @Test
    void calibrationAgreesWithTheHandExample() {
        DocumentReader small = reference.tree("small");
        Calibration calibration = Calibration.of(outcomes(small, "score"), 10);
        ChiSquareTest test = calibration.hosmerLemeshow(true);
        double[] expected = small.decimals("hosmerLemeshow");

        assertThat(calibration.brier()).isCloseTo(small.decimal("brier"), within(1e-12));
        assertThat(test.statistic()).isCloseTo(expected[0], within(1e-9));
        assertThat(test.probability()).isCloseTo(expected[1], within(1e-12));
    }

    @Test
    void intervalsAndPairedComparisonsAgreeWithProc() {
        DocumentReader cases = reference.tree("delong");
        assertThat(cases.names()).hasSize(2);
        for (String name : cases.names()) {
            DocumentReader entry = cases.tree(name);
            AucDifference difference = AucDifference.of(outcomes(entry, "score"), outcomes(entry, "score2"));
            Auc auc = difference.first();

            assertThat(auc.value()).isCloseTo(entry.decimal("auc"), within(1e-12));
            assertThat(auc.variance()).isCloseTo(entry.decimal("variance"), within(1e-12));
            assertThat(auc.lower(0.95)).isCloseTo(entry.decimals("ci95")[0], within(1e-9));
            assertThat(auc.upper(0.95)).isCloseTo(entry.decimals("ci95")[1], within(1e-9));
            assertThat(auc.lower(0.99)).isCloseTo(entry.decimals("ci99")[0], within(1e-9));
            assertThat(difference.second().value()).isCloseTo(entry.decimal("auc2"), within(1e-12));
            assertThat(difference.covariance()).isCloseTo(entry.decimal("covariance"), within(1e-12));
            assertThat(difference.z()).isCloseTo(entry.decimal("difference_z"), within(1e-9));
            assertThat(difference.pValue()).isCloseTo(entry.decimal("difference_p"), within(1e-9));
            assertThat(RocCurve.of(outcomes(entry, "score")).ks()).isCloseTo(entry.decimal("ks"), within(1e-12));
        }
    }

    @Test
    void hosmerAndLemeshowsTestAgreesOnGrades() {
        int compared = 0;
        DocumentReader cases = reference.tree("hosmerLemeshow");
        for (String name : cases.names()) {
            DocumentReader entry = cases.tree(name);
            if (!entry.has("n")) {
                // the file's formula of the probabilities
                Calibration deciles =
                        Calibration.of(outcomes(entry, "score", s -> 1 / (1 + Math.exp(2 - 0.9 * s))), 10);
                assertThat(deciles.hosmerLemeshow(true).statistic())
                        .isCloseTo(entry.decimal("statistic"), within(1e-9));
                assertThat(deciles.hosmerLemeshow(true).probability()).isCloseTo(entry.decimal("p_df_8"), within(1e-9));
                continue;
            }
            double[] n = entry.decimals("n");
            double[] defaults = entry.decimals("defaults");
            double[] pd = entry.decimals("pd");
            List<Calibration.Group> groups = new ArrayList<>();
            for (int i = 0; i < n.length; i++) {
                groups.add(new Calibration.Group((int) n[i], (int) defaults[i], pd[i]));
            }
            Calibration calibration = new Calibration(entry.decimal("brier_groups"), 0, groups);

            assertThat(calibration.hosmerLemeshow(false).statistic())
                    .isCloseTo(entry.decimal("statistic"), within(1e-9));
            assertThat(calibration.hosmerLemeshow(false).probability())
                    .isCloseTo(entry.decimal("p_df_k"), within(1e-9));
            assertThat(calibration.hosmerLemeshow(true).probability())
                    .isCloseTo(entry.decimal("p_df_k_minus_2"), within(1e-9));
            compared++;
        }
        assertThat(compared).isEqualTo(3);
    }

    @Test
    void aCardOfRealApplicantsIsJudgedAsRJudgesIt() {
        DocumentReader german = reference("german-step.json");
        boolean[] bad = new boolean[1000];
        for (int row = 0; row < 1000; row++) {
            bad[row] = german.decimals("bad")[row] == 1;
        }
        ScoredOutcomes outcomes = ScoredOutcomes.ofRisk(german.decimals("pd"), bad);
        RocCurve curve = RocCurve.of(outcomes);
        Calibration calibration = Calibration.of(outcomes, 10);

        assertThat(curve.auc().value()).isCloseTo(german.decimal("AUC"), within(1e-12));
        assertThat(curve.gini()).isCloseTo(german.decimal("Gini"), within(1e-12));
        assertThat(curve.ks()).isCloseTo(german.decimal("KS"), within(1e-12));
        assertThat(calibration.brier()).isCloseTo(german.decimal("MSE"), within(1e-11));
        assertThat(calibration.logLoss()).isCloseTo(german.decimal("LogLoss"), within(1e-11));
    }

    private static ScoredOutcomes outcomes(DocumentReader entry, String score) {
        return outcomes(entry, score, value -> value);
    }

    private static ScoredOutcomes outcomes(DocumentReader entry, String score, DoubleUnaryOperator risk) {
        double[] y = entry.decimals("y");
        boolean[] bad = new boolean[y.length];
        for (int row = 0; row < y.length; row++) {
            bad[row] = y[row] == 1;
        }
        return ScoredOutcomes.ofRisk(
                Arrays.stream(entry.decimals(score)).map(risk).toArray(), bad);
    }

    private static DocumentReader reference(String file) {
        try (InputStream in = requireNonNull(ValidationReferenceTest.class.getResourceAsStream(file), file)) {
            return DocumentReader.of(DocumentJson.readTree(in.readAllBytes()), "$");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
