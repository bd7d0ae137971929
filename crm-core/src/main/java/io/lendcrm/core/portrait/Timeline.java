package io.lendcrm.core.portrait;

import io.lendcrm.core.interaction.BalanceReading;
import io.lendcrm.core.interaction.Complaint;
import io.lendcrm.core.interaction.Contact;
import io.lendcrm.core.interaction.CovenantTest;
import io.lendcrm.core.interaction.Disbursement;
import io.lendcrm.core.interaction.GuaranteeCall;
import io.lendcrm.core.interaction.Interaction;
import io.lendcrm.core.interaction.InteractionId;
import io.lendcrm.core.interaction.LoanApplication;
import io.lendcrm.core.interaction.Repayment;
import io.lendcrm.core.interaction.Transaction;
import io.lendcrm.core.interaction.UseOfProceeds;
import io.lendcrm.core.money.Money;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The latest events in order of day, time and key, told by codes. Not thread-safe; confine to one thread. */
final class Timeline {

    private record Key(LocalDate day, LocalTime time, InteractionId id) {}

    private static final Comparator<Key> ORDER =
            Comparator.comparing(Key::day).thenComparing(Key::time).thenComparing(Key::id);

    private final int length;
    private final TreeMap<Key, TimelineEntry> entries = new TreeMap<>(ORDER);

    Timeline(int length) {
        this.length = length;
    }

    void add(Interaction event) {
        Key key = new Key(event.occurredOn(), event.header().time().orElse(LocalTime.MIN), event.id());
        if (entries.size() < length) {
            entries.put(key, entry(event));
        } else if (length > 0 && ORDER.compare(key, entries.firstKey()) > 0) {
            entries.put(key, entry(event));
            entries.pollFirstEntry();
        }
    }

    List<TimelineEntry> entries() {
        return List.copyOf(((Map<Key, TimelineEntry>) entries).values());
    }

    private static TimelineEntry entry(Interaction event) {
        return new TimelineEntry(event.occurredOn(), event.kind(), text(event), amount(event));
    }

    private static String text(Interaction event) {
        return switch (event.kind()) {
            case TRANSACTION -> code(((Transaction) event).direction());
            case REPAYMENT -> repayment((Repayment) event);
            case APPLICATION -> code(((LoanApplication) event).state());
            case COVENANT_TEST -> ((CovenantTest) event).passed() ? "kept" : "broken";
            case COMPLAINT -> code(((Complaint) event).state());
            case CONTACT -> code(((Contact) event).response());
            case USE_OF_PROCEEDS -> {
                UseOfProceeds use = (UseOfProceeds) event;
                yield use.isMismatch() ? "otherwise" : "as-declared";
            }
            case DISBURSEMENT, BALANCE, GUARANTEE_CALL, INQUIRY, FEEDBACK, NOTE, VISIT, OTHER -> "";
        };
    }

    private static String repayment(Repayment event) {
        if (event.paid().isZero()) {
            return "unpaid";
        }
        String part = event.isPartial() ? "partial" : "paid";
        return event.daysPastDue() > 0 ? part + "-late" : part;
    }

    private static @Nullable Money amount(Interaction event) {
        return switch (event.kind()) {
            case TRANSACTION -> ((Transaction) event).amount();
            case REPAYMENT -> ((Repayment) event).paid();
            case APPLICATION -> ((LoanApplication) event).amount();
            case DISBURSEMENT -> ((Disbursement) event).amount();
            case USE_OF_PROCEEDS -> ((UseOfProceeds) event).amount();
            case BALANCE -> ((BalanceReading) event).balance();
            case GUARANTEE_CALL -> ((GuaranteeCall) event).amount();
            case COVENANT_TEST, INQUIRY, COMPLAINT, FEEDBACK, NOTE, CONTACT, VISIT, OTHER -> null;
        };
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
