package io.lendcrm.core.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.money.Money;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class IndividualTest {

    private static final ClientId ID = ClientId.of("c-1");
    private static final Relationship SINCE = Relationship.since(LocalDate.of(2020, 1, 1));

    @Test
    void bornOnALeapDayTurnsAYearOlderOnTheFirstOfMarch() {
        Individual person = person().birthDate(LocalDate.of(2000, 2, 29)).build();

        assertThat(person.ageOn(LocalDate.of(2023, 2, 28))).hasValue(22);
        assertThat(person.ageOn(LocalDate.of(2023, 3, 1))).hasValue(23);
        assertThat(person.ageOn(LocalDate.of(2024, 2, 28))).hasValue(23);
        assertThat(person.ageOn(LocalDate.of(2024, 2, 29))).hasValue(24);
    }

    @Test
    void ageIsUnknownBeforeBirthAndWithoutABirthDate() {
        Individual person = person().birthDate(LocalDate.of(2000, 2, 29)).build();

        assertThat(person.ageOn(LocalDate.of(2000, 2, 28))).isEmpty();
        assertThat(person.ageOn(LocalDate.of(2000, 2, 29))).hasValue(0);
        assertThat(person().build().ageOn(LocalDate.of(2024, 1, 1))).isEmpty();
    }

    @Test
    void aTraderHasATrade() {
        Individual trader = person().soleTrade(SoleTrade.of(new Industry("GB/T 4754", "F5211")))
                .build();

        assertThat(trader.isSoleTrader()).isTrue();
        assertThat(person().build().isSoleTrader()).isFalse();
    }

    @Test
    void theBuilderNamesAllMissingPartsAtOnce() {
        assertThatThrownBy(() -> Individual.builder().build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Individual needs id, relationship");
    }

    @Test
    void impossiblePartsAreRefusedWithoutTellingThem() {
        assertThatThrownBy(() -> person().householdSize(0).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("householdSize must be at least 1");
        assertThatThrownBy(() ->
                        person().yearlyIncome(Money.parse("-1234.56", "EUR")).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("yearlyIncome must not be negative");
    }

    private static Individual.Builder person() {
        return Individual.builder().id(ID).relationship(SINCE);
    }
}
