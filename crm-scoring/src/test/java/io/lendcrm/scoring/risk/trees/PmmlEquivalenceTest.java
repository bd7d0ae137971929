package io.lendcrm.scoring.risk.trees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.scoring.risk.exchange.XgboostReader;
import io.lendcrm.scoring.risk.exchange.pmml.PmmlModel;
import io.lendcrm.scoring.risk.exchange.pmml.PmmlReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/**
 * An ensemble and the same ensemble by way of PMML: the same bits where the file computes in floats, as XGBoost does; where it
 * adds the same leaves in doubles, what adding in floats may have lost, at most half an ulp of each partial sum.
 */
class PmmlEquivalenceTest {

    private static final int ROWS = 120;

    @Test
    void xgboostByWayOfPmmlHasItsMarginsAndProbabilities() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                XgboostReader.class.getResourceAsStream("taiwan-xgboost.json"), "taiwan-xgboost.json")) {
            TreeEnsemble model = XgboostReader.defaults().read(in.readAllBytes());
            for (boolean compact : new boolean[] {false, true}) {
                for (boolean floats : new boolean[] {false, true}) {
                    requireSame(model, floats, compact, new SplittableRandom(11));
                }
            }
        }
    }

    @Property(tries = 40)
    void ensemblesOfAnyShapeByWayOfPmmlAreTheSame(
            @ForAll long seed, @ForAll Arithmetic arithmetic, @ForAll boolean floats, @ForAll boolean compact) {
        SplittableRandom random = new SplittableRandom(seed);
        TreeEnsemble model = new RandomTrees(random, arithmetic, true, 6).ensemble(1 + random.nextInt(12), 5);
        requireSame(model, floats && arithmetic == Arithmetic.FLOAT32, compact, random);
    }

    private static void requireSame(TreeEnsemble model, boolean floats, boolean compact, SplittableRandom random) {
        PmmlOfTrees writer = new PmmlOfTrees(model, floats, compact);
        PmmlModel.Trees numbers = (PmmlModel.Trees) PmmlReader.read(writer.regression());
        PmmlModel.Trees odds = (PmmlModel.Trees) PmmlReader.read(writer.classification());
        assertThat(numbers.fields()).isEqualTo(model.schema().names());
        assertThat(odds.target()).isEqualTo("default");
        boolean sameArithmetic = floats || model.sum().arithmetic() == Arithmetic.FLOAT64;
        for (int i = 0; i < ROWS; i++) {
            double[] row = row(model, random);
            double exact = inDoubles(model, row);
            double margin = numbers.predicted().score(row);
            assertThat(margin).isEqualTo(sameArithmetic ? model.score(row) : exact);
            assertThat(margin).isEqualTo(model.score(row), within(sameArithmetic ? 0 : lostInFloats(model, row)));
            assertThat(odds.model().score(row)).isEqualTo(margin);
            // The logistic curve rises by at most 1/4, and its own steps in floats lose less than three ulps of 1.
            assertThat(odds.predicted().score(row))
                    .isEqualTo(
                            model.probability(row),
                            within(sameArithmetic ? 0 : lostInFloats(model, row) / 4 + 3 * Math.ulp(1f)));
        }
    }

    private static double inDoubles(TreeEnsemble model, double[] row) {
        TreeSum sum = model.sum();
        double leaves = sum.mean() ? 0 : sum.base();
        for (Tree tree : model.trees()) {
            leaves += tree.value(tree.leaf(row, sum.arithmetic()));
        }
        return sum.mean() ? sum.base() + leaves / model.trees().size() : leaves;
    }

    private static double lostInFloats(TreeEnsemble model, double[] row) {
        TreeSum sum = model.sum();
        float partial = sum.mean() ? 0 : (float) sum.base();
        double lost = 0;
        for (Tree tree : model.trees()) {
            partial += (float) tree.value(tree.leaf(row, sum.arithmetic()));
            // Doubles round as well, a little.
            lost += Math.ulp(partial) / 2 + 2 * Math.ulp((double) partial);
        }
        // The mean divides what was lost; dividing and adding the base round once each.
        float mean = partial / model.trees().size();
        return sum.mean()
                ? lost / model.trees().size() + (Math.ulp(mean) + Math.ulp(mean + (float) sum.base())) / 2
                : lost;
    }

    /** A fifth is missing; the others lie at, or a double or a float beside, a threshold of the model, or anywhere. */
    private static double[] row(TreeEnsemble model, SplittableRandom random) {
        double[] row = new double[model.schema().size()];
        for (int f = 0; f < row.length; f++) {
            row[f] = random.nextInt(5) == 0 ? Double.NaN : random.nextDouble(-3, 3);
        }
        for (Tree tree : model.trees()) {
            int[] order = tree.order();
            int node = order[random.nextInt(order.length)];
            if (!tree.isLeaf(node) && !Double.isNaN(row[tree.feature(node)])) {
                double edge = tree.threshold(node);
                row[tree.feature(node)] = switch (random.nextInt(6)) {
                    case 0 -> Math.nextUp(edge);
                    case 1 -> Math.nextDown(edge);
                    case 2 -> Math.nextUp((float) edge);
                    case 3 -> Math.nextDown((float) edge);
                    case 4 -> edge + (edge - Math.nextDown((float) edge)) / 2;
                    default -> edge;
                };
            }
        }
        return row;
    }
}
