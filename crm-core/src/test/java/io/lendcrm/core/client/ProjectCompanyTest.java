package io.lendcrm.core.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProjectCompanyTest {

    @Test
    void aReserveTellsWhatIsMissing() {
        assertThat(reserve("100", "40").shortfall()).isEqualTo(Money.parse("60", "EUR"));
        assertThat(reserve("100", "140").shortfall()).isEqualTo(Money.parse("0", "EUR"));
        assertThatThrownBy(() -> reserve("100", "-1")).hasMessageContaining("must not be negative");
    }

    @Test
    void covenantDatesComeInOrder() {
        ProjectCompany company = ProjectCompany.builder()
                .id(ClientId.of("spv"))
                .relationship(Relationship.since(LocalDate.of(2024, 1, 1)))
                .phase(ProjectCompany.Phase.CONSTRUCTION)
                .sponsors(List.of(ClientId.of("s-1"), ClientId.of("s-2")))
                .covenantDates(List.of(LocalDate.of(2026, 6, 30), LocalDate.of(2025, 12, 31)))
                .build();

        assertThat(company.covenantDates()).containsExactly(LocalDate.of(2025, 12, 31), LocalDate.of(2026, 6, 30));
        assertThat(company.sponsors()).hasSize(2);
        assertThat(company.alternative().isEmpty()).isTrue();
        assertThat(company.kind()).isEqualTo(Client.Kind.PROJECT_COMPANY);
    }

    @Test
    void theBuilderNamesAllMissingPartsAtOnce() {
        assertThatThrownBy(() -> ProjectCompany.builder().build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("ProjectCompany needs id, relationship, phase");
    }

    private static ProjectCompany.Reserve reserve(String required, String funded) {
        return new ProjectCompany.Reserve(
                ProjectCompany.Reserve.Use.DEBT_SERVICE, Money.parse(required, "EUR"), Money.parse(funded, "EUR"));
    }
}
