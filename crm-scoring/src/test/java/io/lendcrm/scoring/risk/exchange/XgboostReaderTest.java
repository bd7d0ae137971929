package io.lendcrm.scoring.risk.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.scoring.risk.trees.TreeEnsemble;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reference: XGBoost4J 2.1.4 on 25 rows. */
class XgboostReaderTest {

    private final TreeEnsemble model = XgboostReader.defaults().read(Taiwan.bytes("taiwan-xgboost.json"));
    private final double[][] rows = Taiwan.rows();
    private final List<String[]> expected = Taiwan.table("taiwan-xgboost-expected.tsv");

    @Test
    void everyLeafIsTheOnesOfTheOrigin() {
        for (int i = 0; i < rows.length; i++) {
            int[] leaves = new int[20];
            model.leaves(rows[i], leaves);
            assertThat(Arrays.stream(leaves).asDoubleStream().toArray()).isEqualTo(Taiwan.numbers(expected.get(i)[3]));
        }
    }

    @Test
    void marginsAndProbabilitiesHaveTheDigitsOfTheOrigin() {
        for (int i = 0; i < rows.length; i++) {
            double margin = model.score(rows[i]);
            assertThat((float) margin).isEqualTo(Float.parseFloat(expected.get(i)[2]));
            assertThat(model.probability(rows[i])).isEqualTo(Float.parseFloat(expected.get(i)[1]), within(6e-8));
        }
    }

    @Test
    void contributionsAreThoseOfTheOrigin() {
        for (int i = 0; i < rows.length; i++) {
            double[] wanted = Taiwan.numbers(expected.get(i)[4]);
            double[] found = model.contributions(rows[i]);
            for (int f = 0; f < found.length; f++) {
                assertThat(found[f]).isEqualTo(wanted[f], within(1e-6));
            }
            assertThat(model.expected()).isEqualTo(wanted[23], within(1e-6));
        }
    }

    @Test
    void jsonAndUbjGiveTheSameTrees() {
        TreeEnsemble binary = XgboostReader.defaults().read(Taiwan.bytes("taiwan-xgboost.ubj"));

        assertThat(binary.trees()).isEqualTo(model.trees());
        assertThat(binary.sum()).isEqualTo(model.sum());
        assertThat(binary.schema()).isEqualTo(model.schema());
    }
}
