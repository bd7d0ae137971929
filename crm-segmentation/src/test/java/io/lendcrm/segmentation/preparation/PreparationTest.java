package io.lendcrm.segmentation.preparation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.model.FitException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How values become coordinates. Numbers by hand: mean 3, sample SD √2.5, quartiles 2 and 4. */
class PreparationTest {

    private static final double NA = Double.NaN;

    @Test
    void putsAFeatureOnEachScale() {
        double[] x = {1, 2, 3, 4, 5};
        assertThat(scaled(Scale.NONE, x, 4)).isEqualTo(4);
        assertThat(scaled(Scale.Z, x, 4)).isCloseTo(1 / Math.sqrt(2.5), within(1e-15));
        assertThat(scaled(Scale.ROBUST, x, 4)).isEqualTo(0.5);
        assertThat(scaled(Scale.RANGE, x, 4)).isEqualTo(0.75);
        assertThat(scaled(Scale.LOG1P, x, 4)).isEqualTo(Math.log(5));
        assertThat(scaled(Scale.RANK, x, 4)).isEqualTo(0.7);
        assertThat(scaled(Scale.QUANTILE, x, 4)).isCloseTo(0.5244005127080407, within(1e-12));
    }

    @Test
    void ranksTiesInTheMiddleAndGoesStraightBetweenValues() {
        double[] x = {10, 20, 20, 30};
        assertThat(scaled(Scale.RANK, x, 10)).isEqualTo(0.125);
        assertThat(scaled(Scale.RANK, x, 20)).isEqualTo(0.5);
        assertThat(scaled(Scale.RANK, x, 15)).isEqualTo(0.3125);
        assertThat(scaled(Scale.RANK, x, -1e9)).isEqualTo(0.125);
        assertThat(scaled(Scale.RANK, x, 1e9)).isEqualTo(0.875);
    }

    @Test
    void keepsAtMost1001Ranks() {
        double[] x = IntStream.range(0, 5000).mapToDouble(i -> i * (double) i).toArray();
        FittedPreparation fitted = Preparation.of(Scale.RANK).fit(table(x), "test");
        assertThat(fitted.document().toString()).hasSizeLessThan(120_000);
        assertThat(fitted.scaled(0, 2500.0 * 2500)).isCloseTo(0.5, within(1e-3));
    }

    @Test
    void fillsMissingValuesOrNamesThem() {
        double[] x = {1, NA, 2, 9};
        Preparation preparation = Preparation.of(Scale.RANGE);
        assertThat(preparation
                        .withMissing(MissingValues.MEDIAN)
                        .fit(table(x), "test")
                        .scaled(0, NA))
                .isEqualTo(0.125);
        assertThat(preparation
                        .withMissing(MissingValues.MEAN)
                        .fit(table(x), "test")
                        .scaled(0, NA))
                .isEqualTo(0.375);
        assertThatThrownBy(() -> preparation.fit(table(x), "test"))
                .isInstanceOf(FitException.class)
                .hasMessageContaining("f1 is missing in row 2");
        FittedPreparation refuses = preparation.fit(table(1, 2), "test");
        assertThat(refuses.missing(new double[] {NA})).containsExactly("f1");
        assertThat(refuses.scaled(0, NA)).isNaN();
    }

    @Test
    void treatsEachFeatureInItsOwnWay() {
        FeatureTable table = table(new double[] {0, 10}, new double[] {0, Math.E - 1});
        FittedPreparation fitted = Preparation.of(Scale.RANGE)
                .withScale("f2", Scale.LOG1P)
                .withMissing("f1", MissingValues.MEAN)
                .fit(table, "test");
        assertThat(fitted.scaled(new double[] {NA, Math.E - 1})).containsExactly(0.5, 1);
        assertThat(fitted.columns(table)[1]).containsExactly(0, 1);
    }

    @Test
    void refusesWhatCannotBeScaled() {
        assertThatThrownBy(() -> scaled(Scale.Z, new double[] {2, 2}, 1))
                .isInstanceOf(FitException.class)
                .hasMessageContaining("f1 has the standard deviation 0.0 over 2 rows");
        assertThatThrownBy(() -> scaled(Scale.ROBUST, new double[] {2, 2, 2, 2, 9}, 1))
                .hasMessageContaining("f1 has the distance between the quartiles 0.0");
        assertThatThrownBy(() -> scaled(Scale.RANGE, new double[] {2, 2}, 1)).hasMessageContaining("the range 0.0");
        assertThatThrownBy(() -> scaled(Scale.RANK, new double[] {2, 2}, 1)).hasMessageContaining("one value alone");
        assertThatThrownBy(() -> scaled(Scale.LOG1P, new double[] {2, -1}, 1))
                .hasMessageContaining("f1 isn't above -1 in row 2");
        assertThatThrownBy(() ->
                        Preparation.of(Scale.Z).withMissing(MissingValues.MEAN).fit(table(NA, NA), "test"))
                .hasMessageContaining("f1 is missing in all 2 rows");
        assertThatThrownBy(() -> Preparation.none().withScale("f9", Scale.Z).fit(table(1, 2), "test"))
                .hasMessageContaining("there is no feature f9");
        assertThatThrownBy(() -> Scale.parse("log"))
                .hasMessageContaining("log1p-z")
                .hasMessageContaining("\"log\"");
    }

    private static double scaled(Scale scale, double[] column, double value) {
        return Preparation.of(scale).fit(table(column), "test").scaled(0, value);
    }

    static FeatureTable table(double... column) {
        return table(new double[][] {column});
    }

    private static FeatureTable table(double[]... columns) {
        return FeatureTable.of(
                FeatureSchema.of(IntStream.rangeClosed(1, columns.length)
                        .mapToObj(j -> Feature.numeric("f" + j, "EUR"))
                        .toList()),
                IntStream.rangeClosed(1, columns[0].length)
                        .mapToObj(i -> ClientId.of("c" + i))
                        .toList(),
                columns);
    }
}
