package io.lendcrm.scoring.value.satisfaction;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.model.FitException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Takes in, one client at a time and in memory that doesn't grow, how answers to the questions of a survey go with the
 * answer to an overall one, and tells what drives it. Sums are whole numbers: two tallies over parts of the clients
 * {@linkplain #merge merge} exactly, and importances don't depend on the order or the parts. Their intervals depend on
 * the order a little, since they come from leaving out each of up to 100 groups, into which the clients fall in turn.
 *
 * <p>Importance is the mean gain of R² when the question joins a regression on some of the others, over all orders of
 * joining (Lindeman, Merenda and Gold 1980; Grömping 2006; the Shapley value of R²): never below 0, adding up to R² of
 * all, and fair to questions that are answered alike. Intervals are those of the delete-a-group jackknife,
 * {@code importance ± t(G − 1) √((G − 1)/G Σ (importance₍g₎ − mean)²)}, cut off at 0 and 1. Clients who left out a
 * question don't count.
 *
 * <p>It tells what goes along with satisfaction; only a trial tells what brings it about. Not thread-safe; confine to
 * one thread.
 */
public final class DriverTally {

    private static final String TYPE = "driver-analysis";
    private static final int MOST_DRIVERS = 12;
    private static final int GROUPS = 100;

    private final Survey drivers;
    private final SurveyItem outcome;
    private final RatingTally[] performance;
    private final CrossSums[] groups;
    private long clients;
    private long incomplete;

    private DriverTally(Survey drivers, SurveyItem outcome) {
        this.drivers = drivers;
        this.outcome = outcome;
        this.performance = drivers.items().stream().map(RatingTally::of).toArray(RatingTally[]::new);
        this.groups = new CrossSums[GROUPS];
        Arrays.setAll(groups, g -> new CrossSums(drivers.items().size() + 1));
    }

    /**
     * A tally without answers.
     *
     * @param drivers the survey with the questions that may drive satisfaction, at least 2 and at most 12; their
     *     weights don't matter
     * @param outcome the overall question, not among them
     * @return the tally
     * @throws IllegalArgumentException if there are too few or too many questions, or the overall one is among them
     */
    public static DriverTally of(Survey drivers, SurveyItem outcome) {
        requireNonNull(outcome, "outcome");
        int size = drivers.items().size();
        if (size < 2 || size > MOST_DRIVERS) {
            throw new IllegalArgumentException(
                    "items of " + drivers.instrument() + " must be 2 to " + MOST_DRIVERS + ", found " + size);
        }
        if (drivers.items().stream().anyMatch(item -> item.name().equals(outcome.name()))) {
            throw new IllegalArgumentException("outcome must not be one of the drivers, found " + outcome.name());
        }
        return new DriverTally(drivers, outcome);
    }

    /**
     * Takes in a client's answers.
     *
     * @param overall the answer to the overall question, {@code NaN} where there is none
     * @param ratings an answer for each driver in order, {@code NaN} where there is none
     * @return true if they count, false if one is missing
     * @throws IllegalArgumentException if there are too few or too many answers, or one isn't on its scale; then
     *     nothing was taken in
     */
    public boolean add(double overall, double... ratings) {
        drivers.requireSize(ratings);
        int[] steps = new int[ratings.length + 1];
        boolean complete = true;
        for (int i = 0; i < steps.length; i++) {
            double rating = i < ratings.length ? ratings[i] : overall;
            SurveyItem item = i < ratings.length ? drivers.items().get(i) : outcome;
            complete &= !Double.isNaN(rating);
            steps[i] = Double.isNaN(rating) ? 0 : (int) item.require(rating) - item.lowest();
        }
        if (!complete) {
            incomplete++;
            return false;
        }
        for (int i = 0; i < ratings.length; i++) {
            performance[i].add((int) ratings[i]);
        }
        groups[(int) (clients % GROUPS)].add(steps);
        clients++;
        return true;
    }

    /**
     * Adds what another tally holds, as if its clients had come after those here.
     *
     * @param other a tally of the same questions; unchanged
     * @throws IllegalArgumentException if it is of other questions
     */
    public void merge(DriverTally other) {
        if (!other.drivers.equals(drivers) || !other.outcome.equals(outcome)) {
            throw new IllegalArgumentException("tallies to merge must be of " + drivers + " and " + outcome + ", found "
                    + other.drivers + " and " + other.outcome);
        }
        for (int i = 0; i < performance.length; i++) {
            performance[i].merge(other.performance[i]);
        }
        CrossSums[] joined = new CrossSums[GROUPS];
        for (int g = 0; g < GROUPS; g++) { // in turn after the clients here, or small parts would share a group
            joined[g] = groups[g].with(other.groups[(int) Math.floorMod(g - clients, (long) GROUPS)]);
        }
        System.arraycopy(joined, 0, groups, 0, GROUPS);
        clients = Math.addExact(clients, other.clients);
        incomplete = Math.addExact(incomplete, other.incomplete);
    }

    /** {@return how many clients count} */
    public long answers() {
        return clients;
    }

    /** {@return how many clients left out a question} */
    public long incomplete() {
        return incomplete;
    }

    /**
     * What drives overall satisfaction. A question to which all gave the same answer has importance 0.
     *
     * @param level the level of all intervals, within (0, 1)
     * @return the analysis
     * @throws FitException if there are fewer than 2 clients more than questions, the overall one included, or all gave
     *     the same overall answer
     */
    public DriverAnalysis analyse(double level) {
        SurveyEstimate.requireLevel(level);
        int size = performance.length;
        if (clients < size + 3L) {
            throw new FitException(
                    TYPE,
                    clients + " clients answered all of " + (size + 1) + " questions (" + incomplete
                            + " left one out), at least " + (size + 3) + " are needed",
                    "more clients or fewer questions");
        }
        CrossSums all = new CrossSums(size + 1);
        for (CrossSums group : groups) {
            all.add(group);
        }
        if (all.covariance()[size][size] == 0) {
            throw new FitException(
                    TYPE,
                    "all " + clients + " clients gave the same answer to " + outcome.name(),
                    "another overall question, or more clients");
        }
        double[] importance = SharedVariance.of(all.covariance());
        double[] errors = standardErrors(all, size);
        double t = RunningMean.studentQuantile(level, Math.min(clients, GROUPS) - 1.0);
        return analysis(all.covariance(), importance, errors, t, level);
    }

    private double[] standardErrors(CrossSums all, int size) {
        List<double[]> without = new ArrayList<>();
        for (CrossSums group : groups) {
            if (group.count() > 0) {
                without.add(SharedVariance.of(all.without(group).covariance()));
            }
        }
        double[] errors = new double[size];
        for (int j = 0; j < size; j++) {
            int at = j;
            double mean = without.stream().mapToDouble(i -> i[at]).average().orElseThrow();
            double squares = without.stream()
                    .mapToDouble(i -> (i[at] - mean) * (i[at] - mean))
                    .sum();
            errors[j] = Math.sqrt(squares * (without.size() - 1) / without.size());
        }
        return errors;
    }

    private DriverAnalysis analysis(
            double[][] covariance, double[] importance, double[] errors, double t, double level) {
        int size = importance.length;
        SurveyEstimate[] means = new SurveyEstimate[size];
        Arrays.setAll(means, j -> performance[j].performance(level).orElseThrow());
        double meanImportance = Arrays.stream(importance).average().orElseThrow();
        double meanPerformance = Arrays.stream(means)
                .mapToDouble(SurveyEstimate::value)
                .average()
                .orElseThrow();
        List<Driver> found = new ArrayList<>();
        for (int j = 0; j < size; j++) {
            double spread = Math.sqrt(covariance[j][j]) * Math.sqrt(covariance[size][size]);
            double share = Math.min(1, importance[j]);
            found.add(new Driver(
                    drivers.items().get(j).name(),
                    share,
                    Math.max(0, share - t * errors[j]),
                    Math.min(1, share + t * errors[j]),
                    spread == 0 ? 0 : Math.max(-1, Math.min(1, covariance[j][size] / spread)),
                    means[j],
                    quadrant(importance[j] > meanImportance, means[j].value() < meanPerformance)));
        }
        double rSquared = Math.min(1, Arrays.stream(importance).sum());
        return new DriverAnalysis(outcome.name(), clients, level, rSquared, found);
    }

    private static DriverQuadrant quadrant(boolean important, boolean weak) {
        if (important) {
            return weak ? DriverQuadrant.CONCENTRATE_HERE : DriverQuadrant.KEEP_UP;
        }
        return weak ? DriverQuadrant.LOW_PRIORITY : DriverQuadrant.POSSIBLE_OVERKILL;
    }

    /** {@return the questions and how many clients} */
    @Override
    public String toString() {
        return "DriverTally[" + outcome.name() + " by " + drivers.instrument() + ", " + clients + " clients, "
                + incomplete + " incomplete]";
    }
}
