package io.lendcrm.scoring.risk.grade;

import io.lendcrm.core.feature.Fingerprint;
import java.util.List;

/**
 * What rating histories add up to, all that the estimators need: moves between whole years (cohorts), moves at any time
 * with the years at risk (durations), and withdrawals in both. Two of them merge: the counts exactly, the years at risk
 * to rounding. The observation lasts from 0 to the horizon; what holds at 0 counts from there, a move of that
 * moment or before doesn't, nor what is later. Not thread-safe; confine to one thread.
 */
public final class MigrationCounts {

    private final List<String> grades;
    private final double horizonYears;
    private final long[][] cohortMoves;
    private final long[] cohortWithdrawals;
    private final long[][] moves;
    private final long[] withdrawals;
    private final double[] yearsAtRisk;
    private final double[] rounding;
    private long histories;

    private MigrationCounts(List<String> grades, double horizonYears) {
        this.grades = grades;
        this.horizonYears = horizonYears;
        int n = grades.size();
        cohortMoves = new long[n][n];
        cohortWithdrawals = new long[n];
        moves = new long[n][n];
        withdrawals = new long[n];
        yearsAtRisk = new double[n];
        rounding = new double[n];
    }

    /**
     * Nothing yet.
     *
     * @param grades the names of the grades, the last one default
     * @param horizonYears how many years are observed, finite and above 0; cohorts use the whole ones
     * @return the counts
     */
    public static MigrationCounts of(List<String> grades, double horizonYears) {
        if (!(horizonYears > 0) || horizonYears > 10_000) {
            throw new IllegalArgumentException("horizonYears must be within (0, 10000], found " + horizonYears);
        }
        return new MigrationCounts(TransitionMatrix.names(grades), horizonYears);
    }

    /**
     * Adds a client's history.
     *
     * @param history the history
     * @return this
     * @throws IllegalArgumentException if a grade is unknown or something follows a default; nothing is added then
     */
    public MigrationCounts add(RatingHistory history) {
        List<RatingHistory.Step> steps = history.steps();
        int end = grades.size() - 1;
        int[] places = new int[steps.size()];
        for (int i = 0; i < places.length; i++) {
            String grade = steps.get(i).grade();
            places[i] = grade == null ? -1 : TransitionMatrix.indexOf(grades, grade);
            if (places[i] == end && i < places.length - 1) {
                throw new IllegalArgumentException(
                        "a history must end with its default, found " + (places.length - 1 - i) + " steps after it");
            }
        }
        addCohorts(steps, places);
        addDurations(steps, places);
        histories++;
        return this;
    }

    private void addCohorts(List<RatingHistory.Step> steps, int[] places) {
        int years = (int) Math.floor(horizonYears);
        int at = -1;
        int before = -2;
        for (int year = 0; year <= years; year++) {
            while (at + 1 < places.length && steps.get(at + 1).years() <= year) {
                at++;
            }
            int now = at < 0 ? -2 : places[at];
            if (before >= 0 && before < grades.size() - 1) {
                if (now >= 0) {
                    cohortMoves[before][now]++;
                } else {
                    cohortWithdrawals[before]++;
                }
            }
            before = now;
        }
    }

    private void addDurations(List<RatingHistory.Step> steps, int[] places) {
        for (int i = 0; i < places.length; i++) {
            int from = places[i];
            double begin = Math.max(0, steps.get(i).years());
            boolean last = i == places.length - 1;
            double until = last
                    ? horizonYears
                    : Math.min(horizonYears, steps.get(i + 1).years());
            if (from < 0 || from == grades.size() - 1 || until < begin) {
                continue;
            }
            addYears(from, until - begin);
            if (!last
                    && steps.get(i + 1).years() <= horizonYears
                    && steps.get(i + 1).years() > 0) { // one at 0 is how the observation begins
                int to = places[i + 1];
                if (to < 0) {
                    withdrawals[from]++;
                } else if (to != from) {
                    moves[from][to]++;
                }
            }
        }
    }

    private void addYears(int grade, double years) {
        double sum = yearsAtRisk[grade] + years;
        rounding[grade] += Math.abs(yearsAtRisk[grade]) >= Math.abs(years)
                ? yearsAtRisk[grade] - sum + years
                : years - sum + yearsAtRisk[grade];
        yearsAtRisk[grade] = sum;
    }

    /**
     * Adds what others counted.
     *
     * @param other counts of the same grades and horizon
     * @return this
     */
    public MigrationCounts merge(MigrationCounts other) {
        if (!grades.equals(other.grades) || horizonYears != other.horizonYears) {
            throw new IllegalArgumentException("counts must be of " + grades + " over " + horizonYears
                    + " years, found " + other.grades + " over " + other.horizonYears);
        }
        for (int i = 0; i < grades.size(); i++) {
            for (int j = 0; j < grades.size(); j++) {
                cohortMoves[i][j] += other.cohortMoves[i][j];
                moves[i][j] += other.moves[i][j];
            }
            cohortWithdrawals[i] += other.cohortWithdrawals[i];
            withdrawals[i] += other.withdrawals[i];
            addYears(i, other.yearsAtRisk[i]);
            addYears(i, other.rounding[i]);
        }
        histories += other.histories;
        return this;
    }

    /** {@return the names of the grades, the last one default} */
    public List<String> grades() {
        return grades;
    }

    /** {@return how many years are observed} */
    public double horizonYears() {
        return horizonYears;
    }

    /** {@return how many histories were added} */
    public long histories() {
        return histories;
    }

    /**
     * How often a year began in one grade and ended in another.
     *
     * @param from the grade at the beginning
     * @param to the grade at the end
     * @return the number
     */
    public long cohortMoves(int from, int to) {
        return cohortMoves[from][to];
    }

    /**
     * How often a year began in a grade and ended without one.
     *
     * @param from the grade at the beginning
     * @return the number
     */
    public long cohortWithdrawals(int from) {
        return cohortWithdrawals[from];
    }

    /**
     * How often one grade followed on another, at any time.
     *
     * @param from the grade before
     * @param to the grade after
     * @return the number
     */
    public long moves(int from, int to) {
        return moves[from][to];
    }

    /**
     * How often a grade was withdrawn, at any time.
     *
     * @param from the grade before
     * @return the number
     */
    public long withdrawals(int from) {
        return withdrawals[from];
    }

    /**
     * How long clients were in a grade, all together.
     *
     * @param grade the grade; of default nothing is counted
     * @return the years
     */
    public double yearsAtRisk(int grade) {
        return yearsAtRisk[grade] + rounding[grade];
    }

    String fingerprint() {
        Fingerprint print = Fingerprint.empty();
        grades.forEach(print::add);
        print.add(horizonYears).add(histories).add(cohortWithdrawals).add(withdrawals);
        for (int i = 0; i < grades.size(); i++) {
            print.add(cohortMoves[i]).add(moves[i]).add(yearsAtRisk(i));
        }
        return print.hex();
    }

    /** {@return the grades and the number of histories} */
    @Override
    public String toString() {
        return "MigrationCounts[" + grades + ", " + histories + " histories]";
    }
}
