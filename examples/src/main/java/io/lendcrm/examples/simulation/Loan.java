package io.lendcrm.examples.simulation;

import io.lendcrm.core.credit.Covenant;
import io.lendcrm.core.credit.Facility;
import io.lendcrm.core.credit.Instalment;
import io.lendcrm.core.interaction.ApplicationState;
import io.lendcrm.core.interaction.BalanceReading;
import io.lendcrm.core.interaction.CovenantTest;
import io.lendcrm.core.interaction.Disbursement;
import io.lendcrm.core.interaction.LoanApplication;
import io.lendcrm.core.interaction.Repayment;
import io.lendcrm.core.interaction.UseOfProceeds;
import io.lendcrm.core.money.Money;
import io.lendcrm.core.money.Rate;
import io.lendcrm.core.time.AsOf;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * A loan of one client from its paying out to its end: by plan, late in distress, not at all after a default. Not
 * thread-safe; confine to one thread.
 */
final class Loan {

    private static final int MISSES_UNTIL_WRITE_OFF = 6;

    private final Nature nature;
    private final Ledger ledger;
    private final Draw draw;
    private final Facility facility;
    private final String application;
    private int next;
    private int missed;
    private long owedMinor;
    private boolean open = true;

    private Loan(Nature nature, Ledger ledger, Draw draw, Facility facility, String application) {
        this.nature = nature;
        this.ledger = ledger;
        this.draw = draw;
        this.facility = facility;
        this.application = application;
        this.owedMinor = facility.limit().minorUnits();
    }

    static Loan paidOut(Nature nature, Ledger ledger, Draw draw, Facility facility, String application, LocalDate on) {
        ledger.book(on, h -> Disbursement.of(h, facility.id(), facility.limit()));
        if (nature.isFirm() && draw.chance(0.3)) {
            String actual = draw.chance(0.9) ? facility.product() : "other";
            ledger.meet(
                    on.plusDays(draw.between(20, 90)),
                    h -> UseOfProceeds.of(h, facility.id(), facility.limit(), facility.product(), actual));
        }
        return new Loan(nature, ledger, draw, facility, application);
    }

    static Facility facility(Nature nature, Draw draw, String id, LocalDate signedOn) {
        int months = 12 * draw.between(1, nature.isFirm() ? 7 : 4);
        double amount = nature.size() * (0.08 + 0.25 * draw.uniform());
        double yearly = 0.025 + nature.annualPd() * 0.6 + 0.01 * draw.uniform();
        Money principal = nature.money(Math.max(100, amount));
        Rate rate = new Rate(BigDecimal.valueOf(yearly).setScale(4, RoundingMode.HALF_EVEN));
        return Facility.builder()
                .id(id)
                .borrower(nature.id())
                .type(nature.archetype() == Archetype.PROJECT ? Facility.Type.PROJECT_LOAN : Facility.Type.TERM_LOAN)
                .product(nature.product())
                .limit(principal)
                .rate(rate)
                .signedOn(signedOn)
                .maturity(signedOn.plusMonths(months))
                .plan(annuity(principal, rate.toDouble() / 12, months, signedOn))
                .covenants(covenants(nature, id, signedOn))
                .recordedAt(AsOf.recordedOn(signedOn, ZoneOffset.UTC))
                .build();
    }

    /** Lives through a month. */
    void month(LocalDate month, Distress distress) {
        if (!open || next >= facility.plan().size()) {
            return;
        }
        Instalment due = facility.plan().get(next);
        if (due.dueOn().withDayOfMonth(1).isAfter(month)) {
            return;
        }
        next++;
        if (distress.defaulted()) {
            miss(due);
        } else {
            pay(due, distress);
        }
        if (month.getMonthValue() % 3 == 0) {
            read(month);
        }
        if (nature.isFirm() && month.getMonthValue() % 6 == 0) {
            testCovenant(month, distress);
        }
    }

    boolean isOpen() {
        return open;
    }

    private void pay(Instalment due, Distress distress) {
        double trouble = distress.signal();
        int delay = 0;
        if (trouble > 0.8) {
            delay = Math.min(80, (int) Math.rint(14 * trouble + 6 * draw.uniform()));
        } else if (draw.chance(0.03)) {
            delay = draw.between(1, 9);
        } else if (draw.chance(0.02)) {
            delay = -draw.between(1, 10);
        }
        boolean inParts = delay > 25 && draw.chance(0.4);
        Money total = due.total();
        Money first = inParts ? total.times(new BigDecimal("0.5"), RoundingMode.HALF_EVEN) : total;
        LocalDate on = due.dueOn().plusDays(delay);
        ledger.book(on, h -> Repayment.of(h, facility.id(), due.dueOn(), total, first));
        if (inParts) {
            Money rest = total.minus(first);
            ledger.book(on.plusDays(draw.between(5, 20)), h -> Repayment.of(h, facility.id(), due.dueOn(), rest, rest));
        }
        owedMinor -= due.principal().minorUnits();
        if (next == facility.plan().size()) {
            end(on, ApplicationState.CLOSED);
        }
    }

    private void miss(Instalment due) {
        missed++;
        Money nothing = Money.zero(due.total().currency());
        ledger.book(due.dueOn().plusDays(1), h -> Repayment.of(h, facility.id(), due.dueOn(), due.total(), nothing));
        if (missed == MISSES_UNTIL_WRITE_OFF || next == facility.plan().size()) {
            end(due.dueOn().plusDays(30), ApplicationState.WRITTEN_OFF);
        }
    }

    private void end(LocalDate on, ApplicationState state) {
        open = false;
        ledger.book(on, h -> LoanApplication.of(h, application, state, facility.limit(), facility.product()));
    }

    private void read(LocalDate month) {
        Money drawn = new Money(Math.max(0, owedMinor), facility.limit().currency());
        ledger.book(month.plusDays(27), h -> BalanceReading.of(h, facility.id(), drawn, facility.limit()));
    }

    private void testCovenant(LocalDate month, Distress distress) {
        boolean passed = distress.signal() < 1.2;
        ledger.book(month.plusDays(20), h -> CovenantTest.of(h, facility.id(), "leverage", passed));
    }

    private static List<Covenant> covenants(Nature nature, String id, LocalDate signedOn) {
        return nature.isFirm()
                ? List.of(new Covenant(
                        id + "-leverage", "leverage", Covenant.Side.AT_MOST, 0.75, signedOn.plusMonths(6), 6))
                : List.of();
    }

    /** Equal instalments, rounded to minor units; the last one takes what rounding left. */
    static List<Instalment> annuity(Money principal, double monthlyRate, int months, LocalDate signedOn) {
        double payment =
                principal.minorUnits() * monthlyRate / -StrictMath.expm1(-months * StrictMath.log1p(monthlyRate));
        List<Instalment> plan = new ArrayList<>(months);
        long owed = principal.minorUnits();
        for (int m = 1; m <= months; m++) {
            long interest = Math.round(owed * monthlyRate);
            long part = m == months ? owed : Math.min(owed, Math.round(payment) - interest);
            owed -= part;
            plan.add(new Instalment(
                    signedOn.plusMonths(m),
                    new Money(part, principal.currency()),
                    new Money(interest, principal.currency())));
        }
        return plan;
    }
}
