package io.lendcrm.scoring.proof.fairness;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.json.DocumentJson;
import io.lendcrm.core.model.DocumentReader;
import io.lendcrm.scoring.likelihood.Interval;
import io.lendcrm.scoring.proof.fairness.FairnessRule.Reference;
import io.lendcrm.scoring.proof.validation.ScoredOutcomes;
import io.lendcrm.scoring.risk.binning.CreditData;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Against scipy on the applicants of the German credit data, approved by the points of R's card; the file says how. */
class FairnessReferenceTest {

    private static final double EXACT = 1e-9;

    private final DocumentReader reference = reference();
    private final FeatureTable table = CreditData.german().features();
    private final boolean[] bad = CreditData.german().bad();
    private final double[] score = reference.decimals("score");

    @Test
    void theGermanApplicantsBySex() {
        agree(
                ProtectedAttribute.of(
                        "sex", column("personal.status.and.sex", s -> s.startsWith("female") ? "female" : "male")),
                "sex",
                "male");
    }

    @Test
    void theGermanApplicantsByAge() {
        double[] age = table.column(CreditData.name("age.in.years"));
        agree(ProtectedAttribute.ofBands("age", new double[] {25, 60}, age), "age", "from 25 below 60");
    }

    @Test
    void theGermanApplicantsByWhetherTheyAreForeignWorkers() {
        agree(ProtectedAttribute.of("foreign_worker", column("foreign.worker", s -> s)), "foreign_worker", "yes");
    }

    private void agree(ProtectedAttribute attribute, String name, String yardstick) {
        FairnessRule rule = FairnessRule.defaults()
                .withReference(Reference.named(yardstick))
                .withMinimumCell(1);
        boolean[] good = new boolean[bad.length];
        double[] probability = new double[bad.length];
        for (int row = 0; row < good.length; row++) {
            good[row] = !bad[row];
            probability[row] = 1 / (1 + 19 * Math.exp((score[row] - 600) * Math.log(2) / 50));
        }
        Decisions decisions = Decisions.from(score, reference.whole("cut")).withOutcomes(good);
        DecisionFairness found = DecisionFairness.of(attribute, decisions, rule);
        ScoreFairness scores = ScoreFairness.of(attribute, ScoredOutcomes.ofRisk(probability, bad), 5, rule);
        DocumentReader expected = reference.tree(name);

        assertThat(found.groups()).extracting(GroupDecisions::group).hasSameElementsAs(expected.names());
        for (GroupDecisions group : found.groups()) {
            DocumentReader of = expected.tree(group.group());
            for (GroupRate rate : GroupRate.values()) {
                DocumentReader one = of.tree("rates").tree(rate.name());
                Share share = group.rate(rate).orElseThrow();
                assertThat(share.rows()).isEqualTo((int) one.whole("rows"));
                assertThat(share.value()).isCloseTo(one.decimal("share"), within(1e-12));
                assertThat(share.interval(0.95).lower()).isCloseTo(one.decimals("interval")[0], within(EXACT));
                assertThat(share.interval(0.95).upper()).isCloseTo(one.decimals("interval")[1], within(EXACT));
            }
            if (!group.group().equals(yardstick)) {
                for (FairnessMeasure measure : FairnessMeasure.values()) {
                    Interval interval =
                            found.comparison(group.group(), measure).estimate().orElseThrow();
                    double[] three = of.tree("comparisons").decimals(measure.name());
                    assertThat(new double[] {interval.value(), interval.lower(), interval.upper()})
                            .as(group.group() + " " + measure)
                            .containsExactly(three, within(EXACT));
                }
            }
            agree(scores.group(group.group()), of.tree("scores"));
        }
    }

    private static void agree(GroupScores found, DocumentReader expected) {
        assertThat(found.whole().size()).isEqualTo((int) expected.whole("rows"));
        assertThat(found.whole().bads()).isEqualTo((int) expected.whole("bads"));
        assertThat(found.whole().probability()).isCloseTo(expected.decimal("mean"), within(1e-12));
        assertThat(found.whole().interval(0.95).lower()).isCloseTo(expected.decimals("jeffreys")[0], within(EXACT));
        assertThat(found.whole().interval(0.95).upper()).isCloseTo(expected.decimals("jeffreys")[1], within(EXACT));
        assertThat(found.ks()).isCloseTo(expected.decimal("ks"), within(1e-12));
        assertThat(found.wasserstein()).isCloseTo(expected.decimal("wasserstein"), within(1e-12));
        assertThat(found.ranking().orElseThrow().value()).isCloseTo(expected.decimal("auc"), within(1e-12));
        assertThat(found.bins().stream().mapToInt(b -> b.rows().size()).sum())
                .isEqualTo(found.whole().size());
    }

    private List<String> column(String column, UnaryOperator<String> group) {
        Feature feature = table.schema().feature(table.schema().indexOf(CreditData.name(column)));
        return Arrays.stream(table.column(feature.name()))
                .mapToObj(code -> group.apply(feature.levels().get((int) code)))
                .toList();
    }

    private static DocumentReader reference() {
        try (InputStream in =
                requireNonNull(FairnessReferenceTest.class.getResourceAsStream("german-reference.json"))) {
            return DocumentReader.of(DocumentJson.readTree(in.readAllBytes()), "$");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
