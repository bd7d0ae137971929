package io.lendcrm.segmentation.profile;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.feature.FeatureType;
import io.lendcrm.segmentation.Assignments;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.special.Gamma;

/**
 * How much of a feature the segments tell. Clients without a segment and missing values don't count. Immutable and
 * thread-safe.
 *
 * @param feature the feature's name
 * @param measure which measure {@code strength} is
 * @param strength from 0, where the segments tell nothing, to 1, where they tell all; {@code NaN} if the feature doesn't
 *     vary or only one segment has known values
 * @param statistic the test's statistic: Kruskal and Wallis's H, corrected for ties, or Pearson's chi-square; {@code NaN}
 *     as {@code strength}
 * @param degrees its degrees of freedom
 * @param pValue how often chance alone gives as much or more, by the chi-square law; {@code NaN} as {@code strength}. Where
 *     the segments were found by this feature it is no test, since they were made to differ
 * @param known how many values counted
 */
public record EffectSize(
        String feature, Measure measure, double strength, double statistic, int degrees, double pValue, long known) {

    /** Measures of strength. */
    public enum Measure {
        /** Eta squared, the part of a number's variance that lies between the segments (Pearson, 1911; Fisher, 1925). */
        ETA_SQUARED,
        /** Cramér's V of a category's levels or of yes and no (Mathematical Methods of Statistics, 1946). */
        CRAMERS_V
    }

    public EffectSize {
        requireNonNull(feature, "feature");
        requireNonNull(measure, "measure");
    }

    /**
     * The effect sizes of all features.
     *
     * @param table the clients' features: those the segments were found by, others, or both
     * @param assigned the segments of the table's clients, row by row
     * @return one for each feature, in the table's order
     * @throws IllegalArgumentException if there aren't as many rows
     */
    public static List<EffectSize> of(FeatureTable table, Assignments assigned) {
        if (table.rows() != assigned.rows()) {
            throw new IllegalArgumentException(
                    "assignments must be of the table's " + table.rows() + " rows, found " + assigned.rows());
        }
        return IntStream.range(0, table.schema().size())
                .mapToObj(j -> of(table.schema().feature(j), table.column(j), assigned))
                .toList();
    }

    private static EffectSize of(Feature feature, double[] column, Assignments assigned) {
        int[] rows = IntStream.range(0, column.length)
                .filter(row -> assigned.segment(row) >= 0 && (column[row] >= 0 || counts(feature, column[row])))
                .toArray();
        double[] values = IntStream.of(rows).mapToDouble(row -> column[row]).toArray();
        int[] segments = IntStream.of(rows).map(assigned::segment).toArray();
        int groups = assigned.segments().size();
        if (feature.type() == FeatureType.NUMERIC) {
            int degrees = (int) IntStream.of(segments).distinct().count() - 1;
            return of(
                    feature,
                    Measure.ETA_SQUARED,
                    GroupRanks.etaSquared(values, segments, groups),
                    GroupRanks.kruskalWallis(values, segments, groups),
                    degrees,
                    values.length);
        }
        int levels = feature.type().hasLevels() ? feature.levels().size() : 2;
        LevelTable cross = LevelTable.of(values, segments, groups, levels);
        return of(feature, Measure.CRAMERS_V, cross.cramersV(), cross.chiSquare(), cross.degrees(), values.length);
    }

    /** A number may be negative; a level that isn't known is no value. */
    private static boolean counts(Feature feature, double value) {
        return feature.type() == FeatureType.NUMERIC && !Double.isNaN(value);
    }

    private static EffectSize of(
            Feature feature, Measure measure, double strength, double statistic, int degrees, long known) {
        double p = degrees < 1 || Double.isNaN(statistic)
                ? Double.NaN
                : Gamma.regularizedGammaQ(degrees / 2.0, statistic / 2);
        return new EffectSize(
                feature.name(),
                measure,
                strength,
                degrees < 1 ? Double.NaN : statistic,
                Math.max(0, degrees),
                p,
                known);
    }

    /** {@return the order of strength, the strongest first, unknown ones last} */
    public static Comparator<EffectSize> strongestFirst() {
        return Comparator.comparingDouble(
                effect -> Double.isNaN(effect.strength()) ? Double.POSITIVE_INFINITY : -effect.strength());
    }
}
