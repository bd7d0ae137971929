package io.lendcrm.examples.simulation;

import io.lendcrm.core.credit.Facility;
import io.lendcrm.core.interaction.ApplicationState;
import io.lendcrm.core.interaction.CompetitorQuote;
import io.lendcrm.core.interaction.Inquiry;
import io.lendcrm.core.interaction.LoanApplication;
import io.lendcrm.core.money.Rate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The applications and loans of one client, one loan at a time. Not thread-safe; confine to one thread. */
final class Borrowing {

    private final Nature nature;
    private final Ledger ledger;
    private final Draw draw;
    private final List<Facility> facilities = new ArrayList<>();
    private @Nullable Loan loan;
    private int applications;

    Borrowing(Nature nature, Ledger ledger, Draw draw) {
        this.nature = nature;
        this.ledger = ledger;
        this.draw = draw;
    }

    boolean owes() {
        return loan != null && loan.isOpen();
    }

    List<Facility> facilities() {
        return facilities;
    }

    /** Lives through a month; who has left applies for nothing more, but pays back. */
    void month(LocalDate month, Distress distress, boolean here) {
        if (loan != null && loan.isOpen()) {
            loan.month(month, distress);
        } else if (here && !distress.defaulted() && draw.chance(monthlyNeed(month))) {
            apply(month.plusDays(draw.below(20)));
        }
    }

    /** Traders and makers of goods need money in spring and autumn. */
    private double monthlyNeed(LocalDate month) {
        double base = nature.isFirm() ? 0.04 : 0.02;
        boolean seasonal = nature.archetype() == Archetype.MANUFACTURER || nature.archetype() == Archetype.SOLE_TRADER;
        boolean season = month.getMonthValue() % 6 == 3;
        return seasonal ? base * (season ? 3 : 0.6) : base;
    }

    private void apply(LocalDate on) {
        applications++;
        String application = nature.id().value() + "-A" + applications;
        String id = nature.id().value() + "-L" + applications;
        Facility facility = Loan.facility(nature, draw, id, on.plusDays(draw.between(6, 24)));
        ledger.meet(on.minusDays(draw.between(1, 12)), h -> Inquiry.of(h, "loan", nature.product(), "applied"));
        CompetitorQuote quote = draw.chance(0.15) ? quote(facility) : null;
        ledger.meet(
                on,
                h -> new LoanApplication(
                        h, application, ApplicationState.APPLIED, facility.limit(), facility.product(), quote));
        if (draw.chance(0.05)) {
            step(on.plusDays(3), application, ApplicationState.WITHDRAWN, facility);
            return;
        }
        step(on.plusDays(2), application, ApplicationState.IN_REVIEW, facility);
        LocalDate decided = facility.signedOn();
        if (draw.chance(Math.min(0.8, 0.05 + 3 * nature.annualPd()))) {
            step(decided, application, ApplicationState.DECLINED, facility);
            return;
        }
        step(decided, application, ApplicationState.APPROVED, facility);
        LocalDate paid = decided.plusDays(draw.between(1, 5));
        step(paid, application, ApplicationState.DISBURSED, facility);
        if (!ledger.covers(decided)) {
            return; // the simulation ends before the contract is signed
        }
        facilities.add(facility);
        loan = Loan.paidOut(nature, ledger, draw, facility, application, paid);
    }

    private CompetitorQuote quote(Facility facility) {
        BigDecimal cheaper = BigDecimal.valueOf(facility.rate().toDouble() + 0.004 * draw.normal())
                .max(new BigDecimal("0.001"))
                .setScale(4, RoundingMode.HALF_EVEN);
        return CompetitorQuote.of("another lender", new Rate(cheaper));
    }

    private void step(LocalDate on, String application, ApplicationState state, Facility facility) {
        ledger.book(on, h -> LoanApplication.of(h, application, state, facility.limit(), facility.product()));
    }
}
