package io.lendcrm.scoring.risk.outcome;

import static io.lendcrm.scoring.risk.outcome.DelinquencyBucket.CURRENT;
import static io.lendcrm.scoring.risk.outcome.DelinquencyBucket.DAYS_1_TO_29;
import static io.lendcrm.scoring.risk.outcome.DelinquencyBucket.DAYS_30_TO_59;
import static io.lendcrm.scoring.risk.outcome.DelinquencyBucket.DAYS_60_TO_89;
import static io.lendcrm.scoring.risk.outcome.DelinquencyBucket.DAYS_90_PLUS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.lendcrm.core.credit.Facility;
import io.lendcrm.core.history.Dossier;
import io.lendcrm.core.interaction.Repayment;
import io.lendcrm.core.interaction.RepaymentTrack;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Moves between buckets, and vintages, counted by hand. */
class RollRatesTest {

    private static final YearMonth FROM = YearMonth.of(2022, 1);
    private static final YearMonth UNTIL = YearMonth.of(2022, 12);

    /** Paid until March, nothing after: 0 days on 30 April, 31 on 31 May, 61, 92 … */
    private static final RepaymentTrack ROLLING = track(Borrower.of("ann", 12).paysOnTime(1, 3));

    private static final RepaymentTrack GOOD = track(Borrower.of("bob", 4).paysOnTime(1, 4));

    private static RepaymentTrack track(Borrower borrower) {
        Dossier dossier = borrower.dossier();
        Facility loan = dossier.facilities().get(0);
        return RepaymentTrack.of(
                loan, dossier.interactions().stream().map(Repayment.class::cast).toList());
    }

    @Test
    void bucketsBeginAtTheirFirstDay() {
        assertThat(List.of(0, 1, 29, 30, 59, 60, 89, 90, 4000))
                .extracting(DelinquencyBucket::of)
                .containsExactly(
                        CURRENT,
                        DAYS_1_TO_29,
                        DAYS_1_TO_29,
                        DAYS_30_TO_59,
                        DAYS_30_TO_59,
                        DAYS_60_TO_89,
                        DAYS_60_TO_89,
                        DAYS_90_PLUS,
                        DAYS_90_PLUS);
        assertThatIllegalArgumentException().isThrownBy(() -> DelinquencyBucket.of(-1));
    }

    @Test
    void aLoanRollsFromBucketToBucket() {
        RollRates rates = RollRates.empty().add(ROLLING, FROM, UNTIL);
        assertThat(rates.moves(YearMonth.of(2022, 5), CURRENT, DAYS_30_TO_59)).isEqualTo(1);
        assertThat(rates.moves(YearMonth.of(2022, 6), DAYS_30_TO_59, DAYS_60_TO_89))
                .isEqualTo(1);
        assertThat(rates.moves(YearMonth.of(2022, 7), DAYS_60_TO_89, DAYS_90_PLUS))
                .isEqualTo(1);
        assertThat(rates.moves(YearMonth.of(2022, 12), DAYS_90_PLUS, DAYS_90_PLUS))
                .isEqualTo(1);
        assertThat(rates.months()).hasSize(11).first().isEqualTo(YearMonth.of(2022, 2));
        assertThat(rates.rate(CURRENT, DAYS_30_TO_59)).hasValue(0.25);
        assertThat(rates.rate(DAYS_1_TO_29, DAYS_30_TO_59))
                .as("no loan was ever there")
                .isEmpty();
    }

    @Test
    void aLoanThatIsPaidBackLeaves() {
        RollRates rates = RollRates.empty().add(GOOD, FROM, UNTIL);
        assertThat(rates.left(YearMonth.of(2022, 4), CURRENT)).isEqualTo(1);
        assertThat(rates.months()).last().isEqualTo(YearMonth.of(2022, 4));
        assertThat(rates.rate(CURRENT, CURRENT)).hasValue(2.0 / 3);
    }

    @Test
    void partsOfABookMergeToTheWhole() {
        RollRates whole = RollRates.empty().add(ROLLING, FROM, UNTIL).add(GOOD, FROM, UNTIL);
        YearMonth half = YearMonth.of(2022, 6);
        RollRates parts = RollRates.empty()
                .add(ROLLING, FROM, half)
                .merge(RollRates.empty().add(ROLLING, half.plusMonths(1), UNTIL))
                .merge(RollRates.empty().add(GOOD, FROM, UNTIL));
        assertThat(parts.months()).isEqualTo(whole.months());
        for (YearMonth month : whole.months()) {
            for (DelinquencyBucket from : DelinquencyBucket.values()) {
                assertThat(parts.left(month, from)).isEqualTo(whole.left(month, from));
                for (DelinquencyBucket to : DelinquencyBucket.values()) {
                    assertThat(parts.moves(month, from, to)).isEqualTo(whole.moves(month, from, to));
                }
            }
        }
    }

    @Test
    void aVintageIsKnownAsFarAsAllItsLoansWereObserved() {
        LocalDate end = LocalDate.of(2022, 6, 30);
        YearMonth january = YearMonth.of(2022, 1);
        Vintages vintages = Vintages.empty()
                .add(LocalDate.of(2022, 1, 3), null, end)
                .add(LocalDate.of(2022, 1, 20), LocalDate.of(2022, 3, 31), end)
                .add(LocalDate.of(2022, 1, 31), LocalDate.of(2022, 6, 30), end)
                .add(LocalDate.of(2022, 1, 31), null, end)
                .add(LocalDate.of(2022, 6, 15), null, LocalDate.of(2022, 6, 29));
        assertThat(vintages.loans(january)).isEqualTo(4);
        assertThat(vintages.badRate(january, 1)).hasValue(0);
        assertThat(vintages.badRate(january, 2)).hasValue(0.25);
        assertThat(vintages.badRate(january, 5)).hasValue(0.5);
        assertThat(vintages.badRate(january, 6))
                .as("not observed, hence not 50 %")
                .isEmpty();
        assertThat(vintages.observedAge(january)).hasValue(5);
        assertThat(vintages.observedAge(YearMonth.of(2022, 6)))
                .as("June wasn't seen to its end")
                .isEmpty();
        assertThat(vintages.badRate(YearMonth.of(2022, 6), 0)).isEmpty();

        Vintages shorter = vintages.merge(
                Vintages.empty().add(LocalDate.of(2022, 1, 5), LocalDate.of(2022, 2, 1), LocalDate.of(2022, 4, 30)));
        assertThat(shorter.badRate(january, 3)).hasValue(0.4);
        assertThat(shorter.badRate(january, 4))
                .as("one loan was seen to April only")
                .isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> vintages.add(end, end.minusDays(1), end))
                .withMessageContaining("badOn must be within");
    }
}
