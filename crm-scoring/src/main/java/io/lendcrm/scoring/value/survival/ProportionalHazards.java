package io.lendcrm.scoring.value.survival;

import static java.util.Objects.requireNonNull;

import io.lendcrm.scoring.likelihood.ChiSquareTest;
import io.lendcrm.scoring.likelihood.Cholesky;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Whether the hazards of a Cox model are proportional: score tests that a coefficient doesn't change over time, time
 * being measured by the share that has ended before (Grambsch and Therneau, Biometrika 81, 1994; as R's {@code cox.zph}
 * with {@code transform = "km"}). A small probability says that the effect fades or grows. Immutable and thread-safe.
 *
 * @param features the test of each feature, in the order of the schema
 * @param all the test of all together
 */
public record ProportionalHazards(Map<String, ChiSquareTest> features, ChiSquareTest all) {

    public ProportionalHazards {
        features = Collections.unmodifiableMap(new LinkedHashMap<>(features));
        requireNonNull(all, "all");
    }

    /**
     * Tests a model on the data that it was fitted on.
     *
     * @param model the model
     * @param data its data
     * @return the tests
     * @throws IllegalArgumentException if the features differ
     */
    public static ProportionalHazards of(CoxModel model, SurvivalData data) {
        if (!model.schema().names().equals(data.schema().names())) {
            throw new IllegalArgumentException("data must have the features "
                    + model.schema().names() + ", found " + data.schema().names());
        }
        int size = model.schema().size();
        Centred columns = Centred.of(data, CoxModel.TYPE);
        double[] slopes = model.coefficients().estimates();
        double[] point = new double[size];
        Arrays.setAll(point, j -> slopes[j] * columns.spread(j));
        double[] logRisks = new CoxLikelihood(data, columns, model.ties()).logRisks(point);
        KaplanMeier curve = KaplanMeier.of(data);
        double[] times = curve.times();
        double[] score = new double[2 * size];
        double[][] information = new double[2 * size][2 * size];
        CoxMoment.all(data, columns, model.ties(), logRisks, CoxLikelihood.greatest(logRisks), moment -> {
            int at = Arrays.binarySearch(times, moment.time);
            double clock = 1 - (at == 0 ? 1 : curve.survival(times[at - 1]));
            add(moment, clock, score, information);
        });
        for (int i = 0; i < 2 * size; i++) {
            for (int j = 0; j < i; j++) {
                information[j][i] = information[i][j];
            }
        }
        Map<String, ChiSquareTest> tests = new LinkedHashMap<>();
        for (int j = 0; j < size; j++) {
            tests.put(model.schema().feature(j).name(), test(score, information, size, new int[] {size + j}));
        }
        int[] clocks = new int[size];
        Arrays.setAll(clocks, j -> size + j);
        return new ProportionalHazards(tests, test(score, information, size, clocks));
    }

    /** Adds a moment to the score and the information of the coefficients and of their slopes by the clock. */
    private static void add(CoxMoment moment, double clock, double[] score, double[][] information) {
        int size = moment.sum.length;
        for (int j = 0; j < size; j++) {
            score[size + j] += clock * moment.sum[j];
        }
        for (int gone = 0; gone < moment.deaths; gone++) {
            moment.left(gone);
            for (int j = 0; j < size; j++) {
                score[size + j] -= clock * moment.mean[j];
                for (int k = 0; k < size; k++) {
                    double spread = j >= k ? moment.spread[j][k] : moment.spread[k][j];
                    if (j >= k) {
                        information[j][k] += spread;
                        information[size + j][size + k] += clock * clock * spread;
                    }
                    information[size + j][k] += clock * spread;
                }
            }
        }
    }

    private static ChiSquareTest test(double[] score, double[][] information, int size, int[] clocks) {
        int all = size + clocks.length;
        int[] at = new int[all];
        Arrays.setAll(at, i -> i < size ? i : clocks[i - size]);
        double[][] part = new double[all][all];
        double[] slope = new double[all];
        for (int i = 0; i < all; i++) {
            slope[i] = score[at[i]];
            for (int j = 0; j < all; j++) {
                part[i][j] = information[at[i]][at[j]];
            }
        }
        double[] solved = Cholesky.of(part, 1e-12).solve(slope);
        double statistic = 0;
        for (int i = 0; i < all; i++) {
            statistic += slope[i] * solved[i];
        }
        return ChiSquareTest.of(Math.max(0, statistic), clocks.length);
    }
}
