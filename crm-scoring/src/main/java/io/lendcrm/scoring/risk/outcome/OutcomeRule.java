package io.lendcrm.scoring.risk.outcome;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.history.ClientHistory;
import io.lendcrm.core.reason.Reason;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How clients are classed by what happens in the performance window, the days after the observation day up to its end.
 * The first that holds decides:
 *
 * <ol>
 *   <li>excluded {@code outcome.not-at-risk}: on the observation day the client owed nothing and could draw nothing;
 *   <li>excluded {@code outcome.in-default}: it was in default, or on probation, on that day;
 *   <li>bad, with the reason of the default: a default began within the window;
 *   <li>excluded {@code outcome.no-rate}: an overdue amount couldn't be compared for lack of an exchange rate;
 *   <li>excluded {@code outcome.no-record}: no entry tells whether a contract that had to be paid on was paid;
 *   <li>indeterminate {@code outcome.late}: it was so many days past due within the window;
 *   <li>good {@code outcome.no-default}: all else; who paid everything back before the window's end too.
 * </ol>
 *
 * <p>Immutable and thread-safe.
 *
 * @param definition of default
 * @param window the length of the performance window, at least a day, such as {@code Period.ofMonths(12)}
 * @param indeterminateFrom at how many days past due a client is neither good nor bad, at least 1
 */
public record OutcomeRule(DefaultDefinition definition, Period window, int indeterminateFrom) {

    public OutcomeRule {
        requireNonNull(definition, "definition");
        requireNonNull(window, "window");
        LocalDate day = LocalDate.EPOCH;
        if (!day.plus(window).isAfter(day)) {
            throw new IllegalArgumentException("window must be at least a day, found " + window);
        }
        if (indeterminateFrom < 1) {
            throw new IllegalArgumentException("indeterminateFrom must be at least 1, found " + indeterminateFrom);
        }
    }

    /**
     * Twelve months, and indeterminate from 30 days past due.
     *
     * @param definition of default
     * @return the rule
     */
    public static OutcomeRule of(DefaultDefinition definition) {
        return new OutcomeRule(definition, Period.ofMonths(12), 30);
    }

    /**
     * With another window.
     *
     * @param length its length, at least a day
     * @return the changed rule
     */
    public OutcomeRule withWindow(Period length) {
        return new OutcomeRule(definition, length, indeterminateFrom);
    }

    /**
     * With another border of the indeterminate.
     *
     * @param days from how many days past due on
     * @return the changed rule
     */
    public OutcomeRule withIndeterminateFrom(int days) {
        return new OutcomeRule(definition, window, days);
    }

    /**
     * The window's last day.
     *
     * @param observedOn the observation day
     * @return the day
     */
    public LocalDate windowEnd(LocalDate observedOn) {
        return observedOn.plus(window);
    }

    /**
     * What became of a client.
     *
     * @param atWindowEnd its history, cut at the end of the window's last day, so that nothing later is seen
     * @param observedOn the observation day
     * @return the outcome
     * @throws IllegalArgumentException if the history isn't cut at the window's last day
     */
    public Outcome outcome(ClientHistory atWindowEnd, LocalDate observedOn) {
        LocalDate end = windowEnd(observedOn);
        if (!atWindowEnd.asOf().date().equals(end)) {
            throw new IllegalArgumentException("the history must be cut at the window's last day " + end + ", found "
                    + atWindowEnd.asOf().date());
        }
        PastDue pastDue = PastDue.of(atWindowEnd, definition);
        if (!pastDue.isAtRisk(observedOn)) {
            return Outcome.excluded("outcome.not-at-risk");
        }
        List<DefaultEpisode> episodes = definition.episodes(atWindowEnd, pastDue);
        if (episodes.stream().anyMatch(episode -> episode.holdsOn(observedOn))) {
            return Outcome.excluded("outcome.in-default");
        }
        Optional<DefaultEpisode> bad = episodes.stream()
                .filter(episode -> episode.from().isAfter(observedOn))
                .findFirst();
        if (bad.isPresent()) {
            return bad(bad.get());
        }
        if (pastDue.lacksRate()) {
            return Outcome.excluded("outcome.no-rate");
        }
        if (pastDue.lacksRecord(end)) {
            return Outcome.excluded("outcome.no-record");
        }
        long worst = pastDue.worstDays(observedOn, end);
        return worst >= indeterminateFrom
                ? Outcome.of(
                        Outcome.Kind.INDETERMINATE, Reason.of("outcome.late", 0, Map.of("days", Long.toString(worst))))
                : Outcome.of(Outcome.Kind.GOOD, Reason.of("outcome.no-default", 0));
    }

    private Outcome bad(DefaultEpisode episode) {
        Map<String, String> arguments = episode.reason().equals(DefaultDefinition.PAST_DUE)
                ? Map.of("days", Integer.toString(definition.daysPastDue()))
                : Map.of();
        return new Outcome(Outcome.Kind.BAD, new Reason(episode.reason(), 0, arguments), episode.from());
    }
}
