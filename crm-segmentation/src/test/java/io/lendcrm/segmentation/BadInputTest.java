package io.lendcrm.segmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.model.FitException;
import io.lendcrm.core.model.Run;
import io.lendcrm.segmentation.association.AssociationModel;
import io.lendcrm.segmentation.association.AssociationRules;
import io.lendcrm.segmentation.association.Baskets;
import io.lendcrm.segmentation.cluster.KMeans;
import io.lendcrm.segmentation.density.Dbscan;
import io.lendcrm.segmentation.density.Hdbscan;
import io.lendcrm.segmentation.hierarchy.Agglomerative;
import io.lendcrm.segmentation.hierarchy.Linkage;
import io.lendcrm.segmentation.medoid.KMedoids;
import io.lendcrm.segmentation.mixture.GaussianMixture;
import io.lendcrm.segmentation.preparation.Preparation;
import io.lendcrm.segmentation.prototype.KPrototypes;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What no engine can use is refused by name, or has a stated answer; never an exception of the inside, never a long wait. */
class BadInputTest {

    private static final int MANY = 250_000;
    private static final double NONE = Double.NaN;
    private static final List<ClientId> CLIENTS =
            IntStream.range(0, MANY).mapToObj(i -> ClientId.of("c" + i)).toList();

    /** Engines by how they are told the number of clusters, if they are. */
    enum Engine {
        K_MEANS(KMeans::of),
        MEDOIDS_BY_GOWER(KMedoids::of),
        MEDOIDS_BY_EUCLID(k -> KMedoids.of(k).withEuclidean(Preparation.none())),
        K_PROTOTYPES(KPrototypes::of),
        MIXTURE(GaussianMixture::of),
        WARD(k -> Agglomerative.of(Linkage.WARD, k)),
        SINGLE(k -> Agglomerative.of(Linkage.SINGLE, k)),
        DBSCAN(k -> Dbscan.of(1, 3)),
        HDBSCAN(k -> Hdbscan.of(3));

        private final IntFunction<Clusterer> of;

        Engine(IntFunction<Clusterer> of) {
            this.of = of;
        }

        boolean takesK() {
            return this != DBSCAN && this != HDBSCAN;
        }

        boolean takesLevels() {
            return this == MEDOIDS_BY_GOWER || this == K_PROTOTYPES;
        }

        boolean isHierarchy() {
            return this == WARD || this == SINGLE;
        }

        ClusterModel fit(int k, double[]... columns) {
            return of.apply(k).fit(NumericTables.of(columns), Run.sequential());
        }

        void refuses(int k, String part, double[]... columns) {
            assertThatThrownBy(() -> fit(k, columns))
                    .isInstanceOf(FitException.class)
                    .hasMessageContaining(part);
        }
    }

    @ParameterizedTest
    @EnumSource
    void moreClustersThanClients(Engine engine) {
        double[] five = {1, 2, 3, 4, 5};
        if (engine.takesK()) {
            engine.refuses(6, "for 6 ", five);
            assertThatThrownBy(() -> engine.fit(0, five))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("must be at least 1, found 0");
        } else {
            engine.refuses(0, "2 rows", new double[] {1, 2});
        }
    }

    @ParameterizedTest
    @EnumSource
    void oneClusterHasEverybody(Engine engine) {
        ClusterModel model = engine.fit(1, new double[] {1, 2, 3, 4, 5, 4.5, 3.5, 2.5});
        if (engine.takesK()) {
            assertThat(model.segments()).hasSize(1);
            assertThat(model.segments().get(0).clients()).isEqualTo(8);
        }
    }

    @ParameterizedTest
    @EnumSource
    void clientsThatAreAlikeAreNotParted(Engine engine) {
        double[] two = IntStream.range(0, 100).mapToDouble(i -> i % 2).toArray();
        if (engine.takesK()) {
            engine.refuses(3, engine == Engine.MIXTURE ? "collapsed" : "2 ", two);
            engine.refuses(2, engine == Engine.MIXTURE ? "collapsed" : "1 ", filled(50, 7), filled(50, 1));
        } else {
            assertThat(engine.fit(0, filled(50, 7)).segments().size()).isLessThanOrEqualTo(1);
        }
        if (engine == Engine.DBSCAN || engine == Engine.HDBSCAN || engine.isHierarchy()) {
            ClusterModel found = engine.fit(2, two);
            assertThat(found.segments().stream().mapToLong(Segment::clients).sum())
                    .isEqualTo(100);
        }
    }

    @ParameterizedTest
    @EnumSource
    void missingInfiniteAndHugeValues(Engine engine) {
        engine.refuses(2, "row 3", new double[] {1, 2, NONE, 4, 5, 6, 7}, new double[] {1, 2, NONE, 3, 9, 8, 7});
        engine.refuses(2, "x1", filled(20, NONE), filled(20, NONE));
        assertThatThrownBy(() -> engine.fit(2, new double[] {1, 2, Double.POSITIVE_INFINITY, 4}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("x1 must be finite");
        assertThatThrownBy(() -> engine.fit(2, new double[] {1e308, -1e308, 1e308, 4, 5, 6, 7}))
                .isInstanceOf(FitException.class);
        assertThatThrownBy(() -> engine.fit(2, new double[0])).isInstanceOf(FitException.class);
    }

    @ParameterizedTest
    @EnumSource
    void levelsGivenToAnEngineOfNumbers(Engine engine) {
        FeatureTable mixed = FeatureTable.of(
                FeatureSchema.of(Feature.nominal("branch", List.of("north", "south")), Feature.numeric("staff", "1")),
                IntStream.range(0, 12).mapToObj(i -> ClientId.of("c" + i)).toList(),
                IntStream.range(0, 12).mapToDouble(i -> i % 2).toArray(),
                IntStream.range(0, 12).mapToDouble(i -> i * i).toArray());
        if (engine.takesLevels()) {
            assertThat(engine.of.apply(2).fit(mixed, Run.sequential()).segments())
                    .hasSize(2);
        } else {
            assertThatThrownBy(() -> engine.of.apply(2).fit(mixed, Run.sequential()))
                    .isInstanceOf(FitException.class)
                    .hasMessageContaining("branch is NOMINAL");
        }
    }

    /** A million take four times as long: at most 4.3 s on one core of a busy machine. */
    @ParameterizedTest
    @EnumSource
    void aQuarterOfAMillionIdenticalClients(Engine engine) {
        FeatureTable same = FeatureTable.of(
                FeatureSchema.of(Feature.numeric("staff", "1")), CLIENTS, new double[][] {filled(MANY, 7)});
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            if (engine.takesK()) {
                assertThatThrownBy(() -> engine.of.apply(2).fit(same, Run.sequential()))
                        .isInstanceOf(FitException.class)
                        .hasMessageMatching(".*(" + MANY + " rows|collapsed| 1 distinct ).*");
            } else {
                assertThat(engine.of
                                .apply(0)
                                .fit(same, Run.sequential())
                                .segments()
                                .size())
                        .isEqualTo(engine == Engine.DBSCAN ? 1 : 0);
            }
        });
    }

    @Test
    void basketsWithoutItemsAndRulesWithoutSupport() {
        assertThatThrownBy(() -> AssociationRules.of(0.1, 0.5).fit(Baskets.of(List.of()), Run.sequential()))
                .isInstanceOf(FitException.class)
                .hasMessageContaining("there are no baskets");
        AssociationModel none =
                AssociationRules.of(0.1, 0.5).fit(Baskets.of(List.of(Set.of(), Set.of())), Run.sequential());
        assertThat(none.rules()).isEmpty();
        assertThat(none.complete()).isTrue();
        assertThatThrownBy(() -> AssociationRules.of(0, 0.5)).hasMessage("support must be within (0, 1], found 0.0");
        assertThatThrownBy(() -> AssociationRules.of(NONE, 0.5)).hasMessage("support must be within (0, 1], found NaN");
    }

    /** Every set of up to ten of ten thousand items is frequent: 10³⁴ of them. */
    @Test
    void tenThousandItemsInEveryBasketEndAtTheBound() {
        List<String> items = IntStream.range(0, 10_000).mapToObj(i -> "i" + i).toList();
        AssociationRules bounded = AssociationRules.of(0.5, 0.5).withMostItemsets(50_000);
        AssociationModel model = assertTimeoutPreemptively(
                Duration.ofSeconds(30),
                () -> bounded.fit(Baskets.of(Collections.nCopies(20, items)), Run.sequential()));
        assertThat(model.complete()).isFalse();
        assertThat(model.itemsets()).isEqualTo(50_000);
        assertThat(model.rules()).hasSize(10_000).allMatch(rule -> rule.counts().lift() == 1);
    }

    private static double[] filled(int rows, double value) {
        double[] column = new double[rows];
        Arrays.fill(column, value);
        return column;
    }
}
