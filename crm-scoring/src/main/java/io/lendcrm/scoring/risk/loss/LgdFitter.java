package io.lendcrm.scoring.risk.loss;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.feature.Fingerprint;
import io.lendcrm.core.model.FitException;
import io.lendcrm.core.model.Fitter;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.core.model.Run;
import io.lendcrm.core.money.DiscountRate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Estimates the loss given default of each segment as the average of its realised ones, each default counting once (the
 * long-run default-weighted average of Basel CRE36). A workout older than {@code longestYears} is over, whatever its
 * source says. Immutable and thread-safe.
 *
 * <p>Sources: Basel Framework CRE36 (requirements for own estimates of LGD); EBA/GL/2017/16, which asks for the average
 * weighted by the number of defaults, for open workouts to be taken into account, and for a longest duration after which
 * nothing more counts.
 *
 * @param rate discounts recoveries and costs to the default
 * @param until the last day of the data
 * @param open what open workouts count for
 * @param longestYears after how many years a workout is over, at least 1; flows after that don't count
 * @param downturn added to every estimate for a downturn, within [0, 1]
 * @param level the confidence of the intervals, within (0, 1)
 */
public record LgdFitter(
        DiscountRate rate, LocalDate until, OpenWorkouts open, int longestYears, double downturn, double level)
        implements Fitter<List<Workout>, LgdModel> {

    public LgdFitter {
        requireNonNull(rate, "rate");
        requireNonNull(until, "until");
        requireNonNull(open, "open");
        if (longestYears < 1) {
            throw new IllegalArgumentException("longestYears must be at least 1, found " + longestYears);
        }
        if (!(downturn >= 0 && downturn <= 1)) {
            throw new IllegalArgumentException("downturn must be within [0, 1], found " + downturn);
        }
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level must be within (0, 1), found " + level);
        }
    }

    /**
     * Open workouts completed as the closed ones went, none longer than 10 years, no downturn, intervals of 95 %.
     *
     * @param rate discounts recoveries and costs to the default
     * @param until the last day of the data
     * @return the fitter
     */
    public static LgdFitter of(DiscountRate rate, LocalDate until) {
        return new LgdFitter(rate, until, OpenWorkouts.AS_THE_CLOSED, 10, 0, 0.95);
    }

    /**
     * With another rule for open workouts.
     *
     * @param rule the rule
     * @return the changed fitter
     */
    public LgdFitter withOpen(OpenWorkouts rule) {
        return new LgdFitter(rate, until, rule, longestYears, downturn, level);
    }

    /**
     * With another longest duration.
     *
     * @param years after which a workout is over
     * @return the changed fitter
     */
    public LgdFitter withLongestYears(int years) {
        return new LgdFitter(rate, until, open, years, downturn, level);
    }

    /**
     * With an add-on for a downturn.
     *
     * @param share of the exposure, added to every estimate
     * @return the changed fitter
     */
    public LgdFitter withDownturn(double share) {
        return new LgdFitter(rate, until, open, longestYears, share, level);
    }

    /**
     * With another confidence.
     *
     * @param confidence of the intervals
     * @return the changed fitter
     */
    public LgdFitter withLevel(double confidence) {
        return new LgdFitter(rate, until, open, longestYears, downturn, confidence);
    }

    /**
     * Fits the model.
     *
     * @throws FitException if a segment has fewer than two workouts that count
     * @throws IllegalArgumentException if a default is later than the data
     */
    @Override
    public LgdModel fit(List<Workout> workouts, Run run) {
        Map<String, List<Workout>> bySegment = new TreeMap<>();
        for (Workout workout : workouts) {
            if (workout.defaultedOn().isAfter(until)) {
                throw new IllegalArgumentException(
                        "defaults must not be after until=" + until + ", found " + workout.defaultedOn());
            }
            bySegment.computeIfAbsent(workout.segment(), s -> new ArrayList<>()).add(workout);
        }
        if (bySegment.isEmpty()) {
            throw new FitException(LgdModel.TYPE, "there is no workout", "data with defaults");
        }
        List<SegmentLoss> losses = new ArrayList<>();
        bySegment.forEach((segment, own) -> losses.add(loss(segment, own)));
        ModelInfo info = ModelInfo.of(LgdModel.TYPE, run, workouts.size(), fingerprint(workouts))
                .withOptions(Map.of(
                        "discountRate", Double.toString(rate.effectivePerYear()),
                        "open", open.name(),
                        "longestYears", Integer.toString(longestYears),
                        "level", Double.toString(level)))
                .withWindow(
                        workouts.stream()
                                .map(Workout::defaultedOn)
                                .min(LocalDate::compareTo)
                                .orElse(until),
                        until);
        return new LgdModel(info, losses, downturn);
    }

    private SegmentLoss loss(String segment, List<Workout> workouts) {
        List<Workout> closed = workouts.stream().filter(this::isOver).toList();
        List<Workout> going = workouts.stream().filter(w -> !isOver(w)).toList();
        List<Workout> counted = new ArrayList<>(closed);
        if (open != OpenWorkouts.EXCLUDE) {
            counted.addAll(going);
        }
        if (counted.size() < 2) {
            throw new FitException(
                    LgdModel.TYPE,
                    "segment " + segment + " has " + counted.size() + " workouts that count",
                    "merging segments, or another rule for open workouts");
        }
        double[] realised = new double[counted.size()];
        double exposure = 0;
        double weighted = 0;
        for (int i = 0; i < realised.length; i++) {
            Workout workout = counted.get(i);
            realised[i] = lgd(workout);
            if (i >= closed.size() && open == OpenWorkouts.AS_THE_CLOSED) {
                realised[i] *= remaining(age(workout), closed);
            }
            exposure += workout.exposure();
            weighted += realised[i] * workout.exposure();
        }
        double bound = workouts.stream().mapToDouble(this::lgd).average().orElseThrow();
        return new SegmentLoss(
                segment,
                closed.size(),
                counted.size() - closed.size(),
                workouts.size() - counted.size(),
                StudentMean.of(realised, level),
                weighted / exposure,
                bound);
    }

    /** What share of what is lost by an age the closed workouts lost in the end; 1 if none was that old. */
    private double remaining(int years, List<Workout> closed) {
        double then = 0;
        double end = 0;
        for (Workout workout : closed) {
            LocalDate atAge = workout.defaultedOn().plusYears(years);
            boolean reached = !end(workout).isBefore(atAge);
            if (reached) {
                then += workout.lossGivenDefault(rate, atAge);
                end += lgd(workout);
            }
        }
        return then > 0 ? Math.max(0, end) / then : 1;
    }

    private double lgd(Workout workout) {
        return workout.lossGivenDefault(rate, last(workout));
    }

    /** The last day whose flows count. */
    private LocalDate last(Workout workout) {
        LocalDate longest = workout.defaultedOn().plusYears(longestYears);
        return longest.isBefore(until) ? longest : until;
    }

    private LocalDate end(Workout workout) {
        return workout.closing().filter(day -> !day.isAfter(last(workout))).orElse(last(workout));
    }

    private boolean isOver(Workout workout) {
        return workout.closing().filter(day -> !day.isAfter(until)).isPresent()
                || workout.defaultedOn().plusYears(longestYears).isBefore(until);
    }

    private int age(Workout workout) {
        return workout.defaultedOn().until(until).getYears();
    }

    private static String fingerprint(List<Workout> workouts) {
        Fingerprint print = Fingerprint.empty().add(workouts.size());
        for (Workout workout : workouts) {
            print.add(workout.segment()).add(workout.defaultedOn().toString()).add(new double[] {workout.exposure()});
            print.add(workout.closing().map(LocalDate::toString).orElse(""));
            for (Workout.Flow flow : workout.flows()) {
                print.add(flow.day().toString()).add(new double[] {flow.recovery(), flow.cost()});
            }
        }
        return print.hex();
    }

    /** {@return the options' names and values} */
    @Override
    public String toString() {
        return "LgdFitter" + Arrays.asList(rate, until, open, longestYears, downturn, level);
    }
}
