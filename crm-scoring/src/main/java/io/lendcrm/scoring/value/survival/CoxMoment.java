package io.lendcrm.scoring.value.survival;

import java.util.Arrays;

/**
 * What a Cox model needs to know of a moment at which clients end: sums over those at risk and over those who end,
 * weighted by their risk. Filled again for every moment.
 */
final class CoxMoment {

    /** Is shown the moments, the latest first. */
    interface Visitor {
        void visit(CoxMoment moment);
    }

    private final boolean efron;
    private final int size;
    double time;
    int deaths;
    double logRisk;
    final double[] sum;
    private double risk;
    private final double[] first;
    private final double[][] second;
    private double ownRisk;
    private final double[] ownFirst;
    private final double[][] ownSecond;
    final double[] mean;
    final double[][] spread;

    private CoxMoment(int size, boolean efron) {
        this.efron = efron;
        this.size = size;
        this.sum = new double[size];
        this.first = new double[size];
        this.second = new double[size][size];
        this.ownFirst = new double[size];
        this.ownSecond = new double[size][size];
        this.mean = new double[size];
        this.spread = new double[size][size];
    }

    /** Shows all moments of the data; risks are relative to {@code exp(shift)}. */
    static void all(
            SurvivalData data, Centred columns, CoxTies ties, double[] logRisks, double shift, Visitor visitor) {
        CoxMoment moment = new CoxMoment(columns.size(), ties == CoxTies.EFRON);
        int[] byTime = data.latestFirst();
        int[] byEntry = data.lastToEnterFirst();
        int removed = 0;
        for (int i = 0; i < byTime.length; ) {
            moment.begin(data.time(byTime[i]));
            for (; i < byTime.length && data.time(byTime[i]) == moment.time; i++) {
                int row = byTime[i];
                double risk = Math.exp(logRisks[row] - shift);
                moment.enter(columns.row(row), risk, 1);
                if (data.ended(row)) {
                    moment.end(columns.row(row), risk, logRisks[row]);
                }
            }
            for (; removed < byEntry.length && data.entry(byEntry[removed]) >= moment.time; removed++) {
                int row = byEntry[removed];
                moment.enter(columns.row(row), Math.exp(logRisks[row] - shift), -1);
            }
            if (moment.deaths > 0) {
                visitor.visit(moment);
            }
        }
    }

    private void begin(double newTime) {
        time = newTime;
        deaths = 0;
        logRisk = 0;
        ownRisk = 0;
        Arrays.fill(sum, 0);
        Arrays.fill(ownFirst, 0);
        for (double[] row : ownSecond) {
            Arrays.fill(row, 0);
        }
    }

    private void enter(double[] row, double rowRisk, int sign) {
        risk += sign * rowRisk;
        add(row, sign * rowRisk, first, second);
    }

    private void end(double[] row, double rowRisk, double rowLogRisk) {
        deaths++;
        logRisk += rowLogRisk;
        ownRisk += rowRisk;
        for (int j = 0; j < size; j++) {
            sum[j] += row[j];
        }
        add(row, rowRisk, ownFirst, ownSecond);
    }

    private void add(double[] row, double weight, double[] sums, double[][] products) {
        for (int j = 0; j < size; j++) {
            double weighted = weight * row[j];
            sums[j] += weighted;
            for (int k = 0; k <= j; k++) {
                products[j][k] += weighted * row[k];
            }
        }
    }

    /**
     * The risk left when so many of those who end here are gone, by the rule for ties; sets {@link #mean} and the lower
     * triangle of {@link #spread}.
     */
    double left(int gone) {
        double share = efron ? (double) gone / deaths : 0;
        double total = risk - share * ownRisk;
        for (int j = 0; j < size; j++) {
            mean[j] = (first[j] - share * ownFirst[j]) / total;
            for (int k = 0; k <= j; k++) {
                spread[j][k] = (second[j][k] - share * ownSecond[j][k]) / total - mean[j] * mean[k];
            }
        }
        return total;
    }
}
