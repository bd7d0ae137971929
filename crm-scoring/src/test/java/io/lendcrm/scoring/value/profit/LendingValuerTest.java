package io.lendcrm.scoring.value.profit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.credit.Facility;
import io.lendcrm.core.credit.Instalment;
import io.lendcrm.core.money.DiscountRate;
import io.lendcrm.core.money.Money;
import io.lendcrm.core.money.Rate;
import io.lendcrm.core.portrait.Measure;
import io.lendcrm.core.reason.Reason;
import io.lendcrm.core.reason.ReasonCatalogue;
import io.lendcrm.core.time.AsOf;
import io.lendcrm.core.time.Horizon;
import io.lendcrm.scoring.ReferenceTable;
import io.lendcrm.scoring.risk.capital.IrbFunction;
import io.lendcrm.scoring.risk.grade.DefaultTermStructure;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LendingValuerTest {

    private static final Horizon YEAR = Horizon.years(1);
    private static final Horizon MONTH = Horizon.months(1);
    private static final LendingTerms EIGHT_PERCENT = LendingTerms.of(DiscountRate.perYear(0.08));

    /** Oracle file valuation.json, closed_form_extra, "Risk-adjusted CLV worked example". */
    @Test
    void theWorkedExampleMeetsTheReference() {
        ExposurePath contract = ExposurePath.of(YEAR, 0.03, 1e6, 0.75e6, 0.5e6, 0.25e6);
        RiskPath risk = RiskPath.of(DefaultTermStructure.ofConditional(YEAR, 0.01, 0.015, 0.02, 0.02), 0.45)
                .withPrepayment(0.05, 0.1, 0.1, 0.05);

        LendingValue value =
                LendingValuer.of(EIGHT_PERCENT.withCostPerYear(2000)).value(contract, risk);

        assertThat(value.npv()).isCloseTo(40850.688276963306, within(1e-9));
        assertThat(value.part(ValuePart.EXPECTED_LOSS)).isCloseTo(-12443.237003279321, within(1e-9));
        assertThat(value.prepaymentEffect()).isNegative();
        assertThat(sum(value.waterfall())).isCloseTo(value.npv(), within(1e-12 * value.npv()));
        assertThat(sum(value.waterfallAsContracted())).isCloseTo(value.npv(), within(1e-12 * value.npv()));
    }

    @Test
    void balancesMeetTheReferenceSchedules() {
        List<ReferenceTable> rows = ReferenceTable.rows(getClass(), "balances.tsv");
        assertThat(rows).hasSizeGreaterThanOrEqualTo(12);
        for (ReferenceTable row : rows) {
            double principal = row.number("principal");
            int perYear = (int) row.number("periodsPerYear");
            Repayment.Method method = row.text("kind").equals("equal_principal")
                    ? Repayment.Method.EQUAL_PRINCIPAL
                    : Repayment.Method.ANNUITY;
            Repayment repayment = Repayment.of(method)
                    .afterInterestOnly((int) row.number("interestOnly"))
                    .withBalloon(row.number("balloon"));
            double[] after = Arrays.stream(row.text("balances").split(","))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            ExposurePath path = TermLoan.annuity(
                            principal, row.number("annualRate"), Horizon.months(12.0 / perYear), after.length)
                    .withRepayment(repayment)
                    .exposures();
            assertThat(path.drawn(1)).isEqualTo(principal);
            for (int t = 1; t < after.length; t++) {
                assertThat(path.drawn(t + 1))
                        .as(row.text("key") + " " + t)
                        .isCloseTo(after[t - 1], within(1e-9 * principal));
            }
            assertThat(path.drawn(after.length + 1)).isZero();
        }
    }

    /** The plan of a facility of 900 in three instalments, seen on the day of the first one and before. */
    @Test
    void aFacilitysPlanTellsWhatIsOwed() {
        LocalDate signed = LocalDate.of(2024, 1, 31);
        Currency eur = Currency.getInstance("EUR");
        Facility facility = Facility.builder()
                .id("F-1")
                .borrower(ClientId.of("C-1"))
                .type(Facility.Type.TERM_LOAN)
                .product("loan")
                .limit(new Money(90_000, eur))
                .rate(Rate.percent("6"))
                .signedOn(signed)
                .maturity(signed.plusMonths(3))
                .plan(Stream.of(1, 2, 3)
                        .map(m -> new Instalment(signed.plusMonths(m), new Money(30_000, eur), new Money(100, eur)))
                        .toList())
                .recordedAt(AsOf.recordedOn(signed, ZoneOffset.UTC))
                .build();

        ExposurePath fromStart = ExposurePath.from(facility, signed).orElseThrow();
        assertThat(fromStart.periods()).isEqualTo(3);
        assertThat(fromStart.drawn(1)).isEqualTo(900);
        assertThat(fromStart.drawn(3)).isEqualTo(300);
        assertThat(fromStart.rate(2)).isEqualTo(0.06);
        ExposurePath afterFirst =
                ExposurePath.from(facility, LocalDate.of(2024, 2, 29)).orElseThrow();
        assertThat(afterFirst.drawn(1)).isEqualTo(600);
        assertThat(afterFirst.periods()).isEqualTo(3); // 31 March lies beyond a month from 29 February
        assertThat(ExposurePath.from(facility, signed.plusMonths(3))).isEmpty();
    }

    /** One year of a line: 12 equal months worked by hand. */
    @Test
    void aRevolvingLineEarnsOnBothItsParts() {
        RevolvingLine line = new RevolvingLine(100_000, 0.4, 0.5, 0.09, 0.006, MONTH, 12);
        RiskPath risk = RiskPath.constant(0, 0.6, MONTH, 12).withCapital(IrbFunction.corporate(), 0.02, 12);
        LendingTerms terms =
                LendingTerms.of(DiscountRate.perYear(0)).withFundingRate(0.03).withHurdleRate(0.1);

        LendingValue value = LendingValuer.of(terms).value(line, risk);

        assertThat(value.part(ValuePart.INTEREST_INCOME)).isCloseTo(3600, within(1e-9));
        assertThat(value.part(ValuePart.FUNDING_COST)).isCloseTo(-1200, within(1e-9));
        assertThat(value.part(ValuePart.FEES)).isCloseTo(360, within(1e-9));
        double capital = IrbFunction.corporate().capital(0.02, 0.6, 1) * (40_000 + 0.5 * 60_000);
        assertThat(value.part(ValuePart.CAPITAL_CHARGE)).isCloseTo(-0.1 * capital, within(1e-9));
        assertThat(value.npv()).isCloseTo(3600 - 1200 + 360 - 0.1 * capital, within(1e-9));
    }

    @Test
    void aProjectLoanDrawsDownRestsAndPaysBack() {
        ProjectLoan loan = new ProjectLoan(
                List.of(600.0, 400.0),
                true,
                0.10,
                0.01,
                0.75,
                YEAR,
                3,
                Repayment.of(Repayment.Method.EQUAL_PRINCIPAL).afterInterestOnly(1),
                5);
        ExposurePath path = loan.exposures();

        assertThat(loan.owedAtCompletion()).isCloseTo((600 * 1.1 + 400) * 1.1, within(1e-9));
        assertThat(path.periods()).isEqualTo(5);
        assertThat(path.drawn(1)).isEqualTo(600);
        assertThat(path.atDefault(1)).isEqualTo(600 + 0.75 * 400);
        assertThat(path.fees(1)).isCloseTo(4, within(1e-12));
        assertThat(path.drawn(2)).isCloseTo(1060, within(1e-9));
        assertThat(path.fees(2)).isZero();
        assertThat(path.drawn(3)).isCloseTo(1166, within(1e-9));
        assertThat(path.drawn(4)).isCloseTo(1166, within(1e-9));
        assertThat(path.drawn(5)).isCloseTo(583, within(1e-9));
        assertThat(path.upfrontFee()).isEqualTo(5);
        ProjectLoan paid = new ProjectLoan(
                List.of(600.0, 400.0), false, 0.10, 0, 0, YEAR, 1, Repayment.of(Repayment.Method.BULLET), 0);
        assertThat(paid.owedAtCompletion()).isEqualTo(1000);
    }

    @Test
    void feesForEarlyRepaymentAreOnWhatIsLeft() {
        ExposurePath contract = ExposurePath.of(YEAR, 0, 1000, 600);
        RiskPath risk = RiskPath.constant(0, 0, YEAR, 2).withPrepayment(0.25, 1);
        LendingTerms terms = LendingTerms.of(DiscountRate.perYear(0.1)).withPrepaymentFee(0.02);

        LendingValue value = LendingValuer.of(terms).value(contract, risk);

        assertThat(value.npv()).isCloseTo(0.25 * 0.02 * 600 / 1.1, within(1e-12));
        assertThat(value.npvAsContracted()).isZero();
        assertThat(value.prepaymentEffect()).isEqualTo(value.npv());
    }

    @Test
    void aClientIsItsContractsAndWhatIsExpected() {
        LendingValuer valuer = LendingValuer.of(EIGHT_PERCENT);
        LendingValue one =
                valuer.value(TermLoan.annuity(5000, 0.07, MONTH, 24), RiskPath.constant(0.02, 0.4, MONTH, 24));
        LendingValue two = valuer.value(
                new RevolvingLine(2000, 0.5, 0.5, 0.1, 0.01, MONTH, 12), RiskPath.constant(0.02, 0.7, MONTH, 12));
        ClientId id = ClientId.of("C-77");

        ClientValue client = ClientValue.of(id, List.of(one, two), c -> 120);
        Measure measure = client.measure(Currency.getInstance("EUR"), LocalDate.of(2025, 1, 1));

        assertThat(client.total().npv()).isCloseTo(one.npv() + two.npv() + 120, within(1e-10));
        assertThat(client.total().part(ValuePart.NEW_BUSINESS)).isEqualTo(120);
        assertThat(measure.unit()).isEqualTo("EUR");
        assertThat(sum(measure.reasons())).isCloseTo(measure.asNumber().orElseThrow(), within(1e-9));
        assertThat(ClientValue.of(id, List.of(one), NewBusiness.none()).total())
                .isEqualTo(LendingValue.sum(List.of(one)));
        assertThat(client.toString()).doesNotContain("C-77");
        assertThatIllegalArgumentException().isThrownBy(() -> ClientValue.of(id, List.of(one), c -> Double.NaN));
    }

    @Test
    void everyPartHasATextInBothLanguages() {
        ReasonCatalogue texts = ReasonCatalogue.standard();
        for (ValuePart part : ValuePart.values()) {
            assertThat(texts.codes(Locale.ENGLISH)).contains(part.code());
            assertThat(texts.codes(Locale.CHINESE)).contains(part.code());
        }
        LendingValue value = LendingValuer.of(EIGHT_PERCENT)
                .value(
                        TermLoan.annuity(1000, 0.06, YEAR, 1),
                        RiskPath.constant(0.02, 0.5, YEAR, 1).withYearlyPrepayment(0.1));
        assertThat(texts.text(value.waterfall().get(0), Locale.ENGLISH)).isEqualTo("interest income 54.44");
        assertThat(texts.text(value.waterfall().get(1), Locale.CHINESE)).isEqualTo("违约预期损失 -9.26");
    }

    @Test
    void badInputIsNamed() {
        RiskPath risk = RiskPath.constant(0.02, 0.4, MONTH, 12);
        LendingValuer valuer = LendingValuer.of(EIGHT_PERCENT);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DiscountRate.perYear(-1))
                .withMessageContaining("discount rate must be finite and above -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> valuer.value(TermLoan.annuity(1, 0.1, MONTH, 13), risk))
                .withMessage("risk must have at least 13 periods, found 12");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> valuer.value(TermLoan.annuity(1, 0.1, YEAR, 1), risk))
                .withMessageContaining("as long as the contract's, 1.0 YEAR, found 1.0 MONTH");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TermLoan.annuity(1, 0.1, MONTH, 0))
                .withMessage("periods must be within [1, 100000], found 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TermLoan.annuity(1, 0.1, MONTH, Integer.MAX_VALUE))
                .withMessageContaining("periods must be within [1, 100000]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TermLoan.annuity(Double.NaN, 0.1, MONTH, 12))
                .withMessage("principal must be finite and at least 0, found NaN");
        assertThatIllegalArgumentException().isThrownBy(() -> TermLoan.annuity(1, -12, MONTH, 12));
        assertThatIllegalArgumentException().isThrownBy(() -> TermLoan.annuity(1, 0.1, Horizon.months(0), 12));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> risk.withPrepayment(0.5))
                .withMessage("prepayment must have 12 numbers, found 1");
        assertThatIllegalArgumentException().isThrownBy(() -> RiskPath.constant(1.5, 0.4, MONTH, 12));
        assertThatIllegalArgumentException().isThrownBy(() -> RiskPath.constant(0.5, Double.NaN, MONTH, 12));
        assertThatIllegalArgumentException().isThrownBy(() -> EIGHT_PERCENT.withHurdleRate(Double.NaN));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TermLoan.annuity(100, 0.1, MONTH, 12)
                        .withRepayment(new Repayment(Repayment.Method.ANNUITY, 12, 0))
                        .exposures())
                .withMessageContaining("interestOnly must leave a period");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LendingValuer.of(LendingTerms.of(DiscountRate.perYear(-0.999999)))
                        .value(
                                ExposurePath.of(YEAR, 0.1, new double[60]).withFees(fees()),
                                RiskPath.constant(0, 0, YEAR, 60)))
                .withMessageContaining("must be finite, found");
    }

    private static double[] fees() {
        double[] fees = new double[60];
        fees[59] = 1;
        return fees;
    }

    private static double sum(List<Reason> reasons) {
        return reasons.stream().mapToDouble(Reason::contribution).sum();
    }
}
