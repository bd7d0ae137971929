package io.lendcrm.segmentation.prototype;

import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureType;
import io.lendcrm.core.privacy.DataClass;
import io.lendcrm.core.reason.Reason;
import io.lendcrm.core.reason.ReasonCode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What draws a client to the nearest prototype rather than to the second nearest, feature by feature. */
final class PrototypeReasons {

    private static final String MASKED = "***";
    private static final ReasonCode NEARER = ReasonCode.of("prototype.nearer");
    private static final ReasonCode FARTHER = ReasonCode.of("prototype.farther");
    private static final MathContext DIGITS = new MathContext(4);

    private final KPrototypesModel model;
    private final int first;
    private final int second;

    PrototypeReasons(KPrototypesModel model, int first, int second) {
        this.model = model;
        this.first = first;
        this.second = second;
    }

    List<Reason> reasons(double[] values, double[] toFirst, double[] toSecond) {
        double[] near = model.prototype(first);
        double[] far = model.prototype(second);
        List<Reason> reasons = new ArrayList<>();
        for (int j = 0; j < values.length; j++) {
            Feature feature = model.schema().feature(j);
            double pull = toSecond[j] - toFirst[j];
            reasons.add(new Reason(
                    pull > 0 ? NEARER : FARTHER,
                    pull,
                    Map.of(
                            "feature", feature.name(),
                            "unit", feature.unit(),
                            "value", feature.dataClass() == DataClass.ORDINARY ? told(feature, values[j]) : MASKED,
                            "segment", model.segments().get(first).id().value(),
                            "prototype", told(feature, near[j]),
                            "second", model.segments().get(second).id().value(),
                            "secondPrototype", told(feature, far[j]))));
        }
        reasons.sort(Comparator.comparingDouble(reason -> -reason.contribution()));
        return reasons;
    }

    /** The level nearest to a mean place stands for it. */
    private static String told(Feature feature, double value) {
        if (!Double.isFinite(value) || feature.type() != FeatureType.NUMERIC && value < 0) {
            return "?";
        }
        if (feature.type().hasLevels()) {
            return feature.levels()
                    .get((int) Math.min(Math.rint(value), feature.levels().size() - 1.0));
        }
        return BigDecimal.valueOf(value).round(DIGITS).stripTrailingZeros().toPlainString();
    }
}
