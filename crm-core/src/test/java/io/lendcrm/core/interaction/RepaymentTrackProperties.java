package io.lendcrm.core.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.lendcrm.core.interaction.RepaymentTrack.Delinquency;
import io.lendcrm.core.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Against a ledger that walks day by day and pays debt by debt. */
class RepaymentTrackProperties {

    private static final LocalDate START = LocalDate.of(2023, 12, 1);
    private static final int DAYS = 200;
    private static final Currency EUR = Currency.getInstance("EUR");

    record Payment(int day, int dueDay, int due, int paid) {}

    @Provide
    Arbitrary<List<Payment>> payments() {
        Arbitrary<Integer> days = Arbitraries.integers().between(0, DAYS - 1);
        return Combinators.combine(
                        days,
                        days,
                        Arbitraries.integers().between(0, 50),
                        Arbitraries.integers().between(0, 80))
                .as(Payment::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    @Property
    void agreesWithALedgerKeptDayByDay(
            @ForAll("payments") List<Payment> payments, @ForAll @IntRange(max = 10) int graceDays) {
        RepaymentTrack track = RepaymentTrack.from(repayments(payments)).withGraceDays(graceDays);
        int[] owed = new int[DAYS];
        for (Payment p : payments) {
            owed[p.dueDay()] = Math.max(owed[p.dueDay()], p.due());
        }
        int purse = 0;
        List<Delinquency> spans = new ArrayList<>();
        LocalDate begun = null;
        long worst = 0;
        for (int day = 0; day < DAYS; day++) {
            for (Payment p : payments) {
                purse += p.day() == day ? p.paid() : 0;
            }
            int oldest = DAYS;
            int overdue = 0;
            for (int due = 0; due <= day; due++) {
                int part = Math.min(purse, owed[due]);
                owed[due] -= part;
                purse -= part;
                overdue += owed[due];
                oldest = owed[due] > 0 ? Math.min(oldest, due) : oldest;
            }
            long expected = Math.max(0, day - oldest) > graceDays ? day - oldest : 0;
            LocalDate date = START.plusDays(day);
            assertThat(track.daysPastDue(date)).isEqualTo(expected);
            assertThat(track.overdue(date)).isEqualTo(new Money(overdue, EUR));
            assertThat(track.prepaid(date)).isEqualTo(new Money(purse, EUR));
            if (expected > 0) {
                begun = begun == null ? date : begun;
                worst = Math.max(worst, expected);
            } else if (begun != null) {
                spans.add(new Delinquency(begun, date, worst));
                begun = null;
                worst = 0;
            }
        }
        if (begun != null) {
            spans.add(new Delinquency(begun, null, worst));
        }
        assertThat(track.delinquencies(START.plusDays(DAYS - 1))).isEqualTo(spans);
    }

    @Property
    void theOrderOfRepaymentsDoesNotMatter(@ForAll("payments") List<Payment> payments, @ForAll Random random) {
        List<Repayment> shuffled = new ArrayList<>(repayments(payments));
        Collections.shuffle(shuffled, random);
        LocalDate end = START.plusDays(DAYS);
        assertThat(RepaymentTrack.from(shuffled).delinquencies(end))
                .isEqualTo(RepaymentTrack.from(repayments(payments)).delinquencies(end));
    }

    private static List<Repayment> repayments(List<Payment> payments) {
        List<Repayment> all = new ArrayList<>();
        for (Payment p : payments) {
            all.add(Repayment.of(
                    Events.on(START.plusDays(p.day()), "r" + all.size()),
                    "loan",
                    START.plusDays(p.dueDay()),
                    new Money(p.due(), EUR),
                    new Money(p.paid(), EUR)));
        }
        return all;
    }
}
