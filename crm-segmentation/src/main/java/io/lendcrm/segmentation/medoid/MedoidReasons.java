package io.lendcrm.segmentation.medoid;

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

/** What draws a client to the nearest medoid rather than to the second nearest, feature by feature. */
final class MedoidReasons {

    private static final String MASKED = "***";
    private static final ReasonCode NEARER = ReasonCode.of("medoid.nearer");
    private static final ReasonCode FARTHER = ReasonCode.of("medoid.farther");
    private static final MathContext DIGITS = new MathContext(4);

    private final KMedoidsModel model;
    private final int first;
    private final int second;

    MedoidReasons(KMedoidsModel model, int first, int second) {
        this.model = model;
        this.first = first;
        this.second = second;
    }

    List<Reason> reasons(double[] values, double[] toFirst, double[] toSecond) {
        double[] near = model.medoid(first);
        double[] far = model.medoid(second);
        List<Reason> reasons = new ArrayList<>();
        for (int j = 0; j < values.length; j++) {
            Feature feature = model.schema().feature(j);
            boolean shown = feature.dataClass() == DataClass.ORDINARY;
            double pull = toSecond[j] - toFirst[j];
            reasons.add(new Reason(
                    pull > 0 ? NEARER : FARTHER,
                    pull,
                    Map.of(
                            "feature", feature.name(),
                            "unit", feature.unit(),
                            "value", shown ? told(feature, values[j]) : MASKED,
                            "segment", model.segments().get(first).id().value(),
                            "medoid", shown ? told(feature, near[j]) : MASKED,
                            "second", model.segments().get(second).id().value(),
                            "secondMedoid", shown ? told(feature, far[j]) : MASKED)));
        }
        reasons.sort(Comparator.comparingDouble(reason -> -reason.contribution()));
        return reasons;
    }

    private static String told(Feature feature, double value) {
        if (Double.isNaN(value) || value == Feature.UNSEEN) {
            return "?";
        }
        if (feature.type().hasLevels()) {
            return feature.levels().get((int) value);
        }
        return BigDecimal.valueOf(value).round(DIGITS).stripTrailingZeros().toPlainString();
    }
}
