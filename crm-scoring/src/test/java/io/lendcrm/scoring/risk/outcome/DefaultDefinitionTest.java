package io.lendcrm.scoring.risk.outcome;

import static io.lendcrm.scoring.risk.outcome.Borrower.day;
import static io.lendcrm.scoring.risk.outcome.Borrower.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.lendcrm.core.interaction.ApplicationState;
import io.lendcrm.core.interaction.LoanApplication;
import io.lendcrm.core.money.QuotedRates;
import io.lendcrm.core.reason.ReasonCode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Defaults against calendars worked out by hand. */
class DefaultDefinitionTest {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final DefaultDefinition PLAIN = DefaultDefinition.of(Materiality.none(EUR));

    @Test
    void theNinetyFirstDayPastDueIsADefault() {
        // paid to March; April is due on 30 April 2022, and 90 days later it is 29 July
        Borrower late = Borrower.of("ann", 24).paysOnTime(1, 3);
        assertThat(PLAIN.episodes(late.seenOn("2022-07-29"))).isEmpty();
        assertThat(PLAIN.episodes(late.seenOn("2022-07-30")))
                .containsExactly(new DefaultEpisode(day("2022-07-30"), null, ReasonCode.of("outcome.past-due")));
    }

    @Test
    void aDefaultLastsUntilTheProbationIsOver() {
        // everything is caught up on 10 August, and all is paid on time from then on
        Borrower cured = Borrower.of("ann", 24)
                .paysOnTime(1, 3)
                .pays("2022-08-10", "400.00")
                .paysOnTime(8, 24);
        // the last day of default is 9 August; 90 days of probation end on 7 November
        assertThat(PLAIN.episodes(cured.seenOn("2022-11-07")).get(0).curedOn()).isNull();
        assertThat(PLAIN.episodes(cured.seenOn("2022-11-08")).get(0).curedOn()).isEqualTo(day("2022-11-08"));
        assertThat(PLAIN.withProbation(0).episodes(cured.seenOn("2022-12-31")))
                .containsExactly(
                        new DefaultEpisode(day("2022-07-30"), day("2022-08-10"), ReasonCode.of("outcome.past-due")));
    }

    @Test
    void aSecondDefaultWithinTheProbationIsTheSameOne() {
        Borrower again = Borrower.of("ann", 24)
                .paysOnTime(1, 3)
                .pays("2022-08-10", "400.00") // April to July
                .happens("insolvency", "2022-10-01");
        DefaultDefinition both = PLAIN.withUnlikelyToPay(UnlikelyToPay.event("insolvency", false))
                .withDaysPastDue(90, PLAIN.count());
        assertThat(both.episodes(again.seenOn("2022-10-31"))).hasSize(1);
        assertThat(both.withProbation(30).episodes(again.seenOn("2022-10-31"))).hasSize(2);
    }

    @Test
    void whoAlwaysPaysAMonthLateIsInDefaultInEuropeOnly() {
        // each instalment is paid on the next one's due day, so that one is always open
        Borrower rolling = Borrower.of("ann", 24);
        for (int number = 2; number <= 24; number++) {
            rolling.pays(Borrower.due(number), "100.00");
        }
        assertThat(PLAIN.episodes(rolling.seenOn("2023-06-30"))).isEmpty();
        // overdue without a break since 31 January 2022; EUR 100 of about 2 060 is above 1 %, but not above EUR 100
        assertThat(DefaultDefinition.europeanUnion(Materiality.retail()).episodes(rolling.seenOn("2023-06-30")))
                .isEmpty();
        Materiality lower = new Materiality(eur("99.99"), 0.01);
        assertThat(DefaultDefinition.europeanUnion(lower).episodes(rolling.seenOn("2023-06-30")))
                .extracting(DefaultEpisode::from)
                .containsExactly(day("2022-05-02"));
    }

    @Test
    void anAmountThatDoesNotMatterIsNoDefault() {
        // EUR 60 short in April: overdue for ever, below EUR 100
        Borrower short60 = Borrower.of("ann", 24).paysOnTime(1, 3).pays("2022-04-30", "40.00");
        for (int number = 5; number <= 24; number++) {
            short60.pays(Borrower.due(number), "100.00");
        }
        assertThat(PLAIN.withDaysPastDue(25, PastDueCount.OLDEST_UNPAID).episodes(short60.seenOn("2023-01-31")))
                .isNotEmpty();
        assertThat(DefaultDefinition.of(Materiality.retail()).episodes(short60.seenOn("2023-12-31")))
                .isEmpty();
        // against what is still owed at the end of April, 20 x 90 + 60 = 1 860, 60 is 3.2 %
        Materiality aboveShare = new Materiality(eur("0"), 0.033);
        Materiality belowShare = new Materiality(eur("0"), 0.032);
        LocalDate lastOfMay = day("2022-05-30");
        assertThat(PastDue.of(short60.seenOn("2022-05-30"), DefaultDefinition.of(aboveShare))
                        .worstDays(LocalDate.MIN, lastOfMay))
                .isZero();
        assertThat(PastDue.of(short60.seenOn("2022-05-30"), DefaultDefinition.of(belowShare))
                        .worstDays(LocalDate.MIN, lastOfMay))
                .isEqualTo(30);
    }

    @Test
    void signsOfUnlikelinessCountWhateverTheDaysPastDue() {
        Borrower paying = Borrower.of("ann", 24).paysOnTime(1, 24);
        LoanApplication lost = LoanApplication.of(
                paying.header(day("2022-05-05")), "app", ApplicationState.WRITTEN_OFF, eur("100"), "term");
        assertThat(PLAIN.episodes(paying.event(lost).seenOn("2023-12-31")))
                .as("a write-off is for good")
                .containsExactly(new DefaultEpisode(day("2022-05-05"), null, ReasonCode.of("outcome.write-off")));
        Borrower insolvent = Borrower.of("bob", 24).paysOnTime(1, 24).happens("insolvency", "2022-05-05");
        assertThat(PLAIN.withUnlikelyToPay(UnlikelyToPay.event("insolvency", false))
                        .episodes(insolvent.seenOn("2023-12-31")))
                .containsExactly(
                        new DefaultEpisode(day("2022-05-05"), day("2022-08-04"), ReasonCode.of("outcome.event")));
    }

    @Test
    void aPlanWithoutAnyEntryCountsOnlyIfTheSourceRecordsEveryPayment() {
        Borrower silent = Borrower.of("ann", 24);
        assertThat(PLAIN.episodes(silent.seenOn("2022-12-31"))).isEmpty();
        assertThat(PLAIN.withPlansFollowed().episodes(silent.seenOn("2022-12-31")))
                .extracting(DefaultEpisode::from)
                .containsExactly(day("2022-05-02"));
    }

    @Test
    void amountsInOtherCurrenciesNeedARate() {
        Borrower late = Borrower.of("ann", 24).paysOnTime(1, 3);
        DefaultDefinition crowns = DefaultDefinition.of(Materiality.none(Currency.getInstance("CZK")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> crowns.episodes(late.seenOn("2022-12-31")))
                .withMessage("rates must bring every overdue amount to CZK");
        QuotedRates rates = QuotedRates.of(
                List.of(new QuotedRates.Quote(
                        EUR, Currency.getInstance("CZK"), new BigDecimal("25"), day("2022-01-01"), Instant.EPOCH)),
                EUR,
                10_000);
        assertThat(crowns.withRates(rates).episodes(late.seenOn("2022-12-31"))).hasSize(1);
    }
}
