package io.lendcrm.scoring.risk.anomaly;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.model.FitException;
import io.lendcrm.core.model.Fitter;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.core.model.Run;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Fits what is usual: a center and a covariance of numeric features. Rows with a missing value are left out of the fit, not of
 * the judging. Right-skewed features (amounts) are best handed over as logarithms: the cut is that of a normal population. Immutable and
 * thread-safe.
 *
 * @param spread how center and covariance are found
 * @param alpha the share of usual rows that is flagged all the same, within (0, 1)
 * @param seed of the draws of {@link Spread#MINIMUM_DETERMINANT}
 */
public record OutlierFitter(Spread spread, double alpha, long seed) implements Fitter<FeatureTable, OutlierModel> {

    /** How center and covariance are found. */
    public enum Spread {
        /** Mean and sample covariance: the outliers themselves widen it and may hide behind it. */
        SAMPLE,
        /**
         * Mean and sample covariance, the correlations shrunk towards 0 by as much as their own noise asks for (Schäfer and
         * Strimmer 2005): for many features and few rows.
         */
        SHRUNK,
        /**
         * Of the half of the rows that is most compact (Rousseeuw and Van Driessen 1999): up to nearly half of the rows may be
         * outliers without hiding.
         */
        MINIMUM_DETERMINANT
    }

    public OutlierFitter {
        requireNonNull(spread, "spread");
        if (!(alpha > 0 && alpha < 1)) {
            throw new IllegalArgumentException("alpha must be within (0, 1), found " + alpha);
        }
    }

    /** {@return the robust fit, one usual row in a thousand flagged, seed 1} */
    public static OutlierFitter defaults() {
        return new OutlierFitter(Spread.MINIMUM_DETERMINANT, 0.001, 1);
    }

    /**
     * With another way to find center and covariance.
     *
     * @param way the way
     * @return the changed fitter
     */
    public OutlierFitter withSpread(Spread way) {
        return new OutlierFitter(way, alpha, seed);
    }

    /**
     * With another share of usual rows that is flagged.
     *
     * @param share within (0, 1)
     * @return the changed fitter
     */
    public OutlierFitter withAlpha(double share) {
        return new OutlierFitter(spread, share, seed);
    }

    /**
     * Fits a table of numeric features.
     *
     * @throws IllegalArgumentException if a feature has levels
     * @throws FitException if complete rows are too few, or a column is constant or follows from others
     */
    @Override
    public OutlierModel fit(FeatureTable table, Run run) {
        int p = table.schema().size();
        for (int c = 0; c < p; c++) {
            if (table.schema().feature(c).type().hasLevels()) {
                throw new IllegalArgumentException(
                        table.schema().feature(c).name() + " must be a number, found levels");
            }
        }
        List<double[]> complete = new ArrayList<>();
        for (int r = 0; r < table.rows(); r++) {
            double[] row = new double[p];
            boolean whole = true;
            for (int c = 0; c < p; c++) {
                row[c] = table.value(r, c);
                whole &= !Double.isNaN(row[c]);
            }
            if (whole) {
                complete.add(row);
            }
        }
        double[][] rows = complete.toArray(new double[0][]);
        if (rows.length < 2 * (p + 1)) {
            throw new FitException(
                    OutlierModel.TYPE,
                    "complete rows must be at least " + 2 * (p + 1) + ", found " + rows.length,
                    "fewer features");
        }
        int[] all = new int[rows.length];
        Arrays.setAll(all, i -> i);
        Scatter sample = Scatter.of(rows, all, all.length);
        for (int c = 0; c < p; c++) {
            if (!(sample.covariance()[c][c] > 0)) {
                throw new FitException(
                        OutlierModel.TYPE,
                        "column " + table.schema().feature(c).name() + " is constant",
                        "leaving it out");
            }
        }
        if (spread != Spread.SHRUNK && Cholesky.of(sample.covariance()).singular()) {
            throw new FitException(
                    OutlierModel.TYPE, "a column follows from others", "leaving it out, or " + Spread.SHRUNK);
        }
        Scatter found = switch (spread) {
            case SAMPLE -> sample;
            case SHRUNK -> Shrinkage.of(rows, sample);
            case MINIMUM_DETERMINANT -> MinimumDeterminant.of(rows, seed);
        };
        if (Cholesky.of(found.covariance()).singular()) {
            throw new FitException(
                    OutlierModel.TYPE, "a column follows from others among the usual rows", "leaving it out");
        }
        ModelInfo info = ModelInfo.of(OutlierModel.TYPE, run, table.rows(), table.fingerprint())
                .withSchema(table.schema())
                .withOptions(Map.of("spread", spread.name(), "alpha", Double.toString(alpha)))
                .withDiagnostics(Map.of("completeRows", (double) rows.length))
                .withSeed(seed);
        return new OutlierModel(info, found.mean(), found.covariance(), alpha);
    }
}
