package io.lendcrm.scoring.risk.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.scoring.risk.trees.TreeEnsemble;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reference: lightgbm4j 4.3.0-1 on 25 rows. */
class LightgbmReaderTest {

    private final TreeEnsemble model = LightgbmReader.defaults().read(Taiwan.bytes("taiwan-lightgbm.txt"));
    private final double[][] rows = Taiwan.rows();
    private final List<String[]> expected = Taiwan.table("taiwan-lightgbm-expected.tsv");

    @Test
    void marginsAndProbabilitiesHaveTheBitsOfTheOrigin() {
        for (int i = 0; i < rows.length; i++) {
            assertThat(model.score(rows[i])).isEqualTo(Double.parseDouble(expected.get(i)[2]));
            assertThat(model.probability(rows[i])).isEqualTo(Double.parseDouble(expected.get(i)[1]), within(1e-15));
        }
    }

    @Test
    void contributionsAreThoseOfTheOrigin() {
        for (int i = 0; i < rows.length; i++) {
            double[] wanted = Taiwan.numbers(expected.get(i)[3]);
            double[] found = model.contributions(rows[i]);
            for (int f = 0; f < found.length; f++) {
                assertThat(found[f]).isEqualTo(wanted[f], within(1e-13));
            }
            assertThat(model.expected()).isEqualTo(wanted[23], within(1e-13));
        }
    }
}
