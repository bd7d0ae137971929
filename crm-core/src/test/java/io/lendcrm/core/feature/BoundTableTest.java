package io.lendcrm.core.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lendcrm.core.ClientId;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoundTableTest {

    private static final ClientId ID = ClientId.of("c-1");
    private static final FeatureSchema MODEL = FeatureSchema.of(
            Feature.nominal("sector", List.of("trade", "manufacturing")), Feature.numeric("leverage", "ratio"));
    private static final FeatureSchema DATA = FeatureSchema.of(
            Feature.numeric("age", "years"),
            Feature.numeric("leverage", "ratio"),
            Feature.nominal("sector", List.of("fishing", "manufacturing", "trade")));

    @Test
    void columnsStandInTheSchemasOrderAndCodes() {
        FeatureTable table = FeatureTable.of(
                DATA,
                List.of(
                        DATA.row(ID).set("leverage", 0.5).set("sector", "trade").build(),
                        DATA.row(ID)
                                .set("leverage", 0.6)
                                .set("sector", "manufacturing")
                                .build()));

        BoundTable bound = MODEL.bind(table);

        assertThat(bound.row(0).toArray()).containsExactly(0, 0.5);
        assertThat(bound.row(1).toArray()).containsExactly(1, 0.6);
        assertThat(bound.clients()).containsExactly(ID, ID);
    }

    @Test
    void whatIsMissingStaysMissingAndWhatTheModelNeverSawIsUnseen() {
        FeatureTable table = FeatureTable.of(
                DATA,
                List.of(
                        DATA.row(ID).build(),
                        DATA.row(ID).set("sector", "fishing").build(),
                        DATA.row(ID).set("sector", "mining").build()));

        BoundTable bound = MODEL.bind(table);

        assertThat(bound.value(0, 0)).isNaN();
        assertThat(bound.value(0, 1)).isNaN();
        assertThat(bound.value(1, 0)).isEqualTo(Feature.UNSEEN);
        assertThat(bound.value(2, 0)).isEqualTo(Feature.UNSEEN);
    }

    @Test
    void aRowIsBoundToTheSameValuesAsATable() {
        FeatureRow row =
                DATA.row(ID).set("leverage", 0.5).set("sector", "fishing").build();

        assertThat(MODEL.bind(row))
                .isEqualTo(MODEL.bind(FeatureTable.of(DATA, List.of(row))).row(0));
    }

    @Test
    void everythingThatDoesNotFitIsNamedAtOnce() {
        FeatureSchema wanted = FeatureSchema.of(
                Feature.numeric("age", "months"),
                Feature.numeric("sector", "ratio"),
                Feature.numeric("income", "EUR"),
                Feature.numeric("leverage", "ratio"));

        assertThat(wanted.misfits(DATA))
                .containsExactly(
                        "age must be in \"months\", found \"years\"",
                        "sector must be NUMERIC, found NOMINAL",
                        "income is missing");
        assertThatThrownBy(() -> wanted.bind(FeatureTable.of(DATA, List.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("age must", "sector must", "income is missing");
    }

    @Test
    void anEmptyTableBindsToAnEmptyTable() {
        assertThat(MODEL.bind(FeatureTable.of(DATA, List.of())).rows()).isZero();
    }
}
