package io.lendcrm.segmentation.validity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.segmentation.distance.Gower;
import io.lendcrm.segmentation.distance.Manhattan;
import io.lendcrm.segmentation.distance.RowDistances;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ValidityTest {

    private static final FeatureTable LINE = line(0, 1, 10, 12);
    private static final Labels HALVES = Labels.of(0, 0, 1, 1);

    @Test
    void silhouetteWorkedByHand() {
        Silhouette silhouette = Silhouette.of(Manhattan.of(LINE.schema()).over(LINE), HALVES);
        assertThat(silhouette.widths())
                .containsExactly(new double[] {10 / 11.0, 9 / 10.0, 7.5 / 9.5, 9.5 / 11.5}, within(1e-15));
        assertThat(silhouette.standardError()).isZero();
    }

    @Test
    void separationWorkedByHand() {
        Separation separation = Separation.of(LINE, HALVES);
        double between = 2 * 5.25 * 5.25 * 2;
        double within = 2 * 0.25 + 2 * 1;
        assertThat(separation.calinskiHarabasz()).isCloseTo(between / (within / 2), within(1e-12));
        assertThat(separation.daviesBouldin()).isCloseTo((0.5 + 1) / 10.5, within(1e-15));
        assertThat(Separation.of(line(1, 1, 2, 2), HALVES).calinskiHarabasz()).isInfinite();
    }

    @Test
    void agreementWorkedByHand() {
        Agreement crossed = Agreement.of(Labels.of(0, 0, 1, 1), Labels.of(0, 1, 0, 1));
        assertThat(crossed.rand()).isCloseTo(2 / 6.0, within(1e-15));
        assertThat(crossed.adjustedRand()).isCloseTo(-0.5, within(1e-15));
        assertThat(crossed.normalizedInformation()).isZero();
        assertThat(crossed.adjustedInformation()).isCloseTo(-0.5, within(1e-14));
        Agreement nothing = Agreement.of(Labels.of(0, 0, 0, 0), Labels.of(0, 0, 1, 1));
        assertThat(nothing.adjustedRand()).isZero();
        assertThat(nothing.adjustedInformation()).isCloseTo(0, within(1e-15));
    }

    @Test
    void clustersThatCannotBeJudgedAreErrors() {
        RowDistances rows = Manhattan.of(LINE.schema()).over(LINE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Silhouette.of(rows, Labels.of(0, 0, 0, 0)))
                .withMessageContaining("at least two clusters, found 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Silhouette.of(rows, Labels.of(0, 1)))
                .withMessageContaining("as many as the 4 rows, found 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Separation.of(LINE, Labels.of(0, 1, 2, 3)))
                .withMessageContaining("fewer than the 4 rows");
        assertThatIllegalArgumentException().isThrownBy(() -> Labels.of(0, -1)).withMessageContaining("found -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Agreement.of(HALVES, Labels.of(0, 1)))
                .withMessageContaining("found 4 and 2");
        FeatureTable gap = line(0, 1, Double.NaN, 12);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Silhouette.of(Gower.defaults().fit(gap).over(gap), HALVES))
                .withMessageContaining("none between rows 1 and 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Separation.of(gap, HALVES))
                .withMessageContaining("missing in row 3");
    }

    private static FeatureTable line(double... x) {
        return FeatureTable.of(
                FeatureSchema.of(Feature.numeric("income", "EUR")),
                IntStream.range(0, x.length)
                        .mapToObj(i -> ClientId.of("row-" + i))
                        .toList(),
                x);
    }
}
