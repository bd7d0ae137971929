package io.lendcrm.scoring.risk.exchange.pmml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.json.ModelJson;
import io.lendcrm.core.model.ModelFormatException;
import io.lendcrm.scoring.Score;
import java.util.List;
import org.junit.jupiter.api.Test;

class PmmlRegressionTest {

    private static final String TABLE = "<RegressionTable intercept='-1.5' targetCategory='bad'>"
            + "<NumericPredictor name='Age' coefficient='-0.02'/>"
            + "<CategoricalPredictor name='Home' value='rent' coefficient='0.7'/>"
            + "<CategoricalPredictor name='Home' value='free' coefficient='0.4'/></RegressionTable>";

    private static PmmlModel.Regression read(String function, String method, String age, String tables) {
        String file = """
            <PMML xmlns="http://www.dmg.org/PMML-4_3" version="4.3"><Header/><DataDictionary numberOfFields="3">
            <DataField name="Age" optype="continuous" dataType="double"/>
            <DataField name="Home" optype="categorical" dataType="string"><Value value="own"/><Value value="rent"/></DataField>
            <DataField name="y" optype="categorical" dataType="string"/></DataDictionary>
            <RegressionModel functionName="%s" normalizationMethod="%s">
            <MiningSchema><MiningField name="y" usageType="target"/><MiningField name="Age" %s/><MiningField name="Home"/></MiningSchema>
            %s</RegressionModel></PMML>
            """.formatted(function, method, age, tables);
        return (PmmlModel.Regression) PmmlReader.read(file.getBytes(UTF_8));
    }

    private static double probability(double eta) {
        return 1 / (1 + Math.exp(-eta));
    }

    @Test
    void aLogisticModelPredictsTheProbabilityOfItsTarget() {
        String other = "<RegressionTable intercept='0' targetCategory='good'/>";
        for (String method : List.of("logit", "softmax")) {
            PmmlModel.Regression model = read("classification", method, "", TABLE + other);
            assertThat(model.target()).isEqualTo("bad");
            assertThat(model.fields()).containsExactly("Age", "Home");
            assertThat(model.predicted().score(model.row(List.of("40", "rent"))))
                    .isEqualTo(probability(-1.5 - 0.02 * 40 + 0.7));
            assertThat(model.predicted().score(model.row(List.of("40", "own"))))
                    .isEqualTo(probability(-1.5 - 0.02 * 40));
        }
    }

    @Test
    void softmaxOfTwoTablesIsTheirDifference() {
        String other = "<RegressionTable intercept='0.5' targetCategory='good'><NumericPredictor name='Age'"
                + " coefficient='0.03'/><CategoricalPredictor name='Home' value='rent'"
                + " coefficient='0.2'/></RegressionTable>";
        PmmlModel.Regression model = read("classification", "softmax", "", TABLE + other);
        double bad = Math.exp(-1.5 - 0.02 * 40 + 0.7);
        double good = Math.exp(0.5 + 0.03 * 40 + 0.2);
        assertThat(model.predicted().score(model.row(List.of("40", "rent"))))
                .isCloseTo(bad / (bad + good), org.assertj.core.data.Offset.offset(1e-15));
    }

    @Test
    void missingNumbersGiveNoScoreMissingLevelsCountNothingInvalidOnesRefuse() {
        PmmlModel.Regression model = read("regression", "none", "", TABLE);
        assertThat(model.predicted().score(model.row(List.of("", "rent")))).isNaN();
        assertThat(model.predicted().score(model.row(List.of("10", "")))).isEqualTo(-1.5 - 0.02 * 10);
        assertThat(model.predicted().score(model.row(List.of("10", "tent")))).isNaN();
        // Declared are own and rent only, so that free is invalid though the table has a coefficient for it.
        assertThat(model.predicted().score(model.row(List.of("10", "free")))).isNaN();
        PmmlModel.Regression filled = read("regression", "exp", "missingValueReplacement='30'", TABLE);
        assertThat(filled.predicted().score(filled.row(List.of("", "rent"))))
                .isEqualTo(Math.exp(-1.5 - 0.02 * 30 + 0.7));
    }

    @Test
    void everyTermIsAReason() {
        PmmlModel.Regression model = read("regression", "none", "", TABLE);
        Score.Scored score = (Score.Scored) model.scorer()
                .score(model.schema()
                        .row(ClientId.of("C-1"))
                        .set("age", 10)
                        .set("home", "rent")
                        .build());
        assertThat(score.base()).isEqualTo(-1.5);
        assertThat(score.reasons()).extracting(reason -> reason.contribution()).containsExactly(0.7, -0.2);
        assertThat(model.scorer().score(model.schema().row(ClientId.of("C-2")).build()))
                .isInstanceOf(Score.NotScored.class);
    }

    /** Written down by hand, so that a change of the stored form is seen. */
    private static final String STORED = """
          "model" : {
            "link" : "LOGIT",
            "intercept" : -1.5,
            "terms" : [ {
              "slope" : -0.02,
              "whenMissing" : 30.0
            }, {
              "coefficients" : [ 0.0, 0.7, 0.0, 0.0, 0.0 ],
              "notScored" : [ "2", "4" ]
            } ]
          }
        """;

    @Test
    void isStoredAndReadBackBitEqually() {
        LinearPredictor model = read("regression", "logit", "missingValueReplacement='30'", TABLE)
                .model();
        byte[] stored = ModelJson.standard().write(model);
        assertThat(new String(stored, UTF_8)).contains(STORED.strip());
        LinearPredictor back = ModelJson.standard().read(stored, LinearPredictor.class);
        assertThat(back).isEqualTo(model);
        for (double age : new double[] {17.3, Double.NaN}) {
            for (double home : new double[] {0, 1, 2, Double.NaN, Feature.UNSEEN}) {
                double[] row = {age, home};
                assertThat(back.predicted(row)).isEqualTo(Double.valueOf(model.predicted(row)));
            }
        }
        String text = new String(stored, UTF_8);
        for (String damaged : List.of(
                text.replace("\"4\"", "\"5\""), text.replace("LOGIT", "MAGIC"), text.replace("0.0, 0.7, ", ""))) {
            assertThatThrownBy(() -> ModelJson.standard().read(damaged.getBytes(UTF_8), LinearPredictor.class))
                    .isInstanceOf(ModelFormatException.class)
                    .hasMessageContaining("$.model");
        }
    }

    @Test
    void refusesWhatItCantCarry() {
        assertThatThrownBy(() -> read("regression", "probit", "", TABLE))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("probit");
        assertThatThrownBy(() -> read(
                        "regression", "none", "", TABLE.replace("coefficient='-0.02'", "coefficient='1' exponent='2'")))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("exponent 1");
        assertThatThrownBy(() -> read(
                        "regression",
                        "none",
                        "",
                        TABLE.replace("</RegressionTable>", "<PredictorTerm coefficient='1'/></RegressionTable>")))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("PredictorTerm");
        assertThatThrownBy(() -> read("classification", "logit", "", TABLE))
                .hasMessageContaining("two RegressionTables");
        assertThatThrownBy(() -> read("classification", "logit", "", TABLE + TABLE.replace("bad", "good")))
                .hasMessageContaining("must be empty");
    }
}
