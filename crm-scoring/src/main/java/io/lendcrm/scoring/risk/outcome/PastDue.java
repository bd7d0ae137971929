package io.lendcrm.scoring.risk.outcome;

import io.lendcrm.core.credit.Facility;
import io.lendcrm.core.credit.Instalment;
import io.lendcrm.core.history.ClientHistory;
import io.lendcrm.core.interaction.BalanceReading;
import io.lendcrm.core.interaction.Repayment;
import io.lendcrm.core.interaction.RepaymentTrack;
import io.lendcrm.core.money.Money;
import io.lendcrm.core.time.AsOf;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The days on which a client owed a material amount after it was due, all its contracts together. */
final class PastDue {

    private final ClientHistory history;
    private final DefaultDefinition definition;
    private final List<RepaymentTrack> tracks;
    private final Set<String> followed = new HashSet<>();
    private final List<Span> spans;
    private boolean lacksRate;

    /**
     * Days without a change, on which a material amount was overdue.
     *
     * @param since the day from which days past due count
     */
    record Span(LocalDate from, LocalDate to, LocalDate since) {}

    private PastDue(ClientHistory history, DefaultDefinition definition) {
        this.history = history;
        this.definition = definition;
        this.tracks = tracks(history, definition.plansFollowed());
        tracks.forEach(track -> followed.add(track.loan()));
        this.spans = overdueSpans();
    }

    static PastDue of(ClientHistory history, DefaultDefinition definition) {
        return new PastDue(history, definition);
    }

    private static List<RepaymentTrack> tracks(ClientHistory history, boolean plansFollowed) {
        List<RepaymentTrack> tracks =
                new ArrayList<>(RepaymentTrack.byLoan(history.facilities(), history.interactions(Repayment.class)));
        if (plansFollowed) {
            Set<String> seen = new HashSet<>();
            tracks.forEach(track -> seen.add(track.loan()));
            for (Facility facility : history.facilities()) {
                if (!facility.plan().isEmpty() && !seen.contains(facility.id())) {
                    tracks.add(RepaymentTrack.of(facility, List.of()));
                }
            }
        }
        return tracks;
    }

    List<Span> spans() {
        return spans;
    }

    /** Whether an overdue amount or a debt beside it couldn't be brought to the currency of the materiality. */
    boolean lacksRate() {
        return lacksRate;
    }

    /** The most days past due on any day after one up to another. */
    long worstDays(LocalDate after, LocalDate until) {
        long worst = 0;
        for (Span span : spans) {
            LocalDate last = span.to().isAfter(until) ? until : span.to();
            if (last.isAfter(after) && !last.isBefore(span.from())) {
                worst = Math.max(worst, ChronoUnit.DAYS.between(span.since(), last));
            }
        }
        return worst;
    }

    /** Whether the client owed anything, or could draw, at the end of a day. */
    boolean isAtRisk(LocalDate day) {
        for (Facility facility : history.facilities()) {
            if (facility.signedOn().isAfter(day)) {
                continue;
            }
            boolean runs = !facility.maturity().isBefore(day);
            if (runs && (facility.plan().isEmpty() || owed(facility, day).minorUnits() > 0)) {
                return true;
            }
        }
        return tracks.stream()
                .anyMatch(track -> !track.overdue(day).isZero() || (isWithoutContract(track) && isRunning(track, day)));
    }

    /** Whether a contract had to be paid on by a day and no entry tells whether it was. */
    boolean lacksRecord(LocalDate day) {
        return history.facilities().stream()
                .anyMatch(facility -> !followed.contains(facility.id())
                        && facility.plan().stream().anyMatch(i -> !i.dueOn().isAfter(day)));
    }

    private boolean isWithoutContract(RepaymentTrack track) {
        return history.facilities().stream().noneMatch(f -> f.id().equals(track.loan()));
    }

    private static boolean isRunning(RepaymentTrack track, LocalDate day) {
        return !track.turningDays().isEmpty()
                && !track.turningDays().first().isAfter(day)
                && track.turningDays().last().isAfter(day);
    }

    private List<Span> overdueSpans() {
        LocalDate end = history.asOf().date();
        TreeSet<LocalDate> days = new TreeSet<>();
        tracks.forEach(track -> days.addAll(track.turningDays()));
        // what is drawn changes the share that is overdue, but nothing before the first due day
        if (!days.isEmpty()) {
            LocalDate first = days.first();
            history.interactions(BalanceReading.class).stream()
                    .map(BalanceReading::occurredOn)
                    .filter(day -> day.isAfter(first))
                    .forEach(days::add);
        }
        List<Span> found = new ArrayList<>();
        @Nullable LocalDate run = null;
        for (LocalDate day : days.headSet(end, true)) {
            LocalDate next = days.higher(day);
            LocalDate to = next == null || next.isAfter(end) ? end : next.minusDays(1);
            if (!isMaterial(day)) {
                run = null;
                continue;
            }
            run = run == null ? day : run;
            found.add(new Span(
                    day, to, definition.count() == PastDueCount.CONSECUTIVE_MATERIAL ? run : oldestUnpaid(day)));
        }
        return List.copyOf(found);
    }

    private LocalDate oldestUnpaid(LocalDate day) {
        long worst = 0;
        for (RepaymentTrack track : tracks) {
            worst = Math.max(worst, track.daysPastDue(day));
        }
        return day.minusDays(worst);
    }

    private boolean isMaterial(LocalDate day) {
        double overdue = 0;
        for (RepaymentTrack track : tracks) {
            overdue += converted(track.overdue(day), day);
        }
        if (overdue == 0) {
            return false;
        }
        return definition.materiality().isMaterial(overdue, Math.max(overdue, exposure(day)));
    }

    private double exposure(LocalDate day) {
        if (definition.materiality().relative() == 0) {
            return 0; // the share doesn't count
        }
        double sum = 0;
        for (Facility facility : history.facilities()) {
            if (!facility.signedOn().isAfter(day)) {
                sum += converted(owed(facility, day), day);
            }
        }
        for (RepaymentTrack track : tracks) {
            if (isWithoutContract(track)) {
                sum += converted(track.overdue(day), day);
            }
        }
        return sum;
    }

    /** The principal still to come and what is overdue, less what was paid ahead; without a plan the last balance. */
    private Money owed(Facility facility, LocalDate day) {
        Money owed = Money.zero(facility.limit().currency());
        if (facility.plan().isEmpty()) {
            return lastBalance(facility, day).orElse(owed);
        }
        for (Instalment instalment : facility.plan()) {
            owed = instalment.dueOn().isAfter(day) ? owed.plus(instalment.principal()) : owed;
        }
        for (RepaymentTrack track : tracks) {
            if (track.loan().equals(facility.id()) && track.currency().equals(owed.currency())) {
                owed = owed.plus(track.overdue(day)).minus(track.prepaid(day));
            }
        }
        return owed.isNegative() ? Money.zero(owed.currency()) : owed;
    }

    private Optional<Money> lastBalance(Facility facility, LocalDate day) {
        return history.interactions(BalanceReading.class).stream()
                .filter(reading -> reading.account().equals(facility.id())
                        && !reading.occurredOn().isAfter(day)
                        && !reading.balance().isNegative())
                .reduce((earlier, later) -> later)
                .map(BalanceReading::balance);
    }

    private double converted(Money amount, LocalDate day) {
        if (amount.isZero()) {
            return 0;
        }
        if (amount.currency().equals(definition.materiality().currency())) {
            return amount.toDouble();
        }
        Optional<Money> converted = definition
                .rates()
                .convert(
                        amount,
                        definition.materiality().currency(),
                        new AsOf(day, history.asOf().knownBy()));
        if (converted.isEmpty()) {
            lacksRate = true;
            return 0;
        }
        return converted.get().toDouble();
    }
}
