package io.lendcrm.scoring.proof.fairness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.scoring.likelihood.Interval;
import io.lendcrm.scoring.proof.fairness.FairnessRule.Reference;
import io.lendcrm.scoring.proof.validation.ScoredOutcomes;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FairnessTest {

    private static final FairnessRule RULE = FairnessRule.defaults();

    private final List<String> groups = new ArrayList<>();
    private final List<Boolean> approvals = new ArrayList<>();

    @Test
    void fourFifthsIsBrokenBeyondDoubtOnlyIfTheWholeIntervalIsBelow() {
        rows("a", 500, 300).rows("b", 500, 150).rows("c", 60, 25);
        DecisionFairness found = compared(RULE);

        assertThat(found.reference()).isEqualTo("a");
        GroupComparison b = found.comparison("b", FairnessMeasure.ADVERSE_IMPACT_RATIO);
        // 0.5 exp(-+1.959964 sqrt(0.7/150 + 0.4/300)); scipy.stats.contingency.relative_risk
        assertThat(b.estimate().orElseThrow().value()).isEqualTo(0.5);
        assertThat(b.estimate().orElseThrow().lower()).isCloseTo(0.42957224779206293, within(1e-9));
        assertThat(b.estimate().orElseThrow().upper()).isCloseTo(0.581974280892126, within(1e-9));
        assertThat(b.evidence()).isEqualTo(Evidence.BEYOND_LIMIT);
        assertThat(found.comparison("c", FairnessMeasure.ADVERSE_IMPACT_RATIO).evidence())
                .isEqualTo(Evidence.INCONCLUSIVE);
        assertThat(found.beyondLimit())
                .extracting(GroupComparison::group, GroupComparison::measure)
                .contains(org.assertj.core.groups.Tuple.tuple("b", FairnessMeasure.STATISTICAL_PARITY_DIFFERENCE));
    }

    @Test
    void aCellBelowTheSmallestIsNoVerdict() {
        rows("a", 500, 300).rows("b", 29, 0);
        GroupComparison few = compared(RULE).comparison("b", FairnessMeasure.ADVERSE_IMPACT_RATIO);

        assertThat(few.evidence()).isEqualTo(Evidence.NOT_ENOUGH_DATA);
        assertThat(few.estimate()).isEmpty();
        assertThat(compared(RULE.withMinimumCell(29))
                        .comparison("b", FairnessMeasure.ADVERSE_IMPACT_RATIO)
                        .evidence())
                .isEqualTo(Evidence.BEYOND_LIMIT);
    }

    @Test
    void aSmallGroupIsNoReferenceEvenIfItIsFavouredMost() {
        rows("a", 500, 300).rows("b", 5, 5).rows("c", 500, 200);

        assertThat(compared(RULE).reference()).isEqualTo("a");
        assertThat(compared(RULE.withReference(Reference.named("b"))).reference())
                .isEqualTo("b");
        assertThat(compared(RULE.withReference(Reference.largest())).reference())
                .isEqualTo("a");
    }

    @Test
    void whoDoesNotTellIsAGroupButNoReference() {
        rows("a", 100, 50).rows("b", 100, 40).rows(null, 100, 90);
        DecisionFairness found = compared(RULE);

        assertThat(found.groups())
                .extracting(GroupDecisions::group)
                .containsExactly("a", "b", ProtectedAttribute.MISSING);
        assertThat(found.reference()).isEqualTo("a");
        assertThat(found.comparison(ProtectedAttribute.MISSING, FairnessMeasure.STATISTICAL_PARITY_DIFFERENCE)
                        .estimate()
                        .orElseThrow()
                        .value())
                .isCloseTo(0.4, within(1e-12));
    }

    @Test
    void withoutOutcomesOnlyApprovalRatesAreCompared() {
        rows("a", 100, 50).rows("b", 100, 40);

        assertThat(compared(RULE).comparisons())
                .filteredOn(c -> c.evidence() != Evidence.NOT_ENOUGH_DATA)
                .extracting(GroupComparison::measure)
                .containsExactly(FairnessMeasure.ADVERSE_IMPACT_RATIO, FairnessMeasure.STATISTICAL_PARITY_DIFFERENCE);
    }

    @Test
    void outcomesOfTheApprovedAloneTellNothingOfOpportunity() {
        rows("a", 200, 100).rows("b", 200, 80);
        boolean[] good = new boolean[400];
        for (int row = 0; row < 400; row++) {
            good[row] = row % 4 != 0;
        }
        DecisionFairness found = DecisionFairness.of(
                ProtectedAttribute.of("group", groups), decisions().withOutcomes(good, favourable()), RULE);

        assertThat(found.comparison("b", FairnessMeasure.EQUAL_OPPORTUNITY_DIFFERENCE)
                        .evidence())
                .isEqualTo(Evidence.NOT_ENOUGH_DATA);
        assertThat(found.comparison("b", FairnessMeasure.PREDICTIVE_PARITY_DIFFERENCE)
                        .estimate())
                .map(Interval::value)
                .hasValueSatisfying(value -> assertThat(value).isCloseTo(0, within(1e-12)));
        assertThat(found.groups()).extracting(GroupDecisions::unknownOutcomes).containsExactly(100, 120);
    }

    @Test
    void differencesAreNewcombes() {
        // Newcombe (1998), table II, method 10
        difference(56, 70, 48, 80, 0.0524, 0.3339);
        difference(9, 10, 3, 10, 0.1705, 0.8090);
        difference(5, 56, 0, 29, -0.0381, 0.1926);
        difference(0, 10, 0, 20, -0.1611, 0.2775);
        difference(10, 10, 0, 20, 0.6791, 1.0000);
        difference(10, 10, 0, 10, 0.6075, 1.0000);
    }

    private static void difference(int a, int m, int b, int n, double lower, double upper) {
        Interval found = Comparisons.difference(share(a, m), share(b, n), 0.95);
        assertThat(found.lower()).isCloseTo(lower, within(5.1e-5));
        assertThat(found.upper()).isCloseTo(upper, within(5.1e-5));
    }

    @Test
    void aRatioKeepsAnIntervalWhereNobodyOrEverybodyIsApproved() {
        Interval nobody = Comparisons.ratio(share(0, 40), share(20, 50), 0.95);
        Interval everybody = Comparisons.ratio(share(40, 40), share(50, 50), 0.95);
        Interval ofB = share(20, 50).interval(0.95);

        assertThat(nobody.value()).isZero();
        assertThat(nobody.upper())
                .isCloseTo(
                        share(0, 40).interval(0.95).upper() / Math.sqrt(ofB.lower() * (0.8 - ofB.lower())),
                        within(1e-12));
        assertThat(everybody.value()).isEqualTo(1);
        assertThat(everybody.lower()).isCloseTo(share(40, 40).interval(0.95).lower(), within(1e-12));
        assertThat(everybody.upper()).isCloseTo(1 / share(50, 50).interval(0.95).lower(), within(1e-12));
    }

    @Test
    void whereNobodyIsApprovedThereIsNoRatio() {
        rows("a", 100, 0).rows("b", 100, 0);

        assertThat(compared(RULE)
                        .comparison("b", FairnessMeasure.ADVERSE_IMPACT_RATIO)
                        .evidence())
                .isEqualTo(Evidence.NOT_ENOUGH_DATA);
        assertThat(compared(RULE)
                        .comparison("b", FairnessMeasure.STATISTICAL_PARITY_DIFFERENCE)
                        .evidence())
                .isEqualTo(Evidence.WITHIN_LIMIT);
    }

    @Test
    void weightsCountByHowMuchTheyTell() {
        rows("a", 4, 0).rows("b", 4, 0);
        boolean[] favourable = {true, true, false, true, false, false, true, false};
        double[] weight = {2, 1, 1, 0.5, 3, 1, 1, 0.5};
        DecisionFairness found = DecisionFairness.of(
                ProtectedAttribute.of("group", groups),
                Decisions.of(favourable).withWeights(weight),
                RULE.withMinimumCell(4));
        Share a = found.groups().get(0).rate(GroupRate.FAVOURABLE).orElseThrow();

        assertThat(a.value()).isCloseTo(3.5 / 4.5, within(1e-15));
        assertThat(a.effective()).isCloseTo(3.24, within(1e-12));
        assertThat(a.rows()).isEqualTo(4);
        // Wilson's formula with n = 3.24, by numpy
        assertThat(a.interval(0.95).lower()).isCloseTo(0.285821565771858, within(1e-12));
        assertThat(a.interval(0.95).upper()).isCloseTo(0.9683633480399495, within(1e-12));
    }

    @Test
    void columnsWithLevelsAndBandsAreGroups() {
        FeatureSchema schema =
                FeatureSchema.of(Feature.nominal("sex", List.of("f", "m", "x")), Feature.binary("alien"));
        List<ClientId> clients = List.of(ClientId.of("1"), ClientId.of("2"), ClientId.of("3"), ClientId.of("4"));
        FeatureTable table = FeatureTable.of(
                schema, clients, new double[] {1, 0, Double.NaN, Feature.UNSEEN}, new double[] {0, 1, 0, Double.NaN});

        assertThat(ProtectedAttribute.from(table, "sex").groups())
                .containsExactly("f", "m", ProtectedAttribute.UNSEEN, ProtectedAttribute.MISSING);
        assertThat(ProtectedAttribute.from(table, "alien").groups())
                .containsExactly("no", "yes", ProtectedAttribute.MISSING);
        ProtectedAttribute age =
                ProtectedAttribute.ofBands("age", new double[] {25, 60}, new double[] {24.9, 25, 60, Double.NaN});
        assertThat(age.groups()).containsExactly("below 25", "from 25 below 60", "from 60", ProtectedAttribute.MISSING);
        assertThat(age.toString()).doesNotContain("24.9");
        assertThatThrownBy(() -> ProtectedAttribute.of("sex", List.of("f", ProtectedAttribute.UNSEEN)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(ProtectedAttribute.UNSEEN);
    }

    @Test
    void theSameProbabilityMayMeanMoreRiskInOneGroup() {
        double[] probability = new double[800];
        boolean[] bad = new boolean[800];
        List<String> told = new ArrayList<>();
        for (int row = 0; row < 800; row++) {
            boolean second = row >= 400;
            probability[row] = row % 2 == 0 ? 0.1 : 0.3;
            bad[row] = row % 2 == 0 ? row / 2 % 10 == 0 : row / 2 % 10 < (second ? 6 : 3);
            told.add(second ? "b" : "a");
        }
        ScoreFairness found = ScoreFairness.of(
                ProtectedAttribute.of("group", told), ScoredOutcomes.ofRisk(probability, bad), 2, RULE);

        assertThat(found.edges()).containsExactly(0.1);
        assertThat(found.group("a").calibration()).isEqualTo(Evidence.WITHIN_LIMIT);
        assertThat(found.group("b").calibration()).isEqualTo(Evidence.BEYOND_LIMIT);
        GroupScores.Bin risky = found.group("b").bins().get(1);
        assertThat(risky.rows().probability()).isCloseTo(0.3, within(1e-12));
        assertThat(risky.estimate().orElseThrow().value()).isEqualTo(0.6);
        assertThat(risky.estimate().orElseThrow().lower()).isGreaterThan(0.3);
        assertThat(found.group("b").ks()).isZero();
        assertThat(found.group("b").wasserstein()).isZero();
    }

    @Test
    void namesTheRule() {
        rows("a", 100, 50).rows("b", 100, 40);

        assertThatThrownBy(() -> ProtectedAttribute.of("sex", List.of("f", "f")))
                .hasMessage("sex must have rows of at least 2 groups, found [f]");
        assertThatThrownBy(() -> compared(RULE.withReference(Reference.named("z"))))
                .hasMessage("reference must be one of [a, b], found \"z\"");
        assertThatThrownBy(() ->
                        DecisionFairness.of(ProtectedAttribute.of("group", groups), Decisions.of(new boolean[3]), RULE))
                .hasMessage("decisions must have 200 rows, found 3");
        assertThatThrownBy(() -> decisions().withWeights(new double[200]))
                .hasMessage("weight must be finite and above 0, found 0.0 in row 1");
        assertThatThrownBy(() -> Decisions.from(new double[] {1, Double.NaN}, 1))
                .hasMessage("score must be a number, found NaN in row 2");
        assertThatThrownBy(() -> RULE.withMinimumCell(0)).hasMessage("minimumCell must be at least 1, found 0");
    }

    private FairnessTest rows(@org.jspecify.annotations.Nullable String name, int size, int favourable) {
        for (int row = 0; row < size; row++) {
            groups.add(name);
            approvals.add(row < favourable);
        }
        return this;
    }

    private boolean[] favourable() {
        boolean[] favourable = new boolean[approvals.size()];
        for (int row = 0; row < favourable.length; row++) {
            favourable[row] = approvals.get(row);
        }
        return favourable;
    }

    private Decisions decisions() {
        return Decisions.of(favourable());
    }

    private DecisionFairness compared(FairnessRule rule) {
        return DecisionFairness.of(ProtectedAttribute.of("group", groups), decisions(), rule);
    }

    private static Share share(int hits, int rows) {
        return new Share(rows, rows, (double) hits / rows);
    }
}
