package io.lendcrm.examples.simulation;

import io.lendcrm.core.interaction.BalanceReading;
import io.lendcrm.core.interaction.Complaint;
import io.lendcrm.core.interaction.ComplaintState;
import io.lendcrm.core.interaction.Contact;
import io.lendcrm.core.interaction.ContactResponse;
import io.lendcrm.core.interaction.Direction;
import io.lendcrm.core.interaction.Feedback;
import io.lendcrm.core.interaction.Inquiry;
import io.lendcrm.core.interaction.Note;
import io.lendcrm.core.interaction.Transaction;
import io.lendcrm.core.interaction.Visit;
import java.time.LocalDate;

/**
 * The everyday dealings of one client: paid services, deposits, visits, campaigns, complaints, surveys, talks. Not
 * thread-safe; confine to one thread.
 */
final class Dealings {

    private final Nature nature;
    private final Ledger ledger;
    private final Draw draw;
    private int complaints;
    private int notes;
    private boolean first = true;

    Dealings(Nature nature, Ledger ledger, Draw draw) {
        this.nature = nature;
        this.ledger = ledger;
        this.draw = draw;
    }

    /** Lives through a month from its first day that counts. */
    void month(LocalDate month, LocalDate begin, Distress distress) {
        double trouble = Math.max(0, distress.signal());
        int days = month.lengthOfMonth();
        int firstDay = begin.getDayOfMonth();
        int uses = draw.poisson(nature.monthlyRate() * (1 - Math.min(0.6, 0.3 * trouble)));
        if (first) {
            first = false;
            uses = Math.max(1, uses);
        }
        for (int i = 0; i < uses; i++) {
            LocalDate on = i == 0 ? begin : month.withDayOfMonth(draw.between(firstDay, days));
            double amount = draw.logNormal(nature.ticket(), 0.4);
            ledger.book(on, h -> new Transaction(h, Direction.OUT, nature.money(amount), "service", nature.product()));
        }
        if (draw.chance(0.25)) {
            double in = draw.logNormal(nature.size() / 24, 0.3) * (1 - Math.min(0.7, 0.4 * trouble));
            ledger.book(
                    month.withDayOfMonth(days),
                    h -> new Transaction(h, Direction.IN, nature.money(in), "deposit", null));
        }
        talk(begin, days, trouble);
        if (month.getMonthValue() % 3 == 0) {
            quarter(begin, days, trouble);
        }
    }

    private void talk(LocalDate begin, int days, double trouble) {
        if (draw.chance(0.35 * nature.archetype().digital())) {
            ledger.meet(day(begin, days), h -> Visit.of(h, draw.chance(0.6) ? "overview" : "loans"));
        }
        if (draw.chance(0.03 + 0.05 * trouble)) {
            String topic = trouble > 0.8 ? "payment holiday" : "terms";
            ledger.meet(day(begin, days), h -> Inquiry.of(h, topic));
        }
        if (draw.chance(0.006 * (6 - nature.satisfaction()))) {
            complain(day(begin, days));
        }
        if (nature.isFirm() && draw.chance(0.05)) {
            notes++;
            ledger.meet(day(begin, days), h -> Note.of(h, nature.id().value() + "-N" + notes, "RM"));
        }
    }

    private void complain(LocalDate on) {
        complaints++;
        String key = nature.id().value() + "-K" + complaints;
        String topic = draw.chance(0.5) ? "fees" : "service";
        ledger.meet(on, h -> Complaint.of(h, key, ComplaintState.OPENED, topic));
        ledger.book(on.plusDays(draw.between(1, 4)), h -> Complaint.of(h, key, ComplaintState.IN_PROGRESS, topic));
        ComplaintState end = draw.chance(0.85) ? ComplaintState.RESOLVED : ComplaintState.REJECTED;
        ledger.book(on.plusDays(draw.between(5, 40)), h -> Complaint.of(h, key, end, topic));
    }

    private void quarter(LocalDate begin, int days, double trouble) {
        double balance = draw.logNormal(nature.size() * 0.06, 0.5) * (1 - Math.min(0.8, 0.4 * trouble));
        ledger.book(
                begin.withDayOfMonth(days),
                h -> BalanceReading.of(h, nature.id().value() + "-main", nature.money(balance)));
        if (draw.chance(0.25)) {
            int rating = (int) Math.max(
                    1, Math.min(5, Math.rint(nature.satisfaction() - 0.3 * trouble + 0.7 * draw.normal())));
            ledger.meet(day(begin, days), h -> Feedback.of(h, "csi", "overall", rating, 1, 5));
        }
        if (draw.chance(0.4)) {
            boolean liked = draw.chance(0.5);
            String product = liked ? nature.product() : "consumer-loan";
            ContactResponse response = response(liked && product.equals(nature.product()));
            ledger.meet(day(begin, days), h -> Contact.of(h, "quarterly", product, response));
        }
    }

    private ContactResponse response(boolean fits) {
        double at = draw.uniform();
        if (at < (fits ? 0.15 : 0.03)) {
            return ContactResponse.ACCEPTED;
        }
        if (at < 0.4) {
            return ContactResponse.OPENED;
        }
        return at < 0.6 ? ContactResponse.DECLINED : ContactResponse.SHOWN;
    }

    private LocalDate day(LocalDate begin, int days) {
        return begin.withDayOfMonth(draw.between(begin.getDayOfMonth(), days));
    }
}
