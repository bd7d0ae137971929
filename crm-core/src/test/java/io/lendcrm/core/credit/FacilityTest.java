package io.lendcrm.core.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.credit.PlanIssue.Rule;
import io.lendcrm.core.money.Money;
import io.lendcrm.core.money.Rate;
import io.lendcrm.core.statement.RatioValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class FacilityTest {

    private static final LocalDate SIGNED = LocalDate.of(2024, 1, 15);
    private static final LocalDate MATURITY = LocalDate.of(2025, 1, 15);

    @Test
    void utilisationIsWhatIsDrawnOfTheLimit() {
        Facility line = loan("1000", Facility.Type.REVOLVING).build();

        assertThat(line.utilisation(money("250"))).isEqualTo(RatioValue.of(0.25));
        assertThat(line.utilisation(money("1100"))).isEqualTo(RatioValue.of(1.1));
        assertThat(line.utilisation(Money.parse("1", "USD")))
                .isEqualTo(RatioValue.undefined(RatioValue.Reason.NOT_COMPARABLE, "drawn"));
        assertThat(loan("0", Facility.Type.REVOLVING).build().utilisation(money("0")))
                .isEqualTo(RatioValue.undefined(RatioValue.Reason.ZERO_DENOMINATOR, "limit"));
    }

    @Test
    void aSoundPlanHasNoIssues() {
        assertThat(loan("1000", Facility.Type.TERM_LOAN)
                        .plan(List.of(due(LocalDate.of(2024, 7, 15), "400"), due(MATURITY, "600")))
                        .build()
                        .planIssues())
                .isEmpty();
        assertThat(loan("1000", Facility.Type.TERM_LOAN).build().planIssues()).isEmpty();
    }

    @Test
    void thePrincipalOfALoanAddsUpToWhatWasLent() {
        List<Instalment> plan = List.of(due(LocalDate.of(2024, 7, 15), "400"), due(MATURITY, "599.99"));

        assertThat(loan("1000", Facility.Type.TERM_LOAN).plan(plan).build().planIssues())
                .containsExactly(new PlanIssue(Rule.PRINCIPAL, 0, "EUR 999.99", "EUR 1000.00"));
        assertThat(loan("1000", Facility.Type.REVOLVING).plan(plan).build().planIssues())
                .isEmpty();
    }

    @Test
    void everyBrokenRuleIsTold() {
        List<Instalment> plan = List.of(
                due(SIGNED.minusDays(1), "1100"),
                due(SIGNED.minusDays(1), "-100"),
                new Instalment(MATURITY.plusDays(1), Money.parse("1", "USD"), Money.parse("1", "USD")));

        assertThat(loan("1000", Facility.Type.TERM_LOAN).plan(plan).build().planIssues())
                .extracting(PlanIssue::rule, PlanIssue::instalment)
                .containsExactly(
                        tuple(Rule.TERM, 1),
                        tuple(Rule.SIGN, 2),
                        tuple(Rule.ORDER, 2),
                        tuple(Rule.TERM, 2),
                        tuple(Rule.CURRENCY, 3),
                        tuple(Rule.TERM, 3));
    }

    @Test
    void theBuilderNamesAllMissingPartsAtOnce() {
        assertThatThrownBy(() -> Facility.builder().id("f-1").limit(money("1")).build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Facility needs borrower, type, product, rate, signedOn, maturity, recordedAt");
    }

    @Test
    void impossibleTermsAreRefused() {
        assertThatThrownBy(() -> loan("-1", Facility.Type.OTHER).build())
                .hasMessage("limit must not be negative, found EUR -1.00");
        assertThatThrownBy(() -> loan("1", Facility.Type.OTHER)
                        .maturity(SIGNED.minusDays(1))
                        .build())
                .hasMessage("maturity must not be before signedOn=2024-01-15, found 2024-01-14");
    }

    private static Facility.Builder loan(String limit, Facility.Type type) {
        return Facility.builder()
                .id("f-1")
                .borrower(ClientId.of("c-1"))
                .type(type)
                .product("working-capital")
                .limit(money(limit))
                .rate(Rate.percent("4.35"))
                .signedOn(SIGNED)
                .maturity(MATURITY)
                .recordedAt(Instant.EPOCH);
    }

    private static Instalment due(LocalDate day, String principal) {
        return new Instalment(day, money(principal), money("1"));
    }

    private static Money money(String amount) {
        return Money.parse(amount, "EUR");
    }
}
