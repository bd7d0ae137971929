package io.lendcrm.scoring.value.survival;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.model.FitException;
import io.lendcrm.scoring.likelihood.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Whether predicted probabilities to end by a time hold, where some clients weren't watched for so long. Clients are
 * grouped by their prediction; a group's mean prediction is held against one minus its Kaplan–Meier curve. Brier's
 * score is the mean squared error, each client that is known weighing as many as were likely to be lost from sight by
 * then (inverse probability of censoring; Graf et al., Statistics in Medicine 18, 1999), on the assumption that who is
 * lost from sight has nothing to do with the prediction. Immutable and thread-safe.
 *
 * @param time by when
 * @param groups the groups, the lowest predictions first
 * @param brier Brier's score of the predictions, at least 0
 * @param reference Brier's score of the same prediction for all, one minus Kaplan–Meier
 */
public record SurvivalCalibration(double time, List<Group> groups, double brier, double reference) {

    /**
     * Clients with similar predictions. Immutable and thread-safe.
     *
     * @param clients how many, at least 1
     * @param predicted their mean predicted probability to end
     * @param observed the share that did, with its interval; none if nobody was watched for so long and some had not
     *     ended
     */
    public record Group(int clients, double predicted, Optional<Interval> observed) {
        public Group {
            requireNonNull(observed, "observed");
        }

        /** {@return whether the prediction lies within the interval; false if nothing could be observed} */
        public boolean holds() {
            return observed.filter(o -> o.lower() <= predicted && predicted <= o.upper())
                    .isPresent();
        }
    }

    public SurvivalCalibration {
        groups = List.copyOf(groups);
    }

    /** {@return by how much the predictions are better than one for all: 1 - brier / reference} */
    public double skill() {
        return reference == 0 ? 0 : 1 - brier / reference;
    }

    /**
     * Holds predictions against what happened.
     *
     * @param data the durations, watched from 0
     * @param predicted the probability of each row to end by the time
     * @param time by when, above 0
     * @param groups into how many groups, at least 1; equal predictions stay together, so that there may be fewer
     * @param level the confidence of the intervals, within (0, 1)
     * @return the calibration
     * @throws IllegalArgumentException if a prediction isn't a probability or a row enters late
     * @throws FitException if nobody was watched until the time and nobody would be known
     */
    public static SurvivalCalibration of(SurvivalData data, double[] predicted, double time, int groups, double level) {
        check(data, predicted, time, groups);
        KaplanMeier all = KaplanMeier.of(data);
        KaplanMeier censoring = KaplanMeier.of(data.censoring());
        if (time > data.lastTime() && all.survival(time) > 0) {
            throw new FitException(
                    "survival calibration",
                    "nobody was watched until " + time + ", the longest until " + data.lastTime(),
                    "an earlier time");
        }
        double[] same = new double[predicted.length];
        Arrays.fill(same, 1 - all.survival(time));
        return new SurvivalCalibration(
                time,
                groups(data, predicted, time, groups, level),
                brier(data, predicted, time, censoring),
                brier(data, same, time, censoring));
    }

    private static List<Group> groups(SurvivalData data, double[] predicted, double time, int groups, double level) {
        Integer[] order = new Integer[predicted.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(predicted[a], predicted[b]));
        List<Group> found = new ArrayList<>();
        int from = 0;
        for (int g = 1; g <= groups; g++) {
            int to = (int) ((long) order.length * g / groups);
            while (to > 0 && to < order.length && predicted[order[to]] == predicted[order[to - 1]]) {
                to++;
            }
            if (to > from) {
                int[] rows = Arrays.stream(order, from, to)
                        .mapToInt(Integer::intValue)
                        .toArray();
                found.add(group(
                        data.rows(rows),
                        Arrays.stream(rows).mapToDouble(i -> predicted[i]).sum() / rows.length,
                        time,
                        level));
                from = to;
            }
        }
        return found;
    }

    private static Group group(SurvivalData rows, double predicted, double time, double level) {
        KaplanMeier curve = KaplanMeier.of(rows);
        if (time > curve.lastTime() && curve.survival(time) > 0) {
            return new Group(rows.rows(), predicted, Optional.empty());
        }
        Interval left = curve.interval(time, level, CurveScale.LOG_LOG);
        return new Group(
                rows.rows(),
                predicted,
                Optional.of(new Interval(1 - left.value(), 1 - left.upper(), 1 - left.lower(), level)));
    }

    private static double brier(SurvivalData data, double[] predicted, double time, KaplanMeier censoring) {
        double sum = 0;
        double[] lost = censoring.times();
        for (int i = 0; i < predicted.length; i++) {
            double end = data.time(i);
            if (end <= time && data.ended(i)) {
                int before = Arrays.binarySearch(lost, end);
                int at = before >= 0 ? before : -before - 1;
                double watched = at == 0 ? 1 : censoring.survival(lost[at - 1]);
                sum += (1 - predicted[i]) * (1 - predicted[i]) / watched;
            } else if (end > time) {
                sum += predicted[i] * predicted[i] / censoring.survival(time);
            }
        }
        return sum / predicted.length;
    }

    private static void check(SurvivalData data, double[] predicted, double time, int groups) {
        if (predicted.length != data.rows()) {
            throw new IllegalArgumentException(
                    "predicted must have " + data.rows() + " rows, found " + predicted.length);
        }
        if (!(time > 0) || time == Double.POSITIVE_INFINITY || groups < 1) {
            throw new IllegalArgumentException(
                    "time must be finite and above 0 and groups at least 1, found " + time + " and " + groups);
        }
        for (int i = 0; i < predicted.length; i++) {
            if (!(predicted[i] >= 0 && predicted[i] <= 1)) {
                throw new IllegalArgumentException(
                        "prediction of row " + i + " must be within [0, 1], found " + predicted[i]);
            }
            if (data.entry(i) > 0) {
                throw new IllegalArgumentException(
                        "row " + i + " must be watched from 0, found entry=" + data.entry(i));
            }
        }
    }
}
