package io.lendcrm.scoring.value.survival;

import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.time.CalendarUnit;
import java.util.Random;

/** Clients whose true hazard is known: {@code 0.05 exp(0.7 rate - 0.4 size)} a month, some lost from sight. */
final class Simulated {

    static final double HAZARD = 0.05;
    static final double RATE = 0.7;
    static final double SIZE = -0.4;
    static final FeatureSchema SCHEMA =
            FeatureSchema.of(Feature.numeric("rate", "ratio"), Feature.numeric("size", "ratio"));

    private Simulated() {}

    static SurvivalData book(int clients, long seed) {
        Random random = new Random(seed);
        double[] time = new double[clients];
        int[] event = new int[clients];
        double[][] columns = new double[2][clients];
        for (int i = 0; i < clients; i++) {
            columns[0][i] = random.nextGaussian();
            columns[1][i] = random.nextGaussian() + 0.5 * columns[0][i];
            double end = -Math.log(1 - random.nextDouble()) / hazard(columns[0][i], columns[1][i]);
            double watched = Math.min(36, -Math.log(1 - random.nextDouble()) / 0.02);
            time[i] = Math.max(1e-9, Math.min(end, watched));
            event[i] = end <= watched ? 1 : 0;
        }
        return SurvivalData.of(CalendarUnit.MONTH, time, event).withColumns(SCHEMA, columns);
    }

    static double hazard(double rate, double size) {
        return HAZARD * Math.exp(RATE * rate + SIZE * size);
    }

    static double[] row(SurvivalData data, int at) {
        double[] row = new double[data.schema().size()];
        for (int c = 0; c < row.length; c++) {
            row[c] = data.column(c)[at];
        }
        return row;
    }

    static double[] probabilities(SurvivalModel model, SurvivalData data, double time) {
        double[] probabilities = new double[data.rows()];
        for (int i = 0; i < probabilities.length; i++) {
            probabilities[i] = model.probabilityToEnd(row(data, i), 0, time);
        }
        return probabilities;
    }
}
