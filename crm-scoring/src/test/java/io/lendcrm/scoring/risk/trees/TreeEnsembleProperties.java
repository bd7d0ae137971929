package io.lendcrm.scoring.risk.trees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.json.ModelJson;
import io.lendcrm.scoring.ReasonBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The definition of Shapley values, over all sets of features; and every way of scoring against the trees themselves. */
class TreeEnsembleProperties {

    @Property(tries = 150)
    void contributionsAreShapleyValues(@ForAll long seed, @ForAll Arithmetic arithmetic, @ForAll boolean plain) {
        RandomTrees source = new RandomTrees(new SplittableRandom(seed), arithmetic, plain, 5);
        TreeEnsemble model = source.ensemble(3, 4);
        double[] row = source.row();
        if (Double.isNaN(model.score(row))) {
            assertThat(model.contributions(row)).containsOnly(Double.NaN);
            return;
        }
        double[] worth = new double[1 << 5];
        for (int set = 0; set < worth.length; set++) {
            worth[set] = worth(model, row, set);
        }
        double[] found = model.contributions(row);
        for (int f = 0; f < found.length; f++) {
            double wanted = 0;
            for (int set = 0; set < worth.length; set++) {
                if ((set >> f & 1) == 0) {
                    wanted += (worth[set | 1 << f] - worth[set]) * weight(Integer.bitCount(set), found.length);
                }
            }
            assertThat(found[f]).isEqualTo(wanted, within(1e-13));
        }
        assertThat(model.expected()).isEqualTo(worth[0], within(1e-13));
        assertThat(model.expected() + Arrays.stream(found).sum())
                .isEqualTo(worth[worth.length - 1], within(1e-12))
                .isEqualTo(model.score(row), within(arithmetic == Arithmetic.FLOAT32 ? 1e-5 : 1e-12));
    }

    @Property(tries = 40)
    void tablesAndWalkAgree(@ForAll long seed, @ForAll Arithmetic arithmetic, @ForAll boolean plain) {
        RandomTrees source = new RandomTrees(new SplittableRandom(seed), arithmetic, plain, 9);
        TreeEnsemble model = source.ensemble(3, 7);
        TreeShap tables = new TabledShap(model.trees(), model.sum(), 9);
        TreeShap walk = new WalkedShap(model.trees(), model.sum(), 9);
        double[] byTables = new double[9];
        double[] byWalk = new double[9];
        for (int i = 0; i < 5; i++) {
            double[] row = source.row();
            tables.contributions(row, byTables);
            walk.contributions(row, byWalk);
            assertThat(byTables).containsExactly(byWalk, within(1e-13));
        }
    }

    /** |S|! (n - |S| - 1)! / n!. */
    private static double weight(int size, int n) {
        double weight = 1.0 / n;
        for (int i = 1; i <= size; i++) {
            weight *= (double) i / (n - i);
        }
        return weight;
    }

    private static double worth(TreeEnsemble model, double[] row, int set) {
        double total = 0;
        for (Tree tree : model.trees()) {
            total += worth(tree, 0, model.sum().arithmetic(), row, set);
        }
        return model.sum().base() + (model.sum().mean() ? total / model.trees().size() : total);
    }

    private static double worth(Tree tree, int node, Arithmetic arithmetic, double[] row, int set) {
        if (tree.isLeaf(node)) {
            return Double.isNaN(tree.value(node)) ? 0 : tree.value(node);
        }
        int feature = tree.feature(node);
        if ((set >> feature & 1) != 0) {
            return worth(tree, tree.next(node, arithmetic.round(row[feature])), arithmetic, row, set);
        }
        double mean = 0;
        List<Integer> ways = new ArrayList<>(List.of(tree.yes(node), tree.no(node)));
        if (tree.hasThird(node)) {
            ways.add(tree.missing(node));
        }
        for (int way : ways) {
            mean += tree.share(node, way) * worth(tree, way, arithmetic, row, set);
        }
        return mean;
    }

    @Property(tries = 100)
    void everyWayOfScoringGivesTheSameBits(@ForAll long seed, @ForAll Arithmetic arithmetic, @ForAll boolean plain) {
        RandomTrees source = new RandomTrees(new SplittableRandom(seed), arithmetic, plain, 6);
        TreeEnsemble model = source.ensemble(1 + source.random().nextInt(10), 4);
        TreeEnsemble read = ModelJson.of(new TreeEnsembleCodec())
                .read(ModelJson.of(new TreeEnsembleCodec()).write(model), TreeEnsemble.class);
        double[][] columns = new double[6][75];
        double[][] rows = new double[75][];
        List<ClientId> clients = new ArrayList<>();
        for (int i = 0; i < rows.length; i++) {
            rows[i] = source.row();
            clients.add(ClientId.of("c" + i));
            for (int f = 0; f < 6; f++) {
                columns[f][i] = rows[i][f];
            }
        }
        double[] batch = new double[rows.length];
        double[] table = new double[rows.length];
        model.score(columns, 1, rows.length, batch);
        model.score(model.schema().bind(FeatureTable.of(model.schema(), clients, columns)), 1, rows.length, table);
        ReasonBuffer buffer = ReasonBuffer.of(3);
        for (int i = 1; i < rows.length; i++) {
            double wanted = bySummation(model, rows[i]);
            assertThat(model.score(rows[i])).isEqualTo((Double) wanted);
            assertThat(model.score(rows[i], buffer)).isEqualTo((Double) wanted);
            assertThat(read.score(rows[i])).isEqualTo((Double) wanted);
            assertThat(batch[i]).isEqualTo((Double) wanted);
            assertThat(table[i]).isEqualTo((Double) wanted);
            assertThat(read.contributions(rows[i])).isEqualTo(model.contributions(rows[i]));
        }
    }

    private static double bySummation(TreeEnsemble model, double[] row) {
        TreeSum sum = model.sum();
        boolean mean = sum.mean();
        double total = mean ? 0 : sum.base();
        for (Tree tree : model.trees()) {
            total = sum.arithmetic().round(total + tree.value(tree.leaf(row, sum.arithmetic())));
        }
        double quotient = sum.arithmetic().round(total / model.trees().size());
        return mean ? sum.arithmetic().round(sum.base() + quotient) : total;
    }
}
