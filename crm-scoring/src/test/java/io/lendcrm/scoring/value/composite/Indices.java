package io.lendcrm.scoring.value.composite;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.scoring.value.kpi.KpiMissing;
import java.util.List;
import java.util.stream.IntStream;

/** A small book of clients and its indices. */
final class Indices {

    static final Feature MARGIN = Feature.numeric("margin", "EUR");
    static final Feature ARREARS = Feature.numeric("arrears", "days");
    static final Feature TENURE = Feature.numeric("tenure", "years");

    private Indices() {}

    static List<IndexIndicator> indicators() {
        return List.of(
                IndexIndicator.higherIsBetter(MARGIN).between(0, 1000),
                IndexIndicator.lowerIsBetter(ARREARS).between(90, 0).whenMissing(KpiMissing.WORST),
                IndexIndicator.higherIsBetter(TENURE).between(0, 10).whenMissing(KpiMissing.NEUTRAL));
    }

    static FeatureTable book() {
        return table(new double[][] {{100, 900, 400, 650}, {0, 30, 5, 10}, {1, 4, 12, 2}});
    }

    static FeatureTable table(double[][] columns) {
        List<ClientId> clients = IntStream.range(0, columns[0].length)
                .mapToObj(i -> ClientId.of("c" + i))
                .toList();
        return FeatureTable.of(FeatureSchema.of(MARGIN, ARREARS, TENURE), clients, columns);
    }

    static CompositeIndex index() {
        return CompositeFitter.of(indicators()).withWeights(0.5, 0.3, 0.2).fit(book());
    }

    static CompositeIndex geometric() {
        return CompositeFitter.of(indicators())
                .withNormalisation(Normalisation.TARGET)
                .withAggregation(Aggregation.GEOMETRIC)
                .withWeights(0.5, 0.3, 0.2)
                .fit(book());
    }
}
