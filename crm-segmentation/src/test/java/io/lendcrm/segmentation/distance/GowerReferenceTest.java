package io.lendcrm.segmentation.distance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against R's daisy: numbers and categories, missing values, ordered levels, asymmetric binary columns. */
class GowerReferenceTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "german_gower",
                "credit_data_first1000_gower_with_missing",
                "flower_daisy_example",
                "flower_gower_defaults",
                "sba_gower"
            })
    void distancesAndTheirSumAreThoseOfDaisy(String block) {
        Gower gower =
                block.equals("flower_daisy_example") ? Gower.defaults().withAsymmetric("v1", "v3") : Gower.defaults();
        var table = MixedTables.of(block);
        RowDistances distances = gower.fit(table).over(table);
        DoubleSummaryStatistics all = new DoubleSummaryStatistics();
        for (int i = 0; i < distances.rows(); i++) {
            for (int j = 0; j < i; j++) {
                all.accept(distances.between(i, j));
            }
        }
        List<String[]> known = MixedTables.resource("gower-reference.csv").stream()
                .map(line -> line.split(","))
                .filter(fields -> fields[0].equals(block))
                .toList();
        assertThat(known).isNotEmpty();
        for (String[] fields : known) {
            double expected = Double.parseDouble(fields[3]);
            double found = switch (fields[1]) {
                case "sum" -> all.getSum();
                case "mean" -> all.getAverage();
                case "min" -> all.getMin();
                case "max" -> all.getMax();
                default -> distances.between(Integer.parseInt(fields[1]) - 1, Integer.parseInt(fields[2]) - 1);
            };
            // the reference has 12 significant digits
            assertThat(found).as(fields[1]).isCloseTo(expected, within(1e-11 * Math.max(1, expected)));
        }
    }
}
