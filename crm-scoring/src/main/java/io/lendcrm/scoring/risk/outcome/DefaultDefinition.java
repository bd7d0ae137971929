package io.lendcrm.scoring.risk.outcome;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.history.ClientHistory;
import io.lendcrm.core.money.ExchangeRates;
import io.lendcrm.core.reason.ReasonCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a client is in default: a material amount is past due for more than so many days, or it is unlikely to pay. It
 * stays so until neither has held for the probation. Days past due count on the client's contracts together, by
 * {@link io.lendcrm.core.interaction.RepaymentTrack}: money pays the oldest debt first.
 *
 * <p>Sources: Basel Framework CRE36 (definition of default: past due more than 90 days on any material obligation, or
 * unlikely to pay); Regulation (EU) 575/2013, article 178; EBA/GL/2016/07 for the probation of at least three months.
 * Immutable and thread-safe, if the rates are.
 *
 * @param daysPastDue more days than these are a default, at least 0
 * @param count how the days are counted
 * @param materiality from what on an overdue amount matters
 * @param unlikelyToPay signs that lead to default whatever the days past due
 * @param probationDays how long a client stays in default after nothing holds any more, at least 0
 * @param plansFollowed whether the source records every payment, so that a planned instalment without any entry is
 *     unpaid; if not, a contract without entries tells nothing
 * @param rates bring amounts to the currency of the materiality
 */
public record DefaultDefinition(
        int daysPastDue,
        PastDueCount count,
        Materiality materiality,
        List<UnlikelyToPay> unlikelyToPay,
        int probationDays,
        boolean plansFollowed,
        ExchangeRates rates) {

    static final ReasonCode PAST_DUE = ReasonCode.of("outcome.past-due");

    public DefaultDefinition {
        requireNonNull(count, "count");
        requireNonNull(materiality, "materiality");
        unlikelyToPay = List.copyOf(unlikelyToPay);
        requireNonNull(rates, "rates");
        if (daysPastDue < 0) {
            throw new IllegalArgumentException("daysPastDue must be at least 0, found " + daysPastDue);
        }
        if (probationDays < 0) {
            throw new IllegalArgumentException("probationDays must be at least 0, found " + probationDays);
        }
    }

    /**
     * More than 90 days past due, counted from the oldest unpaid instalment, or a write-off; three months (90 days) of
     * probation. Amounts of other currencies than the materiality's can't be compared: see {@link #withRates}.
     *
     * @param materiality from what on an overdue amount matters
     * @return the definition
     */
    public static DefaultDefinition of(Materiality materiality) {
        return new DefaultDefinition(
                90,
                PastDueCount.OLDEST_UNPAID,
                materiality,
                List.of(UnlikelyToPay.writeOff()),
                90,
                false,
                (from, to, asOf) -> Optional.empty());
    }

    /**
     * The definition of the European Union: more than 90 consecutive days with a material amount overdue.
     *
     * @param materiality {@link Materiality#retail()} or {@link Materiality#nonRetail()}
     * @return the definition
     */
    public static DefaultDefinition europeanUnion(Materiality materiality) {
        return of(materiality).withDaysPastDue(90, PastDueCount.CONSECUTIVE_MATERIAL);
    }

    /**
     * With another number of days.
     *
     * @param days more days than these are a default
     * @param by how they are counted
     * @return the changed definition
     */
    public DefaultDefinition withDaysPastDue(int days, PastDueCount by) {
        return new DefaultDefinition(days, by, materiality, unlikelyToPay, probationDays, plansFollowed, rates);
    }

    /**
     * With other signs.
     *
     * @param signs all of them; none if only days past due count
     * @return the changed definition
     */
    public DefaultDefinition withUnlikelyToPay(UnlikelyToPay... signs) {
        return new DefaultDefinition(
                daysPastDue, count, materiality, List.of(signs), probationDays, plansFollowed, rates);
    }

    /**
     * With another probation.
     *
     * @param days how long, at least 0
     * @return the changed definition
     */
    public DefaultDefinition withProbation(int days) {
        return new DefaultDefinition(daysPastDue, count, materiality, unlikelyToPay, days, plansFollowed, rates);
    }

    /** {@return the definition for a source that records every payment: a planned instalment without an entry is unpaid} */
    public DefaultDefinition withPlansFollowed() {
        return new DefaultDefinition(daysPastDue, count, materiality, unlikelyToPay, probationDays, true, rates);
    }

    /**
     * With exchange rates.
     *
     * @param newRates bring amounts to the currency of the materiality, each at the rates known on its day
     * @return the changed definition
     */
    public DefaultDefinition withRates(ExchangeRates newRates) {
        return new DefaultDefinition(
                daysPastDue, count, materiality, unlikelyToPay, probationDays, plansFollowed, newRates);
    }

    /**
     * The defaults that a history shows.
     *
     * @param history what can be seen of the client
     * @return the episodes in order, up to the history's date; only the last can be open
     * @throws IllegalArgumentException if an overdue amount is in a currency without a known rate; a
     *     {@link CohortBuilder} excludes such clients instead
     */
    public List<DefaultEpisode> episodes(ClientHistory history) {
        PastDue pastDue = PastDue.of(history, this);
        if (pastDue.lacksRate()) {
            throw new IllegalArgumentException("rates must bring every overdue amount to " + materiality.currency());
        }
        return episodes(history, pastDue);
    }

    List<DefaultEpisode> episodes(ClientHistory history, PastDue pastDue) {
        LocalDate end = history.asOf().date();
        List<Condition> conditions = new ArrayList<>();
        for (PastDue.Span span : pastDue.spans()) {
            LocalDate from = span.since().plusDays(daysPastDue + 1L);
            LocalDate first = from.isBefore(span.from()) ? span.from() : from;
            if (!first.isAfter(span.to())) {
                conditions.add(new Condition(first, span.to(), PAST_DUE));
            }
        }
        for (UnlikelyToPay sign : unlikelyToPay) {
            for (LocalDate day : sign.days().apply(history)) {
                if (!day.isAfter(end)) {
                    conditions.add(new Condition(day, sign.lasting() ? LocalDate.MAX : day, sign.reason()));
                }
            }
        }
        conditions.sort(Comparator.comparing(Condition::from).thenComparing(Condition::reason));
        return joined(conditions, end);
    }

    /** Days on which something leads to default, both ends included. */
    private record Condition(LocalDate from, LocalDate to, ReasonCode reason) {}

    private List<DefaultEpisode> joined(List<Condition> conditions, LocalDate end) {
        List<DefaultEpisode> episodes = new ArrayList<>();
        @Nullable Condition first = null;
        LocalDate last = LocalDate.MIN;
        for (Condition next : conditions) {
            if (first != null && next.from().isAfter(cured(last))) {
                episodes.add(new DefaultEpisode(first.from(), cured(last), first.reason()));
                first = null;
            }
            if (first == null) {
                first = next;
                last = next.to();
            } else {
                last = next.to().isAfter(last) ? next.to() : last;
            }
        }
        if (first != null) {
            LocalDate cured = cured(last);
            episodes.add(new DefaultEpisode(first.from(), cured.isAfter(end) ? null : cured, first.reason()));
        }
        return List.copyOf(episodes);
    }

    private LocalDate cured(LocalDate last) {
        return last.equals(LocalDate.MAX) ? last : last.plusDays(probationDays + 1L);
    }
}
