package io.lendcrm.segmentation.profile;

import java.util.Arrays;

/**
 * Counts of groups by levels, empty rows and columns aside.
 *
 * @param chiSquare Pearson's statistic; {@code NaN} if there are fewer than two rows or columns
 * @param cramersV √(χ² / (n · min(rows − 1, columns − 1)))
 * @param degrees (rows − 1) · (columns − 1)
 */
record LevelTable(double chiSquare, double cramersV, int degrees) {

    static LevelTable of(double[] level, int[] group, int groups, int levels) {
        double[][] counts = new double[groups][levels];
        double[] inGroup = new double[groups];
        double[] ofLevel = new double[levels];
        for (int i = 0; i < level.length; i++) {
            counts[group[i]][(int) level[i]]++;
            inGroup[group[i]]++;
            ofLevel[(int) level[i]]++;
        }
        int rows = (int) Arrays.stream(inGroup).filter(count -> count > 0).count();
        int columns = (int) Arrays.stream(ofLevel).filter(count -> count > 0).count();
        if (rows < 2 || columns < 2) {
            return new LevelTable(Double.NaN, Double.NaN, 0);
        }
        double chiSquare = 0;
        for (int g = 0; g < groups; g++) {
            for (int l = 0; l < levels; l++) {
                double expected = inGroup[g] * ofLevel[l] / level.length;
                if (expected > 0) {
                    chiSquare += (counts[g][l] - expected) * (counts[g][l] - expected) / expected;
                }
            }
        }
        int least = Math.min(rows, columns) - 1;
        return new LevelTable(
                chiSquare,
                Math.min(1, Math.sqrt(chiSquare / (level.length * (double) least))),
                (rows - 1) * (columns - 1));
    }
}
