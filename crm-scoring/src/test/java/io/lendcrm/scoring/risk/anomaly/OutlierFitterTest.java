package io.lendcrm.scoring.risk.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.model.FitException;
import io.lendcrm.core.reason.Reason;
import io.lendcrm.scoring.risk.anomaly.OutlierFitter.Spread;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OutlierFitterTest {

    private static final FeatureSchema SCHEMA = FeatureSchema.of(
            Feature.numeric("amount", "log"), Feature.numeric("rate", "%"), Feature.numeric("age", "y"));

    /** Correlated normal rows; the last share of them a tight cluster elsewhere. */
    private static double[][] rows(int n, double outliers, int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] columns = new double[3][n];
        for (int i = 0; i < n; i++) {
            double z = random.nextGaussian();
            columns[0][i] = 10 + z;
            columns[1][i] = 5 + 2 * (0.8 * z + 0.6 * random.nextGaussian());
            columns[2][i] = 40 + 10 * random.nextGaussian();
            if (i >= n * (1 - outliers)) {
                columns[0][i] = 14 + 0.1 * random.nextGaussian();
                columns[1][i] = -6 + 0.1 * random.nextGaussian();
                columns[2][i] = 20 + random.nextGaussian();
            }
        }
        return columns;
    }

    private static FeatureTable table(FeatureSchema schema, double[]... columns) {
        return FeatureTable.of(
                schema,
                IntStream.range(0, columns[0].length)
                        .mapToObj(i -> ClientId.of("C-" + i))
                        .toList(),
                columns);
    }

    @Test
    void theDistanceIsThatOfMahalanobisAndItsPartsAddUpToIt() {
        FeatureSchema two = FeatureSchema.of(Feature.numeric("a", ""), Feature.numeric("b", ""));
        OutlierModel model = OutlierFitter.defaults()
                .withSpread(Spread.SAMPLE)
                .fit(table(two, new double[] {1, 2, 3, 4, 5, 6}, new double[] {2, 1, 4, 3, 6, 5}));
        // center 3.5, 3.5; variances 3.5; covariance 2.9: inverse (3.5, -2.9; -2.9, 3.5) / 3.84
        Outlier outlier = model.judge(new double[] {5.5, 2.5});

        assertThat(model.covariance(0, 1)).isCloseTo(2.9, within(1e-12));
        assertThat(outlier.squaredDistance()).isCloseTo((4 * 3.5 + 1 * 3.5 + 2 * 2 * 1 * 2.9) / 3.84, within(1e-12));
        assertThat(outlier.reasons().stream().mapToDouble(Reason::contribution).sum())
                .isCloseTo(outlier.squaredDistance(), within(1e-12));
        assertThat(outlier.reasons().get(0).arguments()).containsEntry("feature", "a");
        assertThat(outlier.pValue()).isCloseTo(Math.exp(-outlier.squaredDistance() / 2), within(1e-12));

        // too far to be told: the parts keep their proportion
        Outlier far = model.judge(new double[] {2e300, -1e300});
        assertThat(far.squaredDistance()).isBetween(1e299, 1e300);
        assertThat(far.flagged()).isTrue();
        assertThat(far.reasons().get(0).contribution() / far.reasons().get(1).contribution())
                .isCloseTo((2 * (2 * 3.5 + 2.9)) / (3.5 + 2 * 2.9), within(1e-9));
        assertThat(model.judge(new double[] {Double.MAX_VALUE, -Double.MAX_VALUE})
                        .squaredDistance())
                .isFinite();
    }

    @Test
    void aThirdOfOutliersHidesFromTheSampleButNotFromTheRobustFit() {
        double[][] columns = rows(900, 0.3, 3);
        FeatureTable table = table(SCHEMA, columns);
        OutlierModel sample = OutlierFitter.defaults().withSpread(Spread.SAMPLE).fit(table);
        OutlierModel robust = OutlierFitter.defaults().fit(table);

        assertThat(flagged(sample, columns, 630, 900)).isZero();
        assertThat(flagged(robust, columns, 630, 900)).isEqualTo(270);
        assertThat(flagged(robust, columns, 0, 630)).isLessThan(8);
        assertThat(robust.center()[0]).isCloseTo(10, within(0.15));
        assertThat(robust.covariance(1, 1)).isCloseTo(4, within(0.6));
        assertThat(robust.covariance(0, 1)).isCloseTo(1.6, within(0.3));
    }

    @Test
    void usualRowsAreFlaggedAsOftenAsAgreed() {
        double[][] columns = rows(6000, 0, 5);
        for (Spread spread : Spread.values()) {
            OutlierModel model =
                    OutlierFitter.defaults().withSpread(spread).withAlpha(0.01).fit(table(SCHEMA, columns));
            assertThat(flagged(model, columns, 0, 6000)).as(spread.name()).isBetween(35, 90);
        }
    }

    @Test
    void aMissingValueIsLeftOut() {
        OutlierModel model = OutlierFitter.defaults().withSpread(Spread.SAMPLE).fit(table(SCHEMA, rows(500, 0, 8)));
        double away = 60 - model.center()[2];

        Outlier outlier = model.judge(new double[] {Double.NaN, Double.NaN, 60});
        assertThat(outlier.degrees()).isEqualTo(1);
        assertThat(outlier.squaredDistance()).isCloseTo(away * away / model.covariance(2, 2), within(1e-9));
        assertThat(model.judge(new double[] {Double.NaN, Double.NaN, Double.NaN})
                        .flagged())
                .isFalse();
        assertThatThrownBy(() -> model.judge(new double[] {1, Double.POSITIVE_INFINITY, 1}))
                .hasMessage("rate must be finite or NaN for missing, found Infinity");
    }

    @Test
    void shrinkageFitsMoreFeaturesThanTheSampleCan() {
        double[][] columns = rows(60, 0, 9);
        double[] copy = columns[0].clone();
        FeatureSchema four = FeatureSchema.of(List.of(
                Feature.numeric("amount", "log"),
                Feature.numeric("rate", "%"),
                Feature.numeric("age", "y"),
                Feature.numeric("copy", "")));
        FeatureTable table = table(four, columns[0], columns[1], columns[2], copy);

        assertThatThrownBy(() -> OutlierFitter.defaults().fit(table))
                .isInstanceOf(FitException.class)
                .hasMessageContaining("a column follows from others");
        OutlierModel shrunk = OutlierFitter.defaults().withSpread(Spread.SHRUNK).fit(table);
        assertThat(shrunk.covariance(0, 3)).isBetween(0.5 * shrunk.covariance(0, 0), 0.999 * shrunk.covariance(0, 0));
        assertThat(shrunk.judge(new double[] {10, 5, 40, 18}).flagged()).isTrue();
    }

    @Test
    void aColumnThatHalfOfTheRowsShareHasNoRobustSpread() {
        double[][] columns = rows(4000, 0, 6);
        for (int i = 0; i < 4000; i++) {
            columns[2][i] = i % 10 < 6 ? 0 : columns[2][i];
        }
        FeatureTable table = table(SCHEMA, columns);

        assertThatThrownBy(() -> OutlierFitter.defaults().fit(table))
                .isInstanceOf(FitException.class)
                .hasMessageContaining("half of the rows have a constant column");
        OutlierModel sample = OutlierFitter.defaults().withSpread(Spread.SAMPLE).fit(table);
        assertThat(sample.judge(new double[] {10, 5, 0}).flagged()).isFalse();
    }

    @Test
    void theSameSeedGivesTheSameModel() {
        FeatureTable table = table(SCHEMA, rows(2000, 0.1, 4));

        assertThat(OutlierFitter.defaults().fit(table).center())
                .isEqualTo(OutlierFitter.defaults().fit(table).center());
    }

    private static int flagged(OutlierModel model, double[][] columns, int from, int to) {
        int flagged = 0;
        for (int i = from; i < to; i++) {
            flagged += model.judge(new double[] {columns[0][i], columns[1][i], columns[2][i]})
                            .flagged()
                    ? 1
                    : 0;
        }
        return flagged;
    }
}
