package io.lendcrm.scoring.risk.trees;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.json.ModelJson;
import io.lendcrm.core.model.ModelFormatException;
import io.lendcrm.core.reason.ReasonCode;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The model of version 1 is read by every later version. */
class StoredModelTest {

    private final ModelJson json = ModelJson.standard();

    @Test
    void readsAndWritesTheSameBytes() throws IOException {
        TreeEnsemble read = json.read(golden(), TreeEnsemble.class);

        assertThat(new String(json.write(read), UTF_8)).isEqualTo(new String(golden(), UTF_8));
        assertThat(read).isEqualTo(model());
        assertThat(read.score(new double[] {0.3, 1})).isEqualTo(model().score(new double[] {0.3, 1}));
        assertThat(read.score(new double[] {Double.NaN, 1})).isNaN();
    }

    @Test
    void namesThePlaceOfAFault() throws IOException {
        String text = new String(golden(), UTF_8);
        assertRefused(text.replace("\"BELOW\"", "\"UNDER\""), "$.model.trees[0]", "UNDER");
        assertRefused(
                text.replace("\"feature\" : [ 0, ", "\"feature\" : [ 9, "), "$.model", "feature of node 0 must be");
        assertRefused(
                text.replace("\"yes\" : [ 1, ", "\"yes\" : [ 0, "), "$.model.trees[0]", "must lead to one within");
        assertRefused(text.replace("\"cover\" : [ 5.0, ", "\"cover\" : [ "), "cover", "must have 4 values");
        assertRefused(text.replace("\"sets\" : {", "\"set\" : {"), "$.model.trees[0]", "codes must be at least one");
        assertRefused(
                text.replace("\"steepness\" : 2.0", "\"steepness\" : 0.0"), "$.model", "steepness must be above 0");
    }

    private void assertRefused(String text, String place, String problem) {
        assertThatThrownBy(() -> json.read(text.getBytes(UTF_8), TreeEnsemble.class))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining(place)
                .hasMessageContaining(problem);
    }

    /** A number, missing values of which have no score, and a set of levels; and a tree of 0 for missing. */
    static TreeEnsemble model() {
        Tree first = Tree.builder(6)
                .split(0, 0, NodeTest.BELOW, 0.5, 1, 2, 3)
                .leaf(1, -0.25, 5)
                .member(2, 1, new int[] {0, 2}, 4, 5, 5)
                .leaf(3, Double.NaN, 0)
                .leaf(4, 0.125, 3)
                .leaf(5, 1.0 / 3, 2)
                .build();
        Tree second = Tree.builder(3)
                .split(0, 0, NodeTest.AT_MOST, -1, 1, 2, 2)
                .zeroIsMissing(0)
                .leaf(1, 0.5, 4, 0)
                .leaf(2, -0.1, 6, 1)
                .build();
        FeatureSchema schema = FeatureSchema.of(
                Feature.numeric("utilisation", "ratio"), Feature.nominal("housing", List.of("own", "rent", "free")));
        TreeSum sum = TreeSum.defaults().withBase(-1.5).withLink(Link.logistic().withSteepness(2));
        return TreeEnsemble.of(schema, List.of(first, second), sum).withReason("housing", ReasonCode.of("home"));
    }

    private static byte[] golden() throws IOException {
        try (InputStream in = requireNonNull(
                StoredModelTest.class.getResourceAsStream("tree-ensemble-1.json"), "tree-ensemble-1.json")) {
            return in.readAllBytes();
        }
    }
}
