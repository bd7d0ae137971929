package io.lendcrm.examples.simulation;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.history.Dossier;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A simulated client: what the lender can know, and the truth behind it. Immutable and thread-safe.
 *
 * @param dossier what the lender can know
 * @param truth what is true
 */
public record SimulatedClient(Dossier dossier, Truth truth) {

    public SimulatedClient {
        requireNonNull(dossier, "dossier");
        requireNonNull(truth, "truth");
    }

    /** Lives a client's life, month by month. */
    static SimulatedClient lived(int number, SimulationOptions options) {
        Draw draw = Draw.of(options.seed(), number);
        Nature nature = Nature.drawn(number, options, draw);
        Ledger ledger = new Ledger(nature, options, draw);
        Distress distress = new Distress(nature, options, draw);
        Borrowing borrowing = new Borrowing(nature, ledger, draw);
        Dealings dealings = new Dealings(nature, ledger, draw);
        Filings filings = new Filings(nature, options, draw);
        Vetting vetting = new Vetting(nature, draw);
        @Nullable LocalDate left = null;
        LocalDate first = options.from().withDayOfMonth(1);
        for (LocalDate month = first; !month.isAfter(options.until()); month = month.plusMonths(1)) {
            LocalDate end = month.plusMonths(1).minusDays(1);
            if (end.isBefore(nature.joinedOn())) {
                continue;
            }
            if (left == null && draw.chance(nature.monthlyChurn())) {
                left = month;
            }
            boolean here = left == null && !distress.defaulted();
            distress.month(month, borrowing.owes());
            borrowing.month(month, distress, here && nature.joinedOn().isBefore(month.minusMonths(1)));
            if (here) {
                LocalDate begin = nature.joinedOn().isAfter(month) ? nature.joinedOn() : month;
                dealings.month(month, begin, distress);
            }
            if (month.getMonthValue() == 1) {
                vetting.look(month, distress, borrowing.owes());
            }
            if (month.getMonthValue() == 12 && nature.isFirm()) {
                filings.close(month.getYear(), distress);
            }
        }
        Dossier dossier = new Dossier(
                nature.id(),
                Profile.drawn(nature, options, Draw.of(options.seed(), ~(long) number)),
                ledger.interactions(),
                filings.filed(),
                borrowing.facilities(),
                vetting.reports(),
                vetting.ratings(),
                vetting.collateral(borrowing.facilities()),
                List.of());
        Truth truth = new Truth(
                nature.id(),
                nature.archetype(),
                nature.annualPd(),
                nature.monthlyChurn(),
                nature.monthlyRate(),
                nature.ticket(),
                nature.channel(),
                nature.product(),
                nature.contactHour(),
                nature.joinedOn(),
                left,
                distress.from(),
                distress.defaultedOn(),
                nature.group());
        return new SimulatedClient(dossier, truth);
    }
}
