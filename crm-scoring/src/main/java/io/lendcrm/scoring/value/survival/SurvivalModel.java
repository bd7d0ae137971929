package io.lendcrm.scoring.value.survival;

import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.model.FittedModel;
import io.lendcrm.core.time.CalendarUnit;
import io.lendcrm.scoring.likelihood.Coefficients;

/**
 * How likely a client with certain features is still there after some time. Rows are in the order of the schema,
 * finite. Implementations are immutable and thread-safe.
 */
public interface SurvivalModel extends FittedModel {

    /** {@return the unit of time} */
    CalendarUnit unit();

    /** {@return the features} */
    FeatureSchema schema();

    /** {@return the coefficients with their covariance} */
    Coefficients coefficients();

    /** {@return the latest time that the model knows of; infinite if its form goes on} */
    double lastTime();

    /**
     * The cumulative hazard of a client.
     *
     * @param row the features
     * @param time after how long, finite, within [0, {@link #lastTime()}]
     * @return {@code -ln S(time)}, 0 at 0 and never falling; infinite where nobody stays for so long
     * @throws IllegalArgumentException if the row or the time doesn't fit
     */
    double cumulativeHazard(double[] row, double time);

    /**
     * The probability of being there still.
     *
     * @param row the features
     * @param time after how long, finite, within [0, {@link #lastTime()}]
     * @return a probability, 1 at 0 and never rising
     * @throws IllegalArgumentException if the row or the time doesn't fit
     */
    default double survival(double[] row, double time) {
        return Math.exp(-cumulativeHazard(row, time));
    }

    /** {@return the features of the client that reasons compare with: the mean of each column} */
    double[] baseline();

    /**
     * How each feature moves the logarithm of the risk to end, compared with the {@link #baseline()}.
     *
     * @param row the features
     * @return a number for each feature, above 0 where it ends sooner; their sum tells everything the row does
     * @throws IllegalArgumentException if the row doesn't fit
     */
    double[] riskContributions(double[] row);

    /**
     * The probability of ending within a span, given that it hasn't yet.
     *
     * @param row the features
     * @param time for how long it has been there
     * @param ahead the span, at least 0
     * @return {@code 1 - S(time + ahead) / S(time)}; 1 where nobody stays for as long as {@code time}
     * @throws IllegalArgumentException if the row or a time doesn't fit
     */
    default double probabilityToEnd(double[] row, double time, double ahead) {
        if (!(ahead >= 0)) {
            throw new IllegalArgumentException("ahead must be at least 0, found " + ahead);
        }
        double now = cumulativeHazard(row, time);
        double added = cumulativeHazard(row, time + ahead) - now;
        return now == Double.POSITIVE_INFINITY ? 1 : -Math.expm1(-Math.max(0, added)) + 0.0; // below 0 by rounding
    }
}
