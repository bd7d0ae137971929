package io.lendcrm.scoring.proof.monitoring;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.scoring.likelihood.Interval;
import io.lendcrm.scoring.risk.binning.Bins;
import io.lendcrm.scoring.risk.scorecard.Characteristic;
import io.lendcrm.scoring.risk.scorecard.Scorecard;
import io.lendcrm.scoring.special.Tails;
import java.util.ArrayList;
import java.util.List;

/**
 * What the shift of one characteristic does to the score: the characteristic stability index
 *
 * <pre>CSI = Σ (a - e) points,   e, a the shares of rows expected and found</pre>
 *
 * in points. It is the change of the mean points of the characteristic, so those of a card add up to the change of its mean
 * score: the sign tells whether today's clients score better or worse, and which line of the card makes it so. Beside it
 * stands the {@link PopulationStability} of the same bins, which knows neither sign nor points. Rows in a bin without points
 * (no score) count in the latter alone. Immutable and thread-safe.
 *
 * <p>Source: Siddiqi, Credit Risk Scorecards (2006), chapter 8, "characteristic analysis".
 *
 * @param name the name of the characteristic
 * @param shift the index in points; 0 where no row of a population has points
 * @param standardError of the shift if both populations are samples
 * @param stability of the bins
 */
public record CharacteristicStability(String name, double shift, double standardError, PopulationStability stability) {

    public CharacteristicStability {
        requireNonNull(name, "name");
        requireNonNull(stability, "stability");
        if (!Double.isFinite(shift) || !(standardError >= 0)) {
            throw new IllegalArgumentException("shift and standardError of " + name
                    + " must be finite and at least 0, found " + shift + " and " + standardError);
        }
    }

    /**
     * Compares counts over the same bins.
     *
     * @param name the name of the characteristic
     * @param points of each bin; {@code NaN} where it gives no score
     * @param expected the counts of the population the card was made on
     * @param found the counts of the population of today
     * @return the comparison
     * @throws IllegalArgumentException if lengths differ, points are infinite, a count is negative or a population empty
     */
    public static CharacteristicStability of(String name, double[] points, long[] expected, long[] found) {
        if (points.length != expected.length) {
            throw new IllegalArgumentException("points of " + name + " must be as many as its " + expected.length
                    + " bins, found " + points.length);
        }
        PopulationStability stability = PopulationStability.of(expected, found);
        double[] before = moments(name, points, expected);
        double[] now = moments(name, points, found);
        boolean scored = before[0] > 0 && now[0] > 0;
        return new CharacteristicStability(
                name,
                scored ? now[1] - before[1] : 0,
                scored ? Math.sqrt(before[2] / before[0] + now[2] / now[0]) : 0,
                stability);
    }

    /** Rows with points, their mean points and the variance of these. */
    private static double[] moments(String name, double[] points, long[] counts) {
        double rows = 0;
        double sum = 0;
        for (int bin = 0; bin < points.length; bin++) {
            if (Double.isInfinite(points[bin])) {
                throw new IllegalArgumentException(
                        "points of " + name + " must not be infinite, found " + points[bin] + " in bin " + (bin + 1));
            }
            if (!Double.isNaN(points[bin])) {
                rows += counts[bin];
                sum += counts[bin] * points[bin];
            }
        }
        double mean = rows == 0 ? 0 : sum / rows;
        double squares = 0;
        for (int bin = 0; bin < points.length; bin++) {
            if (!Double.isNaN(points[bin])) {
                squares += counts[bin] * (points[bin] - mean) * (points[bin] - mean);
            }
        }
        return new double[] {rows, mean, rows == 0 ? 0 : squares / rows};
    }

    /**
     * Compares two tables line by line of a card.
     *
     * @param card the card
     * @param expected the rows the card was made on
     * @param found the rows of today
     * @return the comparison of each characteristic, in the order of the card
     * @throws IllegalArgumentException if a table lacks a feature or rows
     */
    public static List<CharacteristicStability> ofCard(Scorecard card, FeatureTable expected, FeatureTable found) {
        List<CharacteristicStability> lines = new ArrayList<>();
        for (Characteristic line : card.characteristics()) {
            Bins bins = line.bins();
            lines.add(of(line.name(), line.points(), BinCounts.of(bins, expected), BinCounts.of(bins, found)));
        }
        return List.copyOf(lines);
    }

    /**
     * The shift with its interval.
     *
     * @param level its confidence, within (0, 1)
     * @return a normal interval, in points
     */
    public Interval interval(double level) {
        double reach = Tails.deviations(level) * standardError;
        return new Interval(shift, shift - reach, shift + reach, level);
    }

    /** {@return the probability of a shift so far from 0 if both populations were alike, two-sided; 1 without a shift} */
    public double pValue() {
        return shift == 0 ? 1 : standardError == 0 ? 0 : Tails.normal(shift / standardError);
    }
}
