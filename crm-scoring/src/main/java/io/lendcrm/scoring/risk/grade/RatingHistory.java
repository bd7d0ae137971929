package io.lendcrm.scoring.risk.grade;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.credit.Rating;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The grades of one client over time. Each holds until the next step. A history ends with a default; a client that is
 * rated again after it begins another history. Immutable and thread-safe.
 *
 * @param steps when which grade began, in order of time; the first is a grade
 */
public record RatingHistory(List<Step> steps) {

    /**
     * The beginning of a grade, or of being without one.
     *
     * @param years when, in years since the beginning of the observation; below 0 for before it
     * @param grade the grade; null if the rating was withdrawn
     */
    public record Step(double years, @Nullable String grade) {
        public Step {
            if (!Double.isFinite(years)) {
                throw new IllegalArgumentException("years must be finite, found " + years);
            }
        }
    }

    public RatingHistory {
        steps = List.copyOf(steps);
        if (steps.isEmpty() || steps.get(0).grade() == null) {
            throw new IllegalArgumentException("a history must begin with a grade");
        }
        for (int i = 1; i < steps.size(); i++) {
            if (!(steps.get(i).years() > steps.get(i - 1).years())) {
                throw new IllegalArgumentException("steps must be in order of time and one at a time, found "
                        + steps.get(i).years() + " after " + steps.get(i - 1).years());
            }
        }
    }

    /**
     * The histories in a client's ratings by one scale. Of several ratings of one day the one recorded last counts. A
     * rating that ends before the next one begins is withdrawn in between. The first default ends a history, later
     * ratings in default add nothing, and the next grade out of default begins a history of its own.
     *
     * @param ratings the client's ratings of one scale and kind, in any order
     * @param defaultGrade the grade that stands for default
     * @param begin the first day of the observation, the origin of the years
     * @return the histories in order of time, empty if there are no ratings
     * @throws IllegalArgumentException if the ratings are of several clients or scales
     */
    public static List<RatingHistory> from(List<Rating> ratings, String defaultGrade, LocalDate begin) {
        requireNonNull(defaultGrade, "defaultGrade");
        requireNonNull(begin, "begin");
        List<RatingHistory> histories = new ArrayList<>();
        List<Step> steps = new ArrayList<>();
        boolean defaulted = false;
        for (Step step : steps(ratings, begin)) {
            if (defaulted && (step.grade() == null || step.grade().equals(defaultGrade))) {
                continue;
            }
            if (defaulted) {
                histories.add(new RatingHistory(steps));
                steps.clear();
            }
            steps.add(step);
            defaulted = defaultGrade.equals(step.grade());
        }
        if (!steps.isEmpty()) {
            histories.add(new RatingHistory(steps));
        }
        return histories;
    }

    private static List<Step> steps(List<Rating> ratings, LocalDate begin) {
        TreeMap<LocalDate, Rating> byDay = new TreeMap<>();
        List<Rating> inOrder = new ArrayList<>(ratings);
        inOrder.sort(Comparator.comparing(Rating::recordedAt));
        for (Rating rating : inOrder) {
            Rating first = inOrder.get(0);
            if (!rating.client().equals(first.client())
                    || !rating.scale().equals(first.scale())
                    || rating.kind() != first.kind()) {
                throw new IllegalArgumentException(
                        "ratings must be of one client, kind and scale, found " + first + " and " + rating);
            }
            byDay.put(rating.ratedOn(), rating);
        }
        List<Step> steps = new ArrayList<>();
        for (Rating rating : byDay.values()) {
            steps.add(new Step(years(begin, rating.ratedOn()), rating.grade()));
            LocalDate until = rating.validUntil();
            LocalDate next = byDay.higherKey(rating.ratedOn());
            if (until != null && (next == null || next.isAfter(until.plusDays(1)))) {
                steps.add(new Step(years(begin, until.plusDays(1)), null));
            }
        }
        return steps;
    }

    /** Whole years to the last anniversary, and the part of the year to the next one: an anniversary is a whole number. */
    private static double years(LocalDate begin, LocalDate day) {
        long whole = ChronoUnit.YEARS.between(begin, day);
        if (begin.plusYears(whole).isAfter(day)) {
            whole--;
        }
        LocalDate last = begin.plusYears(whole);
        return whole
                + (double) ChronoUnit.DAYS.between(last, day)
                        / ChronoUnit.DAYS.between(last, begin.plusYears(whole + 1));
    }

    /** {@return how many steps it has} */
    @Override
    public String toString() {
        return "RatingHistory[" + steps.size() + " steps]";
    }
}
