package io.lendcrm.examples.simulation;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * What can be set of a simulated lender. Immutable and thread-safe.
 *
 * @param clients how many clients, at least 0
 * @param seed the seed of all randomness
 * @param until the last simulated day
 * @param years how many years are simulated, 1 to 30
 * @param lateShare the share of interactions that are entered days or weeks after they happened
 * @param restatementShare the share of financial statements that are corrected months later
 * @param unwarnedShare the share of defaults that no signal announces
 * @param signalNoise the standard deviation of the noise on every signal of distress; distress itself is about 1
 * @param distressPersistence the coefficient of the monthly AR(1) process of distress
 * @param groupShare the share of organisations that belong to a group
 * @param foreignShare the share of clients that keep their books in another currency than the lender
 * @param pdScale multiplies every true probability of default, which stays at most 0.6
 * @param churnScale multiplies every true hazard of leaving, which stays at most 0.5 a month
 */
public record SimulationOptions(
        int clients,
        long seed,
        LocalDate until,
        int years,
        double lateShare,
        double restatementShare,
        double unwarnedShare,
        double signalNoise,
        double distressPersistence,
        double groupShare,
        double foreignShare,
        double pdScale,
        double churnScale) {

    public SimulationOptions {
        requireNonNull(until, "until");
        if (clients < 0) {
            throw new IllegalArgumentException("clients must be at least 0, found " + clients);
        }
        if (years < 1 || years > 30) {
            throw new IllegalArgumentException("years must be within [1, 30], found " + years);
        }
        requireShare("lateShare", lateShare);
        requireShare("restatementShare", restatementShare);
        requireShare("unwarnedShare", unwarnedShare);
        requireShare("distressPersistence", distressPersistence);
        requireShare("groupShare", groupShare);
        requireShare("foreignShare", foreignShare);
        requireScale("signalNoise", signalNoise);
        requireScale("pdScale", pdScale);
        requireScale("churnScale", churnScale);
    }

    /** {@return 2,000 clients over five years to the end of 2025, seed 7} */
    public static SimulationOptions defaults() {
        return new SimulationOptions(
                2_000, 7, LocalDate.of(2025, 12, 31), 5, 0.02, 0.05, 0.3, 0.5, 0.8, 0.2, 0.12, 1, 1);
    }

    /**
     * Of another size.
     *
     * @param number how many clients
     * @return the changed options
     */
    public SimulationOptions withClients(int number) {
        return new SimulationOptions(
                number,
                seed,
                until,
                years,
                lateShare,
                restatementShare,
                unwarnedShare,
                signalNoise,
                distressPersistence,
                groupShare,
                foreignShare,
                pdScale,
                churnScale);
    }

    /**
     * With other randomness.
     *
     * @param newSeed the seed
     * @return the changed options
     */
    public SimulationOptions withSeed(long newSeed) {
        return new SimulationOptions(
                clients,
                newSeed,
                until,
                years,
                lateShare,
                restatementShare,
                unwarnedShare,
                signalNoise,
                distressPersistence,
                groupShare,
                foreignShare,
                pdScale,
                churnScale);
    }

    /** {@return the first simulated day} */
    public LocalDate from() {
        return until.minusYears(years).plusDays(1);
    }

    /** {@return how many months are simulated} */
    public int months() {
        return 12 * years;
    }

    private static void requireShare(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must be within [0, 1], found " + value);
        }
    }

    private static void requireScale(String name, double value) {
        if (!(value >= 0) || value == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException(name + " must be finite and at least 0, found " + value);
        }
    }
}
