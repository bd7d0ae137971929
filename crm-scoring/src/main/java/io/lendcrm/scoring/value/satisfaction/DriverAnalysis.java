package io.lendcrm.scoring.value.satisfaction;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.List;

/**
 * What makes clients content overall: importance × performance of the questions that may drive it, as made by
 * {@link DriverTally#analyse}. Immutable and thread-safe.
 *
 * @param outcome the key of the overall question
 * @param answers how many clients answered all questions; the others have no part in it
 * @param level the level of all intervals
 * @param rSquared the share of the variance of the overall answers that the drivers explain together
 * @param drivers the drivers in the survey's order
 */
public record DriverAnalysis(String outcome, long answers, double level, double rSquared, List<Driver> drivers) {

    public DriverAnalysis {
        requireNonNull(outcome, "outcome");
        drivers = List.copyOf(drivers);
    }

    /** {@return the drivers that matter more and do worse than the mean of all, the most important first} */
    public List<Driver> bottlenecks() {
        return drivers.stream()
                .filter(driver -> driver.quadrant() == DriverQuadrant.CONCENTRATE_HERE)
                .sorted(Comparator.comparingDouble(driver -> -driver.importance()))
                .toList();
    }
}
