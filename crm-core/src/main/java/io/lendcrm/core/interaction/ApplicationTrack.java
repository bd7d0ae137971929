package io.lendcrm.core.interaction;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The way of one loan application through its states, replayed from its events. It begins with being handed in; an event
 * that may not follow is refused and told. An event in the state that the application already has is an update, not a
 * move. Of events on one day, those without a time count in the order of the states. Immutable and thread-safe.
 */
public final class ApplicationTrack {

    private final String application;
    private final Replay<ApplicationState, LoanApplication> replay;

    private ApplicationTrack(String application, Replay<ApplicationState, LoanApplication> replay) {
        this.application = application;
        this.replay = replay;
    }

    /**
     * Replays the events of one application.
     *
     * @param events its events in any order, at least one
     * @return the track
     * @throws IllegalArgumentException if there is no event, or if they belong to several applications
     */
    public static ApplicationTrack of(List<LoanApplication> events) {
        List<ApplicationTrack> tracks = byApplication(events);
        if (tracks.size() != 1) {
            throw new IllegalArgumentException("events must belong to one application, found " + tracks.size());
        }
        return tracks.get(0);
    }

    /**
     * Replays each application's events.
     *
     * @param events the events of any number of applications in any order
     * @return the tracks in order of the applications' first appearance
     */
    public static List<ApplicationTrack> byApplication(List<LoanApplication> events) {
        return Replay.grouped(events, LoanApplication::application).entrySet().stream()
                .map(e -> new ApplicationTrack(
                        e.getKey(), Replay.of(e.getValue(), LoanApplication::state, ApplicationTrack::canMove)))
                .toList();
    }

    /** {@return the application's key} */
    public String application() {
        return application;
    }

    /** {@return the events that counted, in order} */
    public List<LoanApplication> steps() {
        return replay.steps();
    }

    /** {@return the events that were refused, in order} */
    public List<RefusedMove<ApplicationState>> refused() {
        return replay.refused();
    }

    /** {@return the state now, or empty if the application was never handed in} */
    public Optional<ApplicationState> state() {
        return last().map(LoanApplication::state);
    }

    /**
     * When a state was reached.
     *
     * @param state the state
     * @return the day of its first event, or empty if it never was
     */
    public Optional<LocalDate> reachedOn(ApplicationState state) {
        requireNonNull(state, "state");
        return steps().stream().filter(s -> s.state() == state).findFirst().map(Interaction::occurredOn);
    }

    /**
     * The days from one state to another.
     *
     * @param from the earlier state
     * @param to the later state
     * @return the days between reaching them, or empty if one wasn't reached or they came the other way round
     */
    public OptionalLong days(ApplicationState from, ApplicationState to) {
        Optional<LocalDate> begin = reachedOn(from);
        Optional<LocalDate> end = reachedOn(to);
        return begin.isPresent() && end.isPresent() && !end.get().isBefore(begin.get())
                ? OptionalLong.of(ChronoUnit.DAYS.between(begin.get(), end.get()))
                : OptionalLong.empty();
    }

    /** {@return the days from handing in to the approval (time to yes), or empty if it wasn't approved} */
    public OptionalLong daysToYes() {
        return days(ApplicationState.APPLIED, ApplicationState.APPROVED);
    }

    /**
     * How long an application has been waiting where it stands.
     *
     * @param on the day to look from
     * @return the days since its last event up to then; empty if there was none yet, or if nothing is waited for: it is
     *     paid out or at its end
     */
    public OptionalLong stalledDays(LocalDate on) {
        LoanApplication waiting = null;
        for (LoanApplication step : steps()) {
            if (!step.occurredOn().isAfter(on)) {
                waiting = step;
            }
        }
        if (waiting == null
                || waiting.state() == ApplicationState.DISBURSED
                || waiting.state().isFinal()) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(ChronoUnit.DAYS.between(waiting.occurredOn(), on));
    }

    /** {@return the competitor's offer told last, if any} */
    public Optional<CompetitorQuote> competitorQuote() {
        CompetitorQuote last = null;
        for (LoanApplication step : steps()) {
            if (step.competitorQuote() != null) {
                last = step.competitorQuote();
            }
        }
        return Optional.ofNullable(last);
    }

    /** {@return the application, its state and how many events were refused} */
    @Override
    public String toString() {
        return "ApplicationTrack[" + application + ", "
                + state().map(Enum::name).orElse("never handed in") + ", refused="
                + refused().size() + "]";
    }

    private Optional<LoanApplication> last() {
        return steps().isEmpty() ? Optional.empty() : Optional.of(steps().get(steps().size() - 1));
    }

    private static boolean canMove(@Nullable ApplicationState from, ApplicationState to) {
        return from == null ? to == ApplicationState.APPLIED : from.canMoveTo(to);
    }
}
