package io.lendcrm.core.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lendcrm.core.ClientId;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeatureRowTest {

    private static final ClientId ID = ClientId.of("c-1");
    private static final FeatureSchema SCHEMA = FeatureSchema.of(
            Feature.numeric("revenue_growth", "ratio"),
            Feature.nominal("sector", List.of("manufacturing", "trade")),
            Feature.binary("audited"),
            Feature.ordinal("size", List.of("micro", "small", "large")));

    @Test
    void aRowIsBuiltByTheNamesOfItsFeatures() {
        FeatureRow row = SCHEMA.row(ID)
                .set("sector", "trade")
                .set("revenue_growth", 0.12)
                .set("audited", true)
                .build();

        assertThat(row.value("revenue_growth")).isEqualTo(0.12);
        assertThat(row.value("sector")).isEqualTo(1);
        assertThat(row.value("audited")).isEqualTo(1);
        assertThat(row.client()).isEqualTo(ID);
    }

    @Test
    void whatIsNotSetStaysMissing() {
        assertThat(SCHEMA.row(ID).build().toArray()).containsOnly(Double.NaN);
    }

    @Test
    void aLevelThatTheFeatureLacksIsUnseen() {
        assertThat(SCHEMA.row(ID).set("sector", "fishing").build().value("sector"))
                .isEqualTo(Feature.UNSEEN);
    }

    @Test
    void aTypingErrorInANameIsRefusedWithTheNamesThereAre() {
        assertThatThrownBy(() -> SCHEMA.row(ID).set("revenue_grwth", 0.12))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("revenue_grwth")
                .hasMessageContaining("revenue_growth, sector, audited, size");
    }

    @Test
    void aValueOfAnotherTypeIsRefused() {
        assertThatThrownBy(() -> SCHEMA.row(ID).set("sector", 1)).hasMessageContaining("sector must be the text");
        assertThatThrownBy(() -> SCHEMA.row(ID).set("revenue_growth", "high"))
                .hasMessageContaining("revenue_growth must be a number");
        assertThatThrownBy(() -> SCHEMA.row(ID).set("revenue_growth", true))
                .hasMessageContaining("revenue_growth must be NUMERIC");
        assertThatThrownBy(() -> SCHEMA.row(ID).set("audited", 0.5)).hasMessageContaining("audited must be 0 or 1");
        assertThatThrownBy(() -> SCHEMA.row(ID).set("revenue_growth", Double.POSITIVE_INFINITY))
                .hasMessageContaining("revenue_growth must be finite");
    }

    @Test
    void aFeatureIsSetOnce() {
        assertThatThrownBy(() -> SCHEMA.row(ID).set("audited", true).set("audited", false))
                .hasMessage("audited must be set once, found it set before");
    }

    @Test
    void itsTextShowsNeitherTheClientNorTheValues() {
        FeatureRow row = SCHEMA.row(ClientId.of("CANARY-7"))
                .set("revenue_growth", 98765.4321)
                .build();

        assertThat(row.toString()).doesNotContain("CANARY").doesNotContain("98765");
    }
}
