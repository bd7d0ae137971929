package io.lendcrm.segmentation.cluster;

import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.privacy.DataClass;
import io.lendcrm.core.reason.Reason;
import io.lendcrm.core.reason.ReasonCode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What draws a client to the nearest centre rather than to the second nearest, feature by feature. */
final class Pull {

    private static final String MASKED = "***";
    private static final ReasonCode NEARER = ReasonCode.of("cluster.nearer");
    private static final ReasonCode FARTHER = ReasonCode.of("cluster.farther");
    private static final MathContext DIGITS = new MathContext(4);

    private final KMeansModel model;
    private final int first;
    private final int second;

    Pull(KMeansModel model, int first, int second) {
        this.model = model;
        this.first = first;
        this.second = second;
    }

    List<Reason> reasons(double[] values, double[] scaled) {
        double[] near = model.clusters().centres()[first];
        double[] far = model.clusters().centres()[second];
        List<Reason> reasons = new ArrayList<>();
        for (int j = 0; j < values.length; j++) {
            double toNear = scaled[j] - near[j];
            double toFar = scaled[j] - far[j];
            reasons.add(reason(j, values[j], toFar * toFar - toNear * toNear, near[j], far[j]));
        }
        reasons.sort(Comparator.comparingDouble(reason -> -reason.contribution()));
        return reasons;
    }

    private Reason reason(int j, double value, double pull, double near, double far) {
        Feature feature = model.schema().feature(j);
        return new Reason(
                pull > 0 ? NEARER : FARTHER,
                pull,
                Map.of(
                        "feature", feature.name(),
                        "unit", feature.unit(),
                        "value", feature.dataClass() == DataClass.ORDINARY ? told(value) : MASKED,
                        "segment", model.segments().get(first).id().value(),
                        "centre", rounded(model.preparation().original(j, near)),
                        "second", model.segments().get(second).id().value(),
                        "secondCentre", rounded(model.preparation().original(j, far))));
    }

    /** A missing value that was filled stays unknown. */
    private static String told(double value) {
        return Double.isNaN(value) ? "?" : plain(BigDecimal.valueOf(value));
    }

    private static String rounded(double value) {
        return Double.isFinite(value) ? plain(BigDecimal.valueOf(value).round(DIGITS)) : Double.toString(value);
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}
