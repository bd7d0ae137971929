package io.lendcrm.core.interaction;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The way of one complaint from being opened to being settled, replayed from its events; what may not follow is refused
 * and told. A settled complaint that is taken up again is open until it is settled once more. Of events on one day, those
 * without a time count in the order of the states. Immutable and thread-safe.
 */
public final class ComplaintTrack {

    private final String complaint;
    private final Replay<ComplaintState, Complaint> replay;

    private ComplaintTrack(String complaint, Replay<ComplaintState, Complaint> replay) {
        this.complaint = complaint;
        this.replay = replay;
    }

    /**
     * Replays the events of one complaint.
     *
     * @param events its events in any order, at least one
     * @return the track
     * @throws IllegalArgumentException if there is no event, or if they belong to several complaints
     */
    public static ComplaintTrack of(List<Complaint> events) {
        List<ComplaintTrack> tracks = byComplaint(events);
        if (tracks.size() != 1) {
            throw new IllegalArgumentException("events must belong to one complaint, found " + tracks.size());
        }
        return tracks.get(0);
    }

    /**
     * Replays each complaint's events.
     *
     * @param events the events of any number of complaints in any order
     * @return the tracks in order of the complaints' first appearance
     */
    public static List<ComplaintTrack> byComplaint(List<Complaint> events) {
        return Replay.grouped(events, Complaint::complaint).entrySet().stream()
                .map(e -> new ComplaintTrack(
                        e.getKey(), Replay.of(e.getValue(), Complaint::state, ComplaintTrack::canMove)))
                .toList();
    }

    /** {@return the complaint's key} */
    public String complaint() {
        return complaint;
    }

    /** {@return the events that counted, in order} */
    public List<Complaint> steps() {
        return replay.steps();
    }

    /** {@return the events that were refused, in order} */
    public List<RefusedMove<ComplaintState>> refused() {
        return replay.refused();
    }

    /** {@return the state now, or empty if the complaint was never opened} */
    public Optional<ComplaintState> state() {
        return steps().isEmpty()
                ? Optional.empty()
                : Optional.of(steps().get(steps().size() - 1).state());
    }

    /** {@return the day it was opened, or empty if it never was} */
    public Optional<LocalDate> openedOn() {
        return steps().isEmpty() ? Optional.empty() : Optional.of(steps().get(0).occurredOn());
    }

    /** {@return the day it was settled or rejected for good so far, or empty if it is open} */
    public Optional<LocalDate> resolvedOn() {
        LocalDate resolved = null;
        for (Complaint step : steps()) {
            if (!step.state().isFinal()) {
                resolved = null;
            } else if (resolved == null) {
                resolved = step.occurredOn();
            }
        }
        return Optional.ofNullable(resolved);
    }

    /** {@return how often it was taken up again after being settled} */
    public int reopened() {
        int times = 0;
        for (int i = 1; i < steps().size(); i++) {
            if (steps().get(i - 1).state().isFinal() && !steps().get(i).state().isFinal()) {
                times++;
            }
        }
        return times;
    }

    /** {@return the days from opening to the settlement that lasted, or empty if it is open} */
    public OptionalLong daysToResolve() {
        Optional<LocalDate> end = resolvedOn();
        return end.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(ChronoUnit.DAYS.between(openedOn().orElseThrow(), end.get()));
    }

    /**
     * The working days from opening to the settlement that lasted: those after the day of opening, up to and including
     * the day of settlement.
     *
     * @param isWorkingDay which days count, so that weekends and holidays can be left out
     * @return how many, or empty if it is open
     */
    public OptionalLong workingDaysToResolve(Predicate<LocalDate> isWorkingDay) {
        requireNonNull(isWorkingDay, "isWorkingDay");
        Optional<LocalDate> end = resolvedOn();
        if (end.isEmpty()) {
            return OptionalLong.empty();
        }
        LocalDate after = openedOn().orElseThrow().plusDays(1);
        return OptionalLong.of(
                after.datesUntil(end.get().plusDays(1)).filter(isWorkingDay).count());
    }

    /** {@return the complaint, its state and how many events were refused} */
    @Override
    public String toString() {
        return "ComplaintTrack[" + complaint + ", " + state().map(Enum::name).orElse("never opened") + ", refused="
                + refused().size() + "]";
    }

    private static boolean canMove(@Nullable ComplaintState from, ComplaintState to) {
        return from == null ? to == ComplaintState.OPENED : from.canMoveTo(to);
    }
}
