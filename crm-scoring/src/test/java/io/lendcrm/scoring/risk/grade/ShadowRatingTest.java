package io.lendcrm.scoring.risk.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.credit.RatingScale;
import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.json.ModelJson;
import io.lendcrm.core.model.FitException;
import io.lendcrm.scoring.risk.logistic.LogisticModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The agency's rule is found again, and margins of conservatism by hand. */
class ShadowRatingTest {

    private static final FeatureSchema SCHEMA =
            FeatureSchema.of(Feature.numeric("leverage", "ratio"), Feature.numeric("coverage", "ratio"));

    private static double logistic(double z) {
        return 1 / (1 + Math.exp(-z));
    }

    /** An agency of 19 grades whose log-odds of default are half a unit apart, from -9 to 0. */
    private static RatingScale agency() {
        List<RatingScale.Grade> grades = new ArrayList<>();
        for (int i = 0; i < 19; i++) {
            grades.add(new RatingScale.Grade("G" + i, logistic(-9 + 0.5 * i)));
        }
        return new RatingScale("agency", grades);
    }

    private static RatedTable rated(int count, double noise) {
        Random random = new Random(11);
        double[] leverage = new double[count];
        double[] coverage = new double[count];
        List<ClientId> clients = new ArrayList<>();
        List<String> grades = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            leverage[i] = random.nextDouble();
            coverage[i] = 5 * random.nextDouble();
            double logOdds = -5 + 3 * leverage[i] - 0.6 * coverage[i] + noise * random.nextGaussian();
            int grade = (int) Math.max(0, Math.min(18, Math.rint((logOdds + 9) / 0.5)));
            grades.add("G" + grade);
            clients.add(ClientId.of("c" + i));
        }
        return new RatedTable(FeatureTable.of(SCHEMA, clients, leverage, coverage), grades, agency());
    }

    @Test
    void theAgencysRuleIsFoundAgain() {
        LogisticModel model = new ShadowRatingFitter().fit(rated(2000, 0.4));
        double[] found = model.coefficients().estimates();
        assertThat(found[0]).isEqualTo(-5, within(0.1));
        assertThat(found[1]).isEqualTo(3, within(0.1));
        assertThat(found[2]).isEqualTo(-0.6, within(0.02));
        for (int i = 0; i < 3; i++) { // 2000 rows, so that truth lies within four standard errors
            double error = model.coefficients().all().get(i).standardError();
            assertThat(Math.abs(found[i] - new double[] {-5, 3, -0.6}[i])).isLessThan(4 * error);
        }
        // noise of 0.4 and rounding to half units, √(0.16 + 0.25/12)
        assertThat(model.info().diagnostics().get("residualDeviation")).isEqualTo(0.4252, within(0.02));
        MasterScale scale = MasterScale.geometric(List.of("1", "2", "3", "4", "5", "6", "7"), 0.0003, 0.20);
        double pd = model.probability(new double[] {0.9, 0.2});
        assertThat(pd).isEqualTo(logistic(-5 + 2.7 - 0.12), within(0.01));
        assertThat(scale.gradeOf(pd).code()).isEqualTo("6");
        ModelJson json = ModelJson.standard();
        assertThat(json.read(json.write(model), LogisticModel.class).probability(new double[] {0.9, 0.2}))
                .isEqualTo(pd);
    }

    @Test
    void whatCannotBeFittedIsSaid() {
        RatedTable all = rated(50, 0.1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RatedTable(all.features(), List.of("G1"), agency()))
                .withMessageContaining("as many as the table's 50 rows, found 1");
        FeatureTable twice = FeatureTable.of(
                SCHEMA,
                all.features().clients(),
                all.features().column(0),
                all.features().column(0));
        assertThatThrownBy(() -> new ShadowRatingFitter().fit(new RatedTable(twice, all.grades(), agency())))
                .isInstanceOf(FitException.class)
                .hasMessageContaining("columns explain each other");
        double[] missing = all.features().column(0);
        missing[3] = Double.NaN;
        FeatureTable holed = FeatureTable.of(
                SCHEMA, all.features().clients(), missing, all.features().column(1));
        assertThatThrownBy(() -> new ShadowRatingFitter().fit(new RatedTable(holed, all.grades(), agency())))
                .isInstanceOf(FitException.class)
                .hasMessageContaining("leverage is missing in row 3");
        RatingScale withDefault = new RatingScale("d", List.of(new RatingScale.Grade("D", 1)));
        FeatureTable one = FeatureTable.of(SCHEMA, List.of(ClientId.of("x")), new double[] {1}, new double[] {1});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RatedTable(one, List.of("D"), withDefault))
                .withMessageContaining("not in default");
    }

    @Test
    void marginsAddUpByCategory() {
        MarginOfConservatism margin =
                MarginOfConservatism.none().withDataAndMethods(0.002).withChanges(0.001);
        assertThat(margin.addedTo(0.01)).isEqualTo(0.013, within(1e-15));
        assertThat(margin.addedTo(0.9995)).isEqualTo(1);
        assertThatIllegalArgumentException().isThrownBy(() -> margin.withChanges(-0.1));
    }

    @Test
    void theErrorOfEstimationIsJeffreysUpperBoundLessTheRate() {
        // no default among 100: the 90 % quantile of Beta(1/2, 100.5), near that of a chi-square over 2 n, 2.7055 / 201
        MarginOfConservatism none = MarginOfConservatism.ofEstimation(100, 0, 0.9);
        assertThat(none.total())
                .isEqualTo(new GradeTest(100, 0, 0.5).jeffreysInterval(0.8).upper());
        assertThat(none.total()).isBetween(0.0130, 0.0140);
        double before = 1;
        for (int obligors : new int[] {50, 200, 1000, 10_000}) {
            double margin = MarginOfConservatism.ofEstimation(obligors, obligors / 50, 0.9)
                    .total();
            assertThat(margin)
                    .as("falls with the number of obligors")
                    .isLessThan(before)
                    .isPositive();
            before = margin;
        }
        assertThat(MarginOfConservatism.ofEstimation(100, 100, 0.9).total()).isZero();
    }
}
