package io.lendcrm.core.interaction;

import static io.lendcrm.core.interaction.Events.euros;
import static io.lendcrm.core.interaction.Events.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.credit.Facility;
import io.lendcrm.core.credit.Instalment;
import io.lendcrm.core.interaction.RepaymentTrack.Delinquency;
import io.lendcrm.core.money.Money;
import io.lendcrm.core.money.Rate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Days past due against schedules worked out by hand on a calendar. */
class RepaymentTrackTest {

    @Test
    void daysPastDueFollowAScheduleByHand() {
        RepaymentTrack track = RepaymentTrack.of(
                loan("2024-01-31", "2024-02-29", "2024-03-31"),
                List.of(paid("2024-01-31", "100.00"), paid("2024-03-10", "60.00"), paid("2024-03-20", "40.00")));

        assertThat(track.daysPastDue(day("2024-01-30"))).as("not due yet").isZero();
        assertThat(track.daysPastDue(day("2024-01-31"))).as("paid on its day").isZero();
        assertThat(track.daysPastDue(day("2024-02-29"))).as("due today").isZero();
        assertThat(track.daysPastDue(day("2024-03-01"))).isEqualTo(1);
        assertThat(track.daysPastDue(day("2024-03-10")))
                .as("a part cures nothing")
                .isEqualTo(10);
        assertThat(track.overdue(day("2024-03-10"))).isEqualTo(euros("40.00"));
        assertThat(track.daysPastDue(day("2024-03-19"))).isEqualTo(19);
        assertThat(track.daysPastDue(day("2024-03-20"))).as("cured").isZero();
        assertThat(track.daysPastDue(day("2024-04-30"))).isEqualTo(30);
        assertThat(track.overdue(day("2024-04-30"))).isEqualTo(euros("100.00"));
        assertThat(track.delinquencies(day("2024-04-30")))
                .containsExactly(
                        new Delinquency(day("2024-03-01"), day("2024-03-20"), 19),
                        new Delinquency(day("2024-04-01"), null, 30));
        assertThat(track.worstDaysPastDue(day("2024-04-30"))).isEqualTo(30);
        assertThat(track.worstDaysPastDue(day("2024-03-31"))).isEqualTo(19);
    }

    @Test
    void leapDaysAreDays() {
        RepaymentTrack leap = RepaymentTrack.of(loan("2024-02-28"), List.of());
        RepaymentTrack common = RepaymentTrack.of(loan("2023-02-28"), List.of());
        assertThat(leap.daysPastDue(day("2024-03-01"))).isEqualTo(2);
        assertThat(common.daysPastDue(day("2023-03-01"))).isEqualTo(1);
        assertThat(leap.daysPastDue(day("2025-02-28"))).isEqualTo(366);
        assertThat(common.daysPastDue(day("2024-02-28"))).isEqualTo(365);
    }

    @Test
    void graceDaysForgiveASmallDelayAndOnlyThat() {
        RepaymentTrack track = RepaymentTrack.of(loan("2024-02-28"), List.of(paid("2024-03-10", "100.00")))
                .withGraceDays(3);
        assertThat(track.daysPastDue(day("2024-03-02"))).as("three days late").isZero();
        assertThat(track.daysPastDue(day("2024-03-03")))
                .as("four, counted from the due day")
                .isEqualTo(4);
        assertThat(track.delinquencies(day("2024-03-31")))
                .containsExactly(new Delinquency(day("2024-03-03"), day("2024-03-10"), 10));
        assertThatIllegalArgumentException().isThrownBy(() -> track.withGraceDays(-1));
    }

    @Test
    void moneyPaysTheOldestDebtFirst() {
        RepaymentTrack track = RepaymentTrack.of(
                loan("2024-01-31", "2024-02-29", "2024-03-31"), List.of(paid("2024-03-15", "150.00")));
        assertThat(track.daysPastDue(day("2024-03-14"))).isEqualTo(43);
        assertThat(track.daysPastDue(day("2024-03-15")))
                .as("January is paid, February half")
                .isEqualTo(15);
        assertThat(track.delinquencies(day("2024-03-15")))
                .containsExactly(new Delinquency(day("2024-02-01"), null, 43));
    }

    @Test
    void aClaimIsSettledWhenTheOldestDebtIsWhateverTheEntryNames() {
        LocalDate january = day("2024-01-31");
        LocalDate february = day("2024-02-29");
        Money hundred = euros("100.00");
        List<Repayment> entries = List.of(
                Repayment.of(on("2024-01-31", "1"), "loan", january, hundred, euros("0.00")),
                Repayment.of(on("2024-02-29", "2"), "loan", february, hundred, hundred));
        List<RepaymentTrack> tracks = RepaymentTrack.byLoan(List.of(), entries);
        assertThat(tracks).hasSize(1);
        assertThat(tracks.get(0).claims())
                .as("the money of February pays January's debt")
                .containsExactly(
                        new Claim(january, hundred, hundred, february),
                        new Claim(february, hundred, euros("0.00"), null));
        assertThat(tracks.get(0).daysPastDue(day("2024-03-10")))
                .as("days past due count from the same settlement")
                .isEqualTo(10)
                .isEqualTo(tracks.get(0).claims().get(1).daysPastDue(day("2024-03-10")));
    }

    @Test
    void aPlanTellsWhatIsDueOnceAPaymentWasRecorded() {
        Facility planned = loan("2024-01-31", "2024-02-29");
        assertThat(RepaymentTrack.byLoan(List.of(planned), List.of()))
                .as("nobody tells that its payments are recorded")
                .isEmpty();
        RepaymentTrack track = RepaymentTrack.byLoan(List.of(planned), List.of(paid("2024-01-31", "100.00")))
                .get(0);
        assertThat(track.loan()).isEqualTo("loan");
        assertThat(track.currency()).isEqualTo(planned.limit().currency());
        assertThat(track.claims()).hasSize(2);
        assertThat(track.claims().get(1).isOverdue(day("2024-03-05"))).isTrue();
        assertThat(track.claims().get(1).owed()).contains(euros("100.00"));
        assertThat(track.turningDays()).containsExactly(day("2024-01-31"), day("2024-02-29"));
    }

    @Test
    void whatIsPaidBeyondAllDebtsCountsToTheLastClaim() {
        RepaymentTrack track =
                RepaymentTrack.of(loan("2024-01-31", "2024-02-29"), List.of(paid("2024-01-10", "230.00")));
        assertThat(track.claims().get(0).paid()).isEqualTo(euros("100.00"));
        assertThat(track.claims().get(1).paid()).isEqualTo(euros("130.00"));
        assertThat(track.claims()).allMatch(Claim::isPrepaid);
    }

    @Test
    void whatIsPaidAheadPaysWhatFallsDueNext() {
        RepaymentTrack track = RepaymentTrack.of(
                loan("2024-01-31", "2024-02-29", "2024-03-31"), List.of(paid("2024-01-10", "250.00")));
        assertThat(track.prepaid(day("2024-01-10"))).isEqualTo(euros("250.00"));
        assertThat(track.prepaid(day("2024-02-29"))).isEqualTo(euros("50.00"));
        assertThat(track.daysPastDue(day("2024-03-31"))).isZero();
        assertThat(track.daysPastDue(day("2024-04-01"))).isEqualTo(1);
        assertThat(track.overdue(day("2024-04-01"))).isEqualTo(euros("50.00"));
    }

    @Test
    void withoutAPlanTheRepaymentsTellWhatWasDue() {
        LocalDate due = day("2024-01-31");
        RepaymentTrack track = RepaymentTrack.from(List.of(
                Repayment.of(on("2024-02-05", "1"), "loan", due, euros("100.00"), euros("30.00")),
                Repayment.of(on("2024-02-15", "2"), "loan", due, euros("100.00"), euros("70.00"))));
        assertThat(track.daysPastDue(day("2024-02-14"))).isEqualTo(14);
        assertThat(track.daysPastDue(day("2024-02-15"))).isZero();
    }

    @Test
    void aContractWithoutPlanOrPaymentsIsNeverLate() {
        RepaymentTrack track = RepaymentTrack.of(loan(), List.of());
        assertThat(track.daysPastDue(day("2030-01-01"))).isZero();
        assertThat(track.delinquencies(day("2030-01-01"))).isEmpty();
        assertThat(track.overdue(day("2030-01-01"))).isEqualTo(euros("0.00"));
    }

    @Test
    void whatBelongsElsewhereIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> RepaymentTrack.from(List.of()));
        Money ten = euros("10.00");
        Repayment other = Repayment.of(on("2024-01-31", "1"), "another", day("2024-01-31"), ten, ten);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RepaymentTrack.of(loan("2024-01-31"), List.of(other)))
                .withMessage("repayments must belong to loan, found another");
        Money crowns = Money.parse("10.00", "CZK");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RepaymentTrack.of(
                        loan("2024-01-31"),
                        List.of(Repayment.of(on("2024-01-31", "1"), "loan", day("2024-01-31"), crowns, crowns))))
                .withMessage("currency must be EUR, found CZK");
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    private static Repayment paid(String day, String amount) {
        return Repayment.of(on(day, day), "loan", day(day), euros(amount), euros(amount));
    }

    /** A loan of instalments of 90 principal and 10 interest. */
    private static Facility loan(String... dueDays) {
        return Facility.builder()
                .id("loan")
                .borrower(ClientId.of("ann"))
                .type(Facility.Type.TERM_LOAN)
                .product("term")
                .limit(euros("1000.00"))
                .rate(Rate.percent("4.35"))
                .signedOn(day("2020-01-01"))
                .maturity(day("2030-01-01"))
                .plan(Stream.of(dueDays)
                        .map(due -> new Instalment(day(due), euros("90.00"), euros("10.00")))
                        .toList())
                .recordedAt(Instant.EPOCH)
                .build();
    }
}
