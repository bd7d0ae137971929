package io.lendcrm.segmentation.mixture;

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

/** What makes one component more probable for a client than another, feature by feature. */
final class MixtureReasons {

    private static final String MASKED = "***";
    private static final ReasonCode NEARER = ReasonCode.of("mixture.nearer");
    private static final ReasonCode FARTHER = ReasonCode.of("mixture.farther");
    private static final ReasonCode SIZE = ReasonCode.of("mixture.size");
    private static final MathContext DIGITS = new MathContext(4);

    private final GaussianMixtureModel model;
    private final Components components;
    private final int first;
    private final int second;

    MixtureReasons(GaussianMixtureModel model, Components components, int first, int second) {
        this.model = model;
        this.components = components;
        this.first = first;
        this.second = second;
    }

    List<Reason> reasons(double[] values, double[] x) {
        double[] near = components.parts(first, x);
        double[] far = components.parts(second, x);
        double[] centre = model.centre(first);
        double[] other = model.centre(second);
        List<Reason> reasons = new ArrayList<>();
        for (int j = 0; j < near.length; j++) {
            Feature feature = model.schema().feature(j);
            double pull = 0.5 * (far[j] - near[j]);
            reasons.add(new Reason(
                    pull > 0 ? NEARER : FARTHER,
                    pull,
                    Map.of(
                            "feature", feature.name(),
                            "unit", feature.unit(),
                            "value", feature.dataClass() == DataClass.ORDINARY ? rounded(values[j]) : MASKED,
                            "segment", segment(first),
                            "centre", rounded(centre[j]),
                            "second", segment(second),
                            "secondCentre", rounded(other[j]))));
        }
        reasons.add(new Reason(
                SIZE,
                components.constant(first) - components.constant(second),
                Map.of("segment", segment(first), "second", segment(second))));
        reasons.sort(Comparator.comparingDouble(reason -> -reason.contribution()));
        return reasons;
    }

    private String segment(int c) {
        return model.segments().get(c).id().value();
    }

    private static String rounded(double value) {
        return Double.isFinite(value)
                ? BigDecimal.valueOf(value).round(DIGITS).stripTrailingZeros().toPlainString()
                : "?";
    }
}
