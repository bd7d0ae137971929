package io.lendcrm.scoring.value.survival;

import java.util.Arrays;

/**
 * The moments at which rows end, earliest first: how many are at risk just before each, and how many end by which
 * cause.
 */
final class RiskSets {

    private final double[] times;
    private final int[] atRisk;
    private final int[][] ends;

    private RiskSets(double[] times, int[] atRisk, int[][] ends) {
        this.times = times;
        this.atRisk = atRisk;
        this.ends = ends;
    }

    static RiskSets of(SurvivalData data) {
        int rows = data.rows();
        int causes = data.causes().size();
        int[] byTime = data.latestFirst();
        int[] byEntry = data.lastToEnterFirst();
        double[] times = new double[rows];
        int[] atRisk = new int[rows];
        int[][] ends = new int[causes][rows];
        int moments = 0;
        int notEntered = 0;
        for (int i = 0; i < rows; ) {
            double time = data.time(byTime[i]);
            int[] here = new int[causes];
            int ended = 0;
            for (; i < rows && data.time(byTime[i]) == time; i++) {
                if (data.ended(byTime[i])) {
                    here[data.end(byTime[i]) - 1]++;
                    ended++;
                }
            }
            if (ended > 0) {
                while (notEntered < rows && data.entry(byEntry[notEntered]) >= time) {
                    notEntered++;
                }
                times[moments] = time;
                atRisk[moments] = i - notEntered;
                for (int c = 0; c < causes; c++) {
                    ends[c][moments] = here[c];
                }
                moments++;
            }
        }
        return new RiskSets(reversed(times, moments), reversed(atRisk, moments), reversed(ends, moments));
    }

    int size() {
        return times.length;
    }

    double time(int moment) {
        return times[moment];
    }

    int atRisk(int moment) {
        return atRisk[moment];
    }

    int ended(int moment) {
        int sum = 0;
        for (int[] cause : ends) {
            sum += cause[moment];
        }
        return sum;
    }

    int ended(int cause, int moment) {
        return ends[cause][moment];
    }

    /** How many of the moments are no later than a time. */
    int until(double time) {
        int at = Arrays.binarySearch(times, time);
        return at >= 0 ? at + 1 : -at - 1;
    }

    double[] times() {
        return times.clone();
    }

    private static double[] reversed(double[] values, int count) {
        double[] reversed = new double[count];
        for (int i = 0; i < count; i++) {
            reversed[i] = values[count - 1 - i];
        }
        return reversed;
    }

    private static int[] reversed(int[] values, int count) {
        int[] reversed = new int[count];
        for (int i = 0; i < count; i++) {
            reversed[i] = values[count - 1 - i];
        }
        return reversed;
    }

    private static int[][] reversed(int[][] values, int count) {
        return Arrays.stream(values).map(row -> reversed(row, count)).toArray(int[][]::new);
    }
}
