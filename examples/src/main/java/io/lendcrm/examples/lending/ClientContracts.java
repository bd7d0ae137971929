package io.lendcrm.examples.lending;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.client.Client;
import io.lendcrm.core.credit.Facility;
import io.lendcrm.core.history.ClientHistory;
import io.lendcrm.core.time.CalendarUnit;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What one client's contracts show on a day. Immutable and thread-safe.
 *
 * @param kind what sort of client
 * @param open contracts with something due, those in default included
 * @param years how long contracts were watched for a default, all together; only those of which repayments are told
 * @param defaults how many of these fell into default
 * @param spells for how long the client borrowed without a break
 */
public record ClientContracts(
        Client.Kind kind, List<OpenContract> open, double years, int defaults, List<Spell> spells) {

    /** How many days without a contract end a spell. */
    public static final int BREAK_DAYS = 90;

    /** A default older than that counts as written off: it is no part of what the open book is worth. */
    private static final int WRITTEN_OFF_DAYS = 360;

    private static final int MONTHS_A_YEAR = 12;

    public ClientContracts {
        requireNonNull(kind, "kind");
        open = List.copyOf(open);
        spells = List.copyOf(spells);
    }

    private record Span(LocalDate from, LocalDate until) {}

    /**
     * Looks at a client's contracts.
     *
     * @param history the history up to the day
     * @param day the day
     * @param assumptions of the book
     * @return what they show; guarantees and contracts of an unknown type are left out
     */
    public static ClientContracts of(ClientHistory history, LocalDate day, LendingAssumptions assumptions) {
        List<OpenContract> open = new ArrayList<>();
        List<Span> spans = new ArrayList<>();
        double years = 0;
        int defaults = 0;
        for (Facility facility : history.facilities()) {
            if (!OpenContract.isSupported(facility.type())
                    || !facility.signedOn().isBefore(day)) {
                continue;
            }
            // Where no repayment is told, nobody knows whether the loan is late.
            boolean told = !OpenContract.repayments(history, facility).isEmpty();
            long late = told ? OpenContract.daysPastDue(history, facility, day) : 0;
            boolean inDefault = late >= OpenContract.DEFAULT_DAYS;
            LocalDate end = inDefault ? day.minusDays(late - OpenContract.DEFAULT_DAYS) : facility.maturity();
            spans.add(new Span(facility.signedOn(), end));
            if (told) {
                years += years(facility.signedOn(), end.isBefore(day) ? end : day);
                defaults += inDefault ? 1 : 0;
            }
            if (late < WRITTEN_OFF_DAYS && (told || facility.type() == Facility.Type.REVOLVING)) {
                OpenContract.of(history, facility, day, assumptions).ifPresent(open::add);
            }
        }
        return new ClientContracts(history.client().kind(), open, years, defaults, spells(spans, day));
    }

    /** Watched until so long before the day that a break would show by then. */
    private static List<Spell> spells(List<Span> spans, LocalDate day) {
        List<Spell> spells = new ArrayList<>();
        List<Span> ordered =
                spans.stream().sorted(Comparator.comparing(Span::from)).toList();
        for (int i = 0; i < ordered.size(); ) {
            LocalDate from = ordered.get(i).from();
            LocalDate until = ordered.get(i).until();
            i++;
            while (i < ordered.size() && !ordered.get(i).from().isAfter(until.plusDays(BREAK_DAYS))) {
                until = until.isAfter(ordered.get(i).until())
                        ? until
                        : ordered.get(i).until();
                i++;
            }
            LocalDate watched = day.minusDays(BREAK_DAYS);
            boolean ended = !until.isAfter(watched);
            double length = years(from, ended ? until : watched);
            if (length > 0) {
                spells.add(new Spell(length, ended));
            }
        }
        return spells;
    }

    /** Anniversaries are whole years, whether or not a leap day lies between. */
    private static double years(LocalDate from, LocalDate until) {
        if (!until.isAfter(from)) {
            return 0;
        }
        long months = ChronoUnit.MONTHS.between(from, until);
        double days = ChronoUnit.DAYS.between(from.plusMonths(months), until);
        return (months + days / CalendarUnit.MONTH.days()) / MONTHS_A_YEAR;
    }
}
