package io.lendcrm.core.feature;

import static org.assertj.core.api.Assertions.assertThat;

import io.lendcrm.core.ClientId;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableFingerprintTest {

    private static final List<ClientId> ONE = List.of(ClientId.of("c"));

    @Test
    void tellsTheSameNumbersOfAnotherMeaningApart() {
        assertThat(List.of(
                        fingerprint(Feature.numeric("x", "EUR"), 1),
                        fingerprint(Feature.numeric("x", "CZK"), 1),
                        fingerprint(Feature.numeric("y", "EUR"), 1),
                        fingerprint(Feature.binary("x"), 1),
                        fingerprint(Feature.nominal("x", List.of("a", "b")), 1),
                        fingerprint(Feature.nominal("x", List.of("b", "a")), 1),
                        fingerprint(Feature.ordinal("x", List.of("a", "b")), 1)))
                .doesNotHaveDuplicates();
    }

    @Test
    void doesNotDependOnWhoseRowsTheyAre() {
        FeatureSchema schema = FeatureSchema.of(Feature.numeric("x", "EUR"));

        assertThat(FeatureTable.of(schema, List.of(ClientId.of("d")), new double[] {1})
                        .fingerprint())
                .isEqualTo(fingerprint(Feature.numeric("x", "EUR"), 1));
    }

    /** Guards stored models: the way it is computed must never change. */
    @Test
    void staysTheSameFromVersionToVersion() {
        assertThat(fingerprint(Feature.numeric("x", "EUR"), 1))
                .isEqualTo("97f333f7f4fb2d17039710542d85dcab0b0163d1f19435e21399341dc68ed1ee");
    }

    private static String fingerprint(Feature feature, double value) {
        return FeatureTable.of(FeatureSchema.of(feature), ONE, new double[] {value})
                .fingerprint();
    }
}
