package io.lendcrm.scoring.risk.trees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.reason.Reason;
import io.lendcrm.core.reason.ReasonCatalogue;
import io.lendcrm.core.reason.ReasonCode;
import io.lendcrm.scoring.ReasonBuffer;
import io.lendcrm.scoring.Score;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TreeEnsembleTest {

    private static final FeatureSchema TWO =
            FeatureSchema.of(Feature.numeric("utilisation", "ratio"), Feature.numeric("age", "years"));

    /** The root asks for utilisation; above 0.8, for age. */
    private final Tree tree = Tree.builder(5)
            .split(0, 0, NodeTest.ABOVE, 0.8, 1, 2, 1)
            .split(1, 1, NodeTest.BELOW, 30, 3, 4, 4)
            .leaf(2, -1, 60)
            .leaf(3, 2, 10)
            .leaf(4, 1, 30)
            .build();

    private final TreeEnsemble model =
            TreeEnsemble.of(TWO, List.of(tree), TreeSum.defaults().withLink(Link.logistic()));

    @Test
    void aLeafIsTheScoreAndTheLinkMakesItAProbability() {
        assertThat(model.score(new double[] {0.8, 20})).isEqualTo(-1);
        assertThat(model.score(new double[] {0.9, 20})).isEqualTo(2);
        assertThat(model.score(new double[] {Double.NaN, Double.NaN})).isEqualTo(1);
        assertThat(model.probability(new double[] {0.9, 20})).isEqualTo(1 / (1 + Math.exp(-2)));
        assertThat(model.expected()).isEqualTo(-0.1, within(1e-15));
    }

    @Test
    void reasonsAddUpToTheScore() {
        Score.Scored score = (Score.Scored) model.score(
                TWO.row(ClientId.of("a")).set("utilisation", 0.9).set("age", 20).build());

        // By hand: without age 1.25 is expected above 0.8; without utilisation 0.4 * 2 - 0.6 = 0.2 below 30.
        assertThat(score.base()).isEqualTo(-0.1, within(1e-15));
        assertThat(score.reasons())
                .extracting(Reason::code)
                .extracting(ReasonCode::value)
                .containsExactly("trees.raises", "trees.raises");
        assertThat(score.reasons().get(0).contribution()).isEqualTo((1.25 + 0.1 + 2 - 0.2) / 2, within(1e-14));
        assertThat(score.reasons().get(1).contribution()).isEqualTo((0.2 + 0.1 + 2 - 1.25) / 2, within(1e-14));
        assertThat(ReasonCatalogue.standard().text(score.reasons().get(0), Locale.ENGLISH))
                .matches("utilisation is 0.9 ratio: [+]1.5[78] to the margin");
    }

    @Test
    void featuresOfOneCodeMakeOneReason() {
        ReasonCode strain = ReasonCode.of("strain");
        TreeEnsemble grouped = model.withReason("utilisation", strain).withReason("age", strain);
        ReasonBuffer buffer = ReasonBuffer.of(4);

        grouped.score(new double[] {0.9, 20}, buffer);

        assertThat(grouped.reasonNames()).containsExactly("strain");
        assertThat(buffer.size()).isEqualTo(1);
        assertThat(buffer.difference(0)).isEqualTo(2.1, within(1e-14));
        model.withHigherIsWorse(false).score(new double[] {0.9, 20}, buffer);
        assertThat(buffer.size()).isZero();
    }

    @Test
    void anInfiniteValueIsNoScore() {
        assertThat(model.score(new double[] {Double.POSITIVE_INFINITY, 20})).isNaN();
        assertThat(model.contributions(new double[] {Double.NEGATIVE_INFINITY, 20}))
                .containsOnly(Double.NaN);

        TreeEnsemble narrow = TreeEnsemble.of(
                TWO,
                List.of(Tree.builder(3)
                        .split(0, 0, NodeTest.BELOW, 1, 1, 2, 1)
                        .leaf(1, 0, 1)
                        .leaf(2, 1, 1)
                        .build()),
                TreeSum.defaults().withArithmetic(Arithmetic.FLOAT32));
        Score score = narrow.score(TWO.row(ClientId.of("a"))
                .set("utilisation", 1e300)
                .set("age", 1e300)
                .build());
        assertThat(score).isInstanceOfSatisfying(Score.NotScored.class, none -> {
            assertThat(none.code().value()).isEqualTo("trees.beyond");
            assertThat(none.detail()).isEqualTo("beyond the numbers of the model: utilisation");
        });
    }

    @Test
    void whatIsNoTreeIsRefused() {
        assertRefused("node 0 must lead to one within", () -> Tree.builder(3).split(0, 0, NodeTest.BELOW, 1, 0, 1, 1));
        assertRefused(
                "node 1 must be reached by one way",
                () -> Tree.builder(4)
                        .split(0, 0, NodeTest.BELOW, 1, 1, 2, 1)
                        .split(2, 0, NodeTest.BELOW, 1, 1, 3, 1)
                        .leaf(1, 0, 1)
                        .leaf(3, 0, 1)
                        .build());
        assertRefused(
                "node 2 must be described",
                () -> Tree.builder(3)
                        .split(0, 0, NodeTest.BELOW, 1, 1, 2, 1)
                        .leaf(1, 0, 1)
                        .build());
        assertRefused(
                "threshold of node 0 must be finite, found NaN",
                () -> Tree.builder(3).split(0, 0, NodeTest.BELOW, Double.NaN, 1, 2, 1));
        assertRefused(
                "tree 0: feature of node 0 must be within [0, 0], found 1",
                () -> TreeEnsemble.of(
                        FeatureSchema.of(TWO.feature(0)),
                        List.of(Tree.builder(3)
                                .split(0, 1, NodeTest.BELOW, 1, 1, 2, 1)
                                .leaf(1, 0, 1)
                                .leaf(2, 0, 1)
                                .build()),
                        TreeSum.defaults()));
        assertRefused(
                "must be a number of FLOAT32",
                () -> TreeEnsemble.of(
                        TWO,
                        List.of(Tree.builder(1).leaf(0, 0.1, 1).build()),
                        TreeSum.defaults().withArithmetic(Arithmetic.FLOAT32)));
        assertRefused("at most 1000 levels", () -> chain(1001));
        assertThat(chain(1000).depth()).isEqualTo(1000);
    }

    @Test
    void deepTreesAreExplainedAsWell() {
        TreeEnsemble deep = TreeEnsemble.of(TWO, List.of(chain(1000)), TreeSum.defaults());

        double[] found = deep.contributions(new double[] {500.5, 0});

        assertThat(deep.expected() + found[0] + found[1]).isEqualTo(deep.score(new double[] {500.5, 0}), within(1e-9));
    }

    private static Tree chain(int depth) {
        Tree.Builder chain = Tree.builder(2 * depth + 1);
        for (int i = 0; i < depth; i++) {
            chain.split(2 * i, i % 2, NodeTest.BELOW, i, 2 * i + 1, 2 * i + 2, 2 * i + 1);
            chain.leaf(2 * i + 1, i, 1);
        }
        return chain.leaf(2 * depth, depth, 1).build();
    }

    private static void assertRefused(String problem, org.assertj.core.api.ThrowableAssert.ThrowingCallable make) {
        assertThatThrownBy(make).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(problem);
    }
}
