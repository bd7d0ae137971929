package io.lendcrm.benchmarks.quality;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * How far a forecast is from what happened.
 *
 * @param predicted purchases of all clients in the holdout as forecast
 * @param actual purchases of all clients in the holdout
 * @param mae mean over the clients of |forecast - actual|
 * @param rmse root of the mean over the clients of (forecast - actual)²
 * @param tracking the cumulative purchases of all clients at the end of each whole week of the holdout, forecast and
 *     actual: the largest deviation, as a signed share of the actual ones up to that week
 * @param trackingWeek the week at whose end that is, from 1
 * @param calibration clients in tenths by the forecast probability to return: the mean over the clients of |mean forecast
 *     - share that returned| of their tenth; empty from a rule of thumb
 */
record Accuracy(
        double predicted,
        long actual,
        double mae,
        double rmse,
        double tracking,
        int trackingWeek,
        OptionalDouble calibration) {

    static Accuracy of(Forecast forecast, SplitBook book) {
        double[] expected = forecast.purchases(book.weeks());
        long actual = 0;
        double absolute = 0;
        double squares = 0;
        for (int row = 0; row < expected.length; row++) {
            double error = expected[row] - book.holdout(row);
            actual += book.holdout(row);
            absolute += Math.abs(error);
            squares += error * error;
        }
        int clients = expected.length;
        double[] deviation = deviation(forecast, book);
        int week = largest(deviation);
        return new Accuracy(
                Arrays.stream(expected).sum(),
                actual,
                absolute / clients,
                Math.sqrt(squares / clients),
                deviation[week],
                week + 1,
                calibration(forecast, book));
    }

    /** Of the cumulative purchases, at the end of each week. */
    private static double[] deviation(Forecast forecast, SplitBook book) {
        long[] byWeek = book.byWeek();
        double[] deviation = new double[byWeek.length];
        double actual = 0;
        for (int week = 0; week < byWeek.length; week++) {
            actual += byWeek[week];
            deviation[week] = Arrays.stream(forecast.purchases(week + 1)).sum() / actual - 1;
        }
        return deviation;
    }

    private static int largest(double[] values) {
        int at = 0;
        for (int i = 1; i < values.length; i++) {
            at = Math.abs(values[i]) > Math.abs(values[at]) ? i : at;
        }
        return at;
    }

    private static OptionalDouble calibration(Forecast forecast, SplitBook book) {
        return forecast.returning(book.weeks())
                .map(returning -> OptionalDouble.of(Tenth.of(returning, returning, book).stream()
                                .mapToDouble(tenth -> tenth.clients() * Math.abs(tenth.forecast() - tenth.returned()))
                                .sum()
                        / book.size()))
                .orElse(OptionalDouble.empty());
    }
}
