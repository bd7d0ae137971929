package io.lendcrm.core.history;

import static io.lendcrm.core.history.Samples.day;
import static io.lendcrm.core.history.Samples.id;
import static io.lendcrm.core.history.Samples.purchase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.interaction.Direction;
import io.lendcrm.core.interaction.Transaction;
import io.lendcrm.core.money.Money;
import io.lendcrm.core.time.CalendarUnit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PurchaseSummarizerTest {

    private static final Money TEN = Money.parse("10.00", "EUR");

    @Test
    void countsRepeatDaysFromTheFirstPurchase() {
        PurchaseSummarizer summarizer = PurchaseSummarizer.until(day(70), CalendarUnit.WEEK);
        summarizer.add(id("ann"), day(7), TEN);
        summarizer.add(id("ann"), day(17), Money.parse("4.00", "EUR"));
        summarizer.add(id("ann"), day(17), Money.parse("1.50", "EUR"));
        summarizer.add(id("ann"), day(35), Money.parse("3.50", "EUR"));
        summarizer.add(id("bob"), day(70), TEN);

        PurchaseSummaries rows = summarizer.summaries();

        assertThat(summarizer.clients()).containsExactly(id("ann"), id("bob"));
        assertThat(rows.summary(0)).isEqualTo(new PurchaseSummary(2, 4.0, 9.0));
        assertThat(rows.spend(0)).isEqualTo(4.5);
        assertThat(rows.summary(1)).isEqualTo(new PurchaseSummary(0, 0, 0));
        assertThat(rows.spend(1)).isZero();
        assertThat(rows.clients()).isEqualTo(2);
    }

    @Test
    void tellsTheTimesBetweenPurchasesWhereAsked() {
        PurchaseSummarizer summarizer = PurchaseSummarizer.until(day(70), CalendarUnit.WEEK);
        for (int n : new int[] {0, 7, 21, 21, 63}) {
            summarizer.add(id("ann"), day(n));
        }
        summarizer.add(id("bob"), day(3));
        PurchaseSummaries rows = summarizer.summariesWithIntervals();

        assertThat(rows.logIntervals(0)).isEqualTo(Math.log(1) + Math.log(2) + Math.log(6));
        assertThat(rows.logIntervals(1)).isZero();
        assertThat(summarizer.summaries().hasLogIntervals()).isFalse();
    }

    @Test
    void timesAreNotRounded() {
        PurchaseSummarizer summarizer = PurchaseSummarizer.until(day(10), CalendarUnit.MONTH);
        summarizer.add(id("ann"), day(0));
        summarizer.add(id("ann"), day(1));
        assertThat(summarizer.summaries().summary(0)).isEqualTo(new PurchaseSummary(1, 1 / 30.436875, 10 / 30.436875));
        assertThat(summarizer.summaries().hasSpend()).isFalse();
    }

    @Test
    void whatHappensOutsideTheWindowIsIgnoredAndCounted() {
        ObservationWindow window = ObservationWindow.of(day(10), day(20)).withHoldoutUntil(day(30));
        PurchaseSummarizer summarizer = PurchaseSummarizer.over(window, CalendarUnit.DAY);
        for (int n : new int[] {9, 10, 20, 21, 21, 30, 31, 40}) {
            summarizer.add(id("ann"), day(n));
        }
        summarizer.add(id("late"), day(25));

        assertThat(summarizer.clients()).containsExactly(id("ann"));
        assertThat(summarizer.summaries().summary(0)).isEqualTo(new PurchaseSummary(1, 10, 10));
        assertThat(summarizer.holdoutFrequencies()).containsExactly(2);
        assertThat(summarizer.ignoredEarlier()).isEqualTo(1);
        assertThat(summarizer.ignoredLater()).isEqualTo(2);
        assertThat(summarizer.counted()).isEqualTo(6);
    }

    @Test
    void rowsStandInOrderOfAClientsFirstCountedEvent() {
        PurchaseSummarizer summarizer = PurchaseSummarizer.until(day(10), CalendarUnit.DAY);
        summarizer.add(id("late"), day(11));
        summarizer.add(id("bob"), day(5));
        summarizer.add(id("ann"), day(1));
        summarizer.add(id("late"), day(2));
        assertThat(summarizer.clients()).containsExactly(id("bob"), id("ann"), id("late"));
    }

    @Test
    void meansComeFromExactSums() {
        PurchaseSummarizer summarizer = PurchaseSummarizer.until(day(10), CalendarUnit.DAY);
        summarizer.add(id("ann"), day(0), new BigDecimal("5"));
        summarizer.add(id("ann"), day(1), new BigDecimal("0.1"));
        summarizer.add(id("ann"), day(2), new BigDecimal("0.20"));
        summarizer.add(id("ann"), day(3), new BigDecimal("1E+1"));
        assertThat(summarizer.summaries().spend(0)).isEqualTo(103 / 30.0).isNotEqualTo((0.1 + 0.2 + 10.0) / 3);
    }

    @Test
    void sumsBeyondTheDoublesAreStillExact() {
        PurchaseSummarizer summarizer = PurchaseSummarizer.until(day(10), CalendarUnit.DAY);
        summarizer.add(id("ann"), day(0), BigDecimal.ONE);
        summarizer.add(id("ann"), day(1), new BigDecimal("9007199254740993"));
        summarizer.add(id("ann"), day(2), new BigDecimal("9007199254740995"));
        assertThat(summarizer.summaries().spend(0)).isEqualTo(9007199254740994.0);
    }

    @Test
    void aClientsTransactionsAreTakenFromItsHistory() {
        Dossier dossier = Samples.dossier("ann")
                .withInteractions(List.of(
                        purchase("ann", "1", 0, "1.00"),
                        purchase("ann", "2", 4, "3.00"),
                        Transaction.of(Samples.header("ann", "3", 5, 5), Direction.IN, TEN),
                        purchase("ann", "4", 6, 9, "7.00")));
        PurchaseSummarizer summarizer = PurchaseSummarizer.until(day(8), CalendarUnit.DAY);
        summarizer.add(dossier.at(Samples.asOf(8)).orElseThrow(), t -> t.direction() == Direction.OUT);
        assertThat(summarizer.summaries().summary(0)).isEqualTo(new PurchaseSummary(1, 4, 8));
        assertThat(summarizer.summaries().spend(0)).isEqualTo(3.0);
    }

    @Test
    void anEmptyLogHasNoRows() {
        PurchaseSummarizer summarizer = PurchaseSummarizer.until(day(10), CalendarUnit.DAY);
        assertThat(summarizer.summaries().size()).isZero();
        assertThat(summarizer.summaries().compressed().size()).isZero();
        assertThat(summarizer.clients()).isEmpty();
        assertThat(summarizer.holdoutFrequencies()).isEmpty();
    }

    @Test
    void badEventsAreRefusedAndLeaveNoTrace() {
        PurchaseSummarizer summarizer = PurchaseSummarizer.until(day(10), CalendarUnit.DAY);
        ClientId ann = id("ann");
        summarizer.add(ann, day(1), TEN);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> summarizer.add(ann, day(2), Money.parse("-0.01", "EUR")))
                .withMessage("amount must not be negative, found -0.01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> summarizer.add(ann, day(2), Money.parse("1.00", "CZK")))
                .withMessage("currency must be EUR as before, found CZK");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> summarizer.add(ann, day(2), BigDecimal.ONE))
                .withMessage("currency must be EUR as before, found unnamed");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> summarizer.add(ann, day(2)))
                .withMessageContaining("an amount or none");
        assertThatNullPointerException()
                .isThrownBy(() -> summarizer.add(null, day(2), TEN))
                .withMessage("client");
        assertThatNullPointerException()
                .isThrownBy(() -> summarizer.add(ann, null, TEN))
                .withMessage("day");
        assertThat(summarizer.summaries().summary(0)).isEqualTo(new PurchaseSummary(0, 0, 9));
        assertThat(summarizer.counted()).isEqualTo(1);
    }

    @Test
    void sumsThatDoNotFitAreRefusedNotWrapped() {
        PurchaseSummarizer summarizer = PurchaseSummarizer.until(day(10), CalendarUnit.DAY);
        summarizer.add(id("ann"), day(1), new BigDecimal(Long.MAX_VALUE));
        summarizer.add(id("ann"), day(1), BigDecimal.ZERO);
        assertThat(catchThrowable(() -> summarizer.add(id("ann"), day(2), BigDecimal.ONE)))
                .isInstanceOf(ArithmeticException.class);
        assertThat(catchThrowable(() -> summarizer.add(id("bob"), day(2), new BigDecimal("0.5"))))
                .isInstanceOf(ArithmeticException.class);
        assertThat(summarizer.summaries().summary(0)).isEqualTo(new PurchaseSummary(0, 0, 9));
        assertThat(summarizer.size()).isEqualTo(1);
    }

    @Test
    @Timeout(10)
    void aHugeExponentIsRefusedWithoutWritingTheNumberOut() {
        PurchaseSummarizer summarizer = PurchaseSummarizer.until(day(10), CalendarUnit.DAY);

        assertThat(catchThrowable(() -> summarizer.add(id("ann"), day(1), new BigDecimal("1E+999999999"))))
                .isInstanceOf(ArithmeticException.class);
        assertThat(summarizer.size()).isZero();
    }

    @Test
    void daysFarOffAreCountedOrRefused() {
        PurchaseSummarizer summarizer = PurchaseSummarizer.until(day(10), CalendarUnit.DAY);
        summarizer.add(id("ann"), LocalDate.MAX);
        assertThat(summarizer.ignoredLater()).isEqualTo(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> summarizer.add(id("ann"), LocalDate.MIN))
                .withMessageContaining("two million years");
    }

    @Test
    void onlySummarizersOfTheSameKindMerge() {
        PurchaseSummarizer weeks = PurchaseSummarizer.until(day(10), CalendarUnit.WEEK);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> weeks.merge(PurchaseSummarizer.until(day(10), CalendarUnit.DAY)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> weeks.merge(PurchaseSummarizer.until(day(11), CalendarUnit.WEEK)));
        assertThatIllegalArgumentException().isThrownBy(() -> weeks.merge(weeks));
    }

    @Test
    void aMillionIdenticalClientsMakeOneRow() {
        PurchaseSummarizer summarizer = PurchaseSummarizer.until(day(100), CalendarUnit.WEEK);
        for (int i = 0; i < 1_000_000; i++) {
            ClientId client = ClientId.of("c" + i);
            summarizer.add(client, day(0), TEN);
            summarizer.add(client, day(50), TEN);
        }
        PurchaseSummaries one = summarizer.summaries().compressed();
        assertThat(one.size()).isEqualTo(1);
        assertThat(one.weight(0)).isEqualTo(1_000_000);
        assertThat(one.summary(0)).isEqualTo(new PurchaseSummary(1, 50 / 7.0, 100 / 7.0));
        assertThat(one.spend(0)).isEqualTo(10.0);
    }
}
