package io.lendcrm.core.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrganisationTest {

    private static final LocalDate FROM = LocalDate.of(2023, 1, 1);
    private static final LocalDate UNTIL = LocalDate.of(2025, 12, 31);

    @Test
    void aLabelHoldsFromItsFirstToItsLastDay() {
        Organisation firm = firm().labels(
                        List.of(new Label(Label.Kind.TECHNOLOGY, "GR202311000001", "MOST", FROM, UNTIL)))
                .build();

        assertThat(firm.has(Label.Kind.TECHNOLOGY, FROM.minusDays(1))).isFalse();
        assertThat(firm.has(Label.Kind.TECHNOLOGY, FROM)).isTrue();
        assertThat(firm.has(Label.Kind.TECHNOLOGY, UNTIL)).isTrue();
        assertThat(firm.has(Label.Kind.TECHNOLOGY, UNTIL.plusDays(1))).isFalse();
        assertThat(firm.has(Label.Kind.GREEN, FROM)).isFalse();
    }

    @Test
    void aLabelNeedsEvidence() {
        assertThatThrownBy(() -> new Label(Label.Kind.GREEN, " ", "auditor", FROM, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("evidence and verifier must not be blank");
        assertThatThrownBy(() -> new Label(Label.Kind.GREEN, "G-1", "auditor", UNTIL, FROM))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("validUntil must not be before validFrom=2025-12-31, found 2023-01-01");
    }

    @Test
    void theBuilderNamesAllMissingPartsAtOnce() {
        assertThatThrownBy(() -> Organisation.builder().id(ClientId.of("c-1")).build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Organisation needs relationship, type");
    }

    @Test
    void negativeFiguresAreRefused() {
        assertThatThrownBy(() -> firm().employees(-1).build()).hasMessage("employees must be at least 0, found -1");
        assertThatThrownBy(() -> firm().yearlyTurnover(Money.parse("-1", "CNY")).build())
                .hasMessage("yearlyTurnover must not be negative, found CNY -1.00");
        assertThatThrownBy(() -> firm().totalAssets(Money.parse("-1", "CNY")).build())
                .hasMessage("totalAssets must not be negative, found CNY -1.00");
    }

    private static Organisation.Builder firm() {
        return Organisation.builder()
                .id(ClientId.of("c-1"))
                .relationship(Relationship.since(FROM))
                .type(Organisation.Type.ENTERPRISE);
    }
}
