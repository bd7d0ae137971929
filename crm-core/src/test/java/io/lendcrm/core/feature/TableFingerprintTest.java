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

    /** Guards stored models: the way it is computed must never change. The number is from a SHA-256 of another language. */
    @Test
    void staysTheSameFromVersionToVersion() {
        assertThat(fingerprint(Feature.numeric("x", "EUR"), 1))
                .isEqualTo("f0c904650c135d8756cf0436a7412ef1984075e9143dce62b200be4ab3e8c5de");
    }

    private static String fingerprint(Feature feature, double value) {
        return FeatureTable.of(FeatureSchema.of(feature), ONE, new double[] {value})
                .fingerprint();
    }
}
