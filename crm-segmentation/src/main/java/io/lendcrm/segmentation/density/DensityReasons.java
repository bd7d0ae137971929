package io.lendcrm.segmentation.density;

import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.privacy.DataClass;
import io.lendcrm.core.reason.Reason;
import io.lendcrm.core.reason.ReasonCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What speaks for one segment rather than another: feature by feature how much nearer its closest row is, and what is left of
 * the margin, which lies in how densely the two stand. No value of another client is told.
 */
final class DensityReasons {

    private static final String MASKED = "***";
    private static final double ROUNDING = 1e-12;
    private static final ReasonCode NEARER = ReasonCode.of("density.nearer");
    private static final ReasonCode FARTHER = ReasonCode.of("density.farther");
    private static final ReasonCode SPREAD = ReasonCode.of("density.spread");

    private DensityReasons() {}

    /** @param rows holds the closest row of the first segment at {@code near}, of the second at {@code far} */
    static List<Reason> of(
            FeatureSchema schema,
            double[] values,
            double[] x,
            double[] rows,
            int near,
            int far,
            double margin,
            String first,
            String second) {
        double[] pull = new double[x.length];
        double toNear = 0;
        double toFar = 0;
        for (int j = 0; j < x.length; j++) {
            double a = x[j] - rows[near + j];
            double b = x[j] - rows[far + j];
            toNear += a * a;
            toFar += b * b;
            pull[j] = b * b - a * a;
        }
        double sum = Math.sqrt(toNear) + Math.sqrt(toFar); // above 0: the two rows differ
        List<Reason> reasons = new ArrayList<>();
        double left = margin;
        for (int j = 0; j < x.length; j++) {
            Feature feature = schema.feature(j);
            double part = pull[j] / sum;
            left -= part;
            reasons.add(new Reason(
                    part > 0 ? NEARER : FARTHER,
                    part,
                    Map.of(
                            "feature",
                            feature.name(),
                            "unit",
                            feature.unit(),
                            "value",
                            feature.dataClass() == DataClass.ORDINARY ? plain(values[j]) : MASKED,
                            "segment",
                            first,
                            "second",
                            second)));
        }
        if (Math.abs(left) > ROUNDING * sum) {
            reasons.add(new Reason(SPREAD, left, Map.of("segment", first, "second", second)));
        }
        reasons.sort(Comparator.comparingDouble(reason -> -reason.contribution()));
        return reasons;
    }

    private static String plain(double value) {
        return Double.isFinite(value)
                ? BigDecimal.valueOf(value).stripTrailingZeros().toPlainString()
                : "?";
    }
}
