package io.lendcrm.segmentation.distance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.model.FitException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DistanceTest {

    private static final double MISSING = Double.NaN;
    private static final FeatureSchema MIXED = FeatureSchema.of(
            Feature.numeric("income", "EUR"),
            Feature.ordinal("rating", List.of("C", "B", "A")),
            Feature.nominal("industry", List.of("retail", "farming")),
            Feature.binary("has_defaulted"));
    private static final FeatureTable CLIENTS = table(
            MIXED,
            new double[] {1000, 3000, 5000, MISSING},
            new double[] {0, 1, 2, 0},
            new double[] {0, 1, 0, 1},
            new double[] {0, 0, 1, 1});

    @Test
    void gowerWorkedByHand() {
        RowDistances gower = Gower.defaults().fit(CLIENTS).over(CLIENTS);
        assertThat(gower.between(0, 1)).isEqualTo((0.5 + 0.5 + 1 + 0) / 4);
        assertThat(gower.between(0, 2)).isEqualTo((1.0 + 1 + 0 + 1) / 4);
        assertThat(gower.between(0, 3)).as("income left out").isEqualTo((0.0 + 1 + 1) / 3);
    }

    @Test
    void twoClientsThatBothLackAnAsymmetricTraitAreNotAlikeByIt() {
        GowerDistance gower = Gower.defaults().withAsymmetric("has_defaulted").fit(CLIENTS);
        assertThat(gower.over(CLIENTS).between(0, 1)).isEqualTo((0.5 + 0.5 + 1) / 3);
        assertThat(gower.over(CLIENTS).between(2, 3)).as("both have it").isEqualTo((1.0 + 1 + 0) / 3);
    }

    @Test
    void weightsAndPartsSayWhatADistanceIsMadeOf() {
        GowerDistance gower =
                Gower.defaults().withWeight("income", 2).withWeight("rating", 0).fit(CLIENTS);
        double[] one = CLIENTS.row(0).toArray();
        double[] other = CLIENTS.row(1).toArray();
        assertThat(gower.between(one, other)).isEqualTo((2 * 0.5 + 1 + 0) / 4);
        assertThat(gower.parts(one, other)).containsExactly(0.25, 0, 0.25, 0);
    }

    @Test
    void aNewClientBeyondTheRangeIsFartherThanOne() {
        GowerDistance gower = Gower.defaults()
                .fit(table(FeatureSchema.of(Feature.numeric("income", "EUR")), new double[] {1000, 2000}));
        assertThat(gower.between(new double[] {1000}, new double[] {4000})).isEqualTo(3);
    }

    @Test
    void unseenLevelsDifferFromKnownOnesAndSayNothingOfEachOther() {
        GowerDistance gower = Gower.defaults()
                .fit(table(FeatureSchema.of(Feature.nominal("industry", List.of("retail"))), new double[] {0, 0}));
        assertThat(gower.between(new double[] {0}, new double[] {Feature.UNSEEN}))
                .isEqualTo(1);
        assertThat(gower.between(new double[] {Feature.UNSEEN}, new double[] {Feature.UNSEEN}))
                .isNaN();
    }

    @Test
    void aConstantColumnAddsNothingUntilAClientDiffers() {
        FeatureSchema schema = FeatureSchema.of(Feature.numeric("income", "EUR"));
        GowerDistance gower = Gower.defaults().fit(table(schema, new double[] {7, 7}));
        assertThat(gower.between(new double[] {7}, new double[] {7})).isZero();
        assertThat(gower.between(new double[] {7}, new double[] {9000})).isEqualTo(1);
    }

    @Test
    void gowerSaysWhatIsWrong() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Gower.defaults().withWeight("incme", 2).fit(CLIENTS))
                .withMessageContaining("incme");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Gower.defaults().withAsymmetric("industry").fit(CLIENTS))
                .withMessageContaining("asymmetric must be a BINARY feature, found industry");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Gower.defaults().withWeight("income", -1))
                .withMessageContaining("found -1.0");
        FeatureSchema income = FeatureSchema.of(Feature.numeric("income", "EUR"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Gower.defaults().withWeight("income", 0).fit(table(income, new double[] {1, 2})))
                .withMessageContaining("sum above 0");
        assertThatThrownBy(() -> Gower.defaults().fit(table(income, new double[] {MISSING, MISSING})))
                .isInstanceOf(FitException.class)
                .hasMessageContaining("income has no known value in 2 rows");
    }

    @Test
    void straightLinesAndCityBlocks() {
        FeatureSchema plane = FeatureSchema.of(Feature.numeric("x", "1"), Feature.numeric("y", "1"));
        double[] origin = {0, 0};
        double[] point = {3, -4};
        assertThat(Euclidean.of(plane).between(origin, point)).isEqualTo(5);
        assertThat(Manhattan.of(plane).between(origin, point)).isEqualTo(7);
    }

    @Test
    void distancesOfPointsTakeCompleteNumbersOnly() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Euclidean.of(MIXED))
                .withMessageContaining("found rating, which is ORDINAL");
        FeatureSchema income = FeatureSchema.of(Feature.numeric("income", "EUR"));
        for (Distance distance : List.of(Euclidean.of(income), Manhattan.of(income))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> distance.between(new double[] {1}, new double[] {MISSING}))
                    .withMessageContaining("income must be known");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> distance.between(new double[] {1}, new double[] {1, 2}))
                    .withMessageContaining("found 1 and 2");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> distance.between(new double[] {1.7e308}, new double[] {-1.7e308}))
                    .withMessageContaining("fits into a double");
        }
    }

    /** Block wholesale_log1p_zscore: z-scores don't change this distance. */
    @Test
    void mahalanobisAgreesWithR() {
        FeatureTable wholesale = MixedTables.wholesaleLogarithms();
        Mahalanobis mahalanobis = Mahalanobis.fit(wholesale);
        RowDistances rows = mahalanobis.over(wholesale);
        List<String> known = MixedTables.resource("mahalanobis-reference.csv");
        assertThat(known).hasSize(5);
        for (String line : known) {
            String[] fields = line.split(",");
            double distance = rows.to(Integer.parseInt(fields[0]) - 1, mahalanobis.centre());
            double squared = Double.parseDouble(fields[1]);
            assertThat(distance * distance).isCloseTo(squared, within(1e-10 * squared));
        }
    }

    @Test
    void mahalanobisRefusesFeaturesThatFollowFromOthers() {
        FeatureSchema plane = FeatureSchema.of(Feature.numeric("x", "1"), Feature.numeric("y", "1"));
        assertThatThrownBy(() -> Mahalanobis.fit(table(plane, new double[] {1, 2, 4}, new double[] {3, 5, 9})))
                .isInstanceOf(FitException.class)
                .hasMessageContaining("y is constant or follows");
        assertThatThrownBy(() -> Mahalanobis.fit(table(plane, new double[] {1, 2}, new double[] {3, MISSING})))
                .isInstanceOf(FitException.class)
                .hasMessageContaining("y is missing in row 2");
    }

    static FeatureTable table(FeatureSchema schema, double[]... columns) {
        List<ClientId> clients = Stream.iterate(1, i -> i + 1)
                .limit(columns[0].length)
                .map(i -> ClientId.of("row-" + i))
                .toList();
        return FeatureTable.of(schema, clients, columns);
    }
}
