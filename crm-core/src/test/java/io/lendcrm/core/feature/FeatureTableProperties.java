package io.lendcrm.core.feature;

import static org.assertj.core.api.Assertions.assertThat;

import io.lendcrm.core.ClientId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class FeatureTableProperties {

    private static final List<String> LEVELS = List.of("a", "b", "c", "d");
    private static final FeatureSchema SCHEMA =
            FeatureSchema.of(Feature.numeric("x", "ratio"), Feature.nominal("y", LEVELS));

    @Property(tries = 200)
    void columnsComeOutAsTheyWentIn(@ForAll("columns") double[] x) {
        FeatureTable table = FeatureTable.of(FeatureSchema.of(Feature.numeric("x", "")), ids(x.length), x);

        assertThat(table.column("x")).isEqualTo(x);
        assertThat(table.toColumns()).isDeepEqualTo(new double[][] {x});
    }

    @Property(tries = 200)
    void theFingerprintTellsOneChangedValue(@ForAll("columns") double[] x, @ForAll @IntRange(max = 39) int at) {
        FeatureSchema schema = FeatureSchema.of(Feature.numeric("x", ""));
        double[] changed = x.clone();
        int i = at % x.length;
        changed[i] = Double.isNaN(x[i]) ? 0 : Math.nextUp(x[i]);

        String fingerprint = FeatureTable.of(schema, ids(x.length), x).fingerprint();

        assertThat(fingerprint)
                .matches("[0-9a-f]{64}")
                .isEqualTo(FeatureTable.of(schema, ids(x.length), x.clone()).fingerprint())
                .isNotEqualTo(FeatureTable.of(schema, ids(x.length), changed).fingerprint());
    }

    @Property(tries = 100)
    void bindingKeepsTheTextOfEveryLevelBothSchemasKnow(
            @ForAll("rows") List<Integer> levels, @ForAll("orders") List<String> order) {
        List<FeatureRow> rows = new ArrayList<>();
        for (int level : levels) {
            rows.add(SCHEMA.row(ClientId.of("c")).set("y", LEVELS.get(level)).build());
        }
        Feature wanted = Feature.nominal("y", order);

        BoundTable bound = FeatureSchema.of(wanted).bind(FeatureTable.of(SCHEMA, rows));

        for (int r = 0; r < rows.size(); r++) {
            String text = LEVELS.get(levels.get(r));
            assertThat(bound.value(r, 0)).isEqualTo(order.contains(text) ? order.indexOf(text) : Feature.UNSEEN);
        }
    }

    @Provide
    Arbitrary<double[]> columns() {
        return Arbitraries.doubles()
                .injectDuplicates(0.1)
                .edgeCases(e -> e.add(Double.NaN, 0.0, Double.MIN_VALUE))
                .filter(v -> !Double.isInfinite(v) && v < Double.MAX_VALUE)
                .array(double[].class)
                .ofMinSize(1)
                .ofMaxSize(40);
    }

    @Provide
    Arbitrary<List<Integer>> rows() {
        return Arbitraries.integers().between(0, LEVELS.size() - 1).list().ofMaxSize(20);
    }

    @Provide
    Arbitrary<List<String>> orders() {
        return Arbitraries.shuffle("a", "b", "c", "e", "f").map(l -> l.subList(0, 3));
    }

    private static List<ClientId> ids(int count) {
        return IntStream.range(0, count).mapToObj(i -> ClientId.of("c" + i)).toList();
    }
}
