package io.lendcrm.scoring.value.profit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.model.Run;
import io.lendcrm.core.money.DiscountRate;
import io.lendcrm.core.reason.Reason;
import io.lendcrm.core.time.Horizon;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;

class LendingValueProperties {

    private static final Horizon YEAR = Horizon.years(1);
    private static final Horizon MONTH = Horizon.months(1);

    /** With a constant retention r, payments at each year's end: m r / (1 + d − r) in the long run. */
    @Property
    void constantRetentionGivesTheClosedForm(
            @ForAll @DoubleRange(min = 0.1, max = 0.9) double retention,
            @ForAll @Scale(4) @DoubleRange(min = 0.02, max = 0.5) double discount,
            @ForAll @DoubleRange(min = 1, max = 1000) double margin) {
        int years = 600; // 0.9^600 is 3e-28
        ExposurePath contract = ExposurePath.of(YEAR, 0, new double[years]).withFees(filled(margin, years));
        RiskPath churn = RiskPath.constant(1 - retention, 0, YEAR, years);
        double endOfYear = LendingValuer.of(LendingTerms.of(DiscountRate.perYear(discount)))
                .value(contract, churn)
                .npv();
        double closed = margin * retention / (1 + discount - retention);

        assertThat(endOfYear).isCloseTo(closed, within(1e-12 * closed));
        double now = LendingValuer.of(LendingTerms.of(DiscountRate.perYear(discount)))
                .value(contract.withUpfrontFee(margin), churn)
                .npv();
        double nowClosed = margin * (1 + discount) / (1 + discount - retention);
        assertThat(now).isCloseTo(nowClosed, within(1e-12 * nowClosed));
    }

    /** PD = 0 and no prepayment: the annuity of the margin. */
    @Property
    void withoutRiskTheMarginIsAnAnnuity(
            @ForAll @IntRange(min = 1, max = 480) int months,
            @ForAll @Scale(4) @DoubleRange(min = 0.001, max = 0.3) double discount,
            @ForAll @Scale(4) @DoubleRange(min = -0.05, max = 0.2) double rate) {
        RevolvingLine line = new RevolvingLine(1000, 1, 0, rate, 0, MONTH, months);
        double value = LendingValuer.of(
                        LendingTerms.of(DiscountRate.perYear(discount)).withFundingRate(0.02))
                .value(line, RiskPath.constant(0, 0.5, MONTH, months))
                .npv();
        double monthly = Math.expm1(Math.log1p(discount) / 12);
        double annuity = -Math.expm1(-months * Math.log1p(monthly)) / monthly;

        assertThat(value).isCloseTo(1000 * (rate - 0.02) / 12 * annuity, within(1e-11 * 1000 * annuity));
    }

    @Property
    void partsAddUpToTheValue(@ForAll long seed) {
        Random random = new Random(seed);
        LoanBook book = book(random, 1);
        LendingValue value = LendingValuer.of(terms(random)).value(book.loan(0), book.risk(0));
        double size = value.waterfall().stream()
                .mapToDouble(r -> Math.abs(r.contribution()))
                .sum();

        assertThat(sum(value.waterfall())).isCloseTo(value.npv(), within(1e-12 * size));
        assertThat(sum(value.waterfallAsContracted())).isCloseTo(value.npv(), within(1e-12 * size));
        assertThat(value.npvAsContracted() + value.prepaymentEffect()).isCloseTo(value.npv(), within(1e-12 * size));
    }

    /** The book's fast path is the valuer's, loan by loan and in all, with the same bits on any number of threads. */
    @Property(tries = 100)
    void aBookIsTheSumOfItsLoans(@ForAll long seed) {
        Random random = new Random(seed);
        LoanBook book = book(random, 50);
        LendingTerms terms = terms(random);
        LoanBookValue values = book.value(terms, Run.sequential());
        List<LendingValue> each = new ArrayList<>();
        for (int row = 0; row < book.size(); row++) {
            LendingValue one = LendingValuer.of(terms).value(book.loan(row), book.risk(row));
            double scale = book.loan(row).principal() + 1000;
            assertThat(values.npv(row)).isCloseTo(one.npv(), within(1e-12 * scale));
            each.add(one);
        }
        LendingValue sum = LendingValue.sum(each);
        for (ValuePart part : ValuePart.values()) {
            double size = 1 + Math.abs(sum.part(part));
            assertThat(values.total().part(part)).isCloseTo(sum.part(part), within(1e-11 * size));
            assertThat(values.total().partAsContracted(part))
                    .isCloseTo(sum.partAsContracted(part), within(1e-11 * size));
        }
    }

    /**
     * A hundred years at 60 %: forward from payment to payment, the last balances would be rounding and nothing else.
     */
    @Example
    void balancesOfALongLoanKeepTheirDigits() {
        RiskPath risk = RiskPath.constant(0.001, 0.5, MONTH, 1200).withYearlyPrepayment(0.01);
        LoanBook book =
                LoanBook.of(List.of(risk), new int[] {0}, new double[] {1000}, new double[] {0.6}, new int[] {1200});
        LendingTerms terms = LendingTerms.of(DiscountRate.perYear(0)).withPrepaymentFee(0.02);
        LendingValue one = LendingValuer.of(terms).value(book.loan(0), risk);

        for (ValuePart part : ValuePart.values()) {
            assertThat(book.value(terms, Run.sequential()).total().part(part))
                    .isCloseTo(one.part(part), within(1e-12 * Math.abs(one.part(part))));
        }
    }

    @Property(tries = 5)
    void threadsDontChangeABit(@ForAll long seed) {
        LoanBook book = book(new Random(seed), 9000);
        LendingTerms terms = terms(new Random(seed));
        LoanBookValue one = book.value(terms, Run.sequential());
        LoanBookValue many = book.value(terms, Run.sequential().on(ForkJoinPool.commonPool(), 4));

        assertThat(many.total()).isEqualTo(one.total());
        for (int row = 0; row < book.size(); row++) {
            assertThat(many.npv(row)).isEqualTo(one.npv(row));
        }
    }

    private static LoanBook book(Random random, int rows) {
        List<RiskPath> risks = new ArrayList<>();
        for (int k = 0; k < 4; k++) {
            risks.add(RiskPath.constant(0.2 * random.nextDouble(), random.nextDouble(), MONTH, 120)
                    .withYearlyPrepayment(0.3 * random.nextDouble())
                    .withCapital(filled(0.15 * random.nextDouble(), 120)));
        }
        int[] risk = new int[rows];
        int[] periods = new int[rows];
        double[] principal = new double[rows];
        double[] rate = new double[rows];
        for (int row = 0; row < rows; row++) {
            risk[row] = random.nextInt(4);
            periods[row] = 1 + random.nextInt(120);
            principal[row] = 1e6 * random.nextDouble();
            rate[row] = random.nextInt(10) == 0 ? 0 : 0.15 * random.nextDouble();
        }
        return LoanBook.of(risks, risk, principal, rate, periods);
    }

    private static LendingTerms terms(Random random) {
        return LendingTerms.of(DiscountRate.perYear(0.15 * random.nextDouble()))
                .withFundingRate(0.05 * random.nextDouble())
                .withHurdleRate(0.2 * random.nextDouble())
                .withCostPerYear(500 * random.nextDouble())
                .withPrepaymentFee(0.02 * random.nextDouble());
    }

    private static double[] filled(double value, int length) {
        return Check.filled(value, length);
    }

    private static double sum(List<Reason> reasons) {
        return reasons.stream().mapToDouble(Reason::contribution).sum();
    }
}
