package io.lendcrm.scoring.value.kpi;

import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.privacy.DataClass;
import io.lendcrm.core.reason.Reason;
import io.lendcrm.core.reason.ReasonCode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/** An indicator ready for use: the slopes of its weighted points on both sides of the target. */
final class KpiLine {

    private static final String MASKED = "***";
    private static final ReasonCode ABOVE = ReasonCode.of("kpi.above-target");
    private static final ReasonCode BELOW = ReasonCode.of("kpi.below-target");
    private static final ReasonCode ON = ReasonCode.of("kpi.on-target");
    private static final ReasonCode MISSING = ReasonCode.of("kpi.missing");

    private final KpiIndicator indicator;
    private final double target;
    private final double floor;
    private final double cap;
    private final double slopeBelow;
    private final double slopeAbove;
    private final double ifMissing;
    private final String name;
    private final String unit;
    private final String aim;
    private final boolean ordinary;

    private KpiLine(KpiIndicator indicator, double slopeBelow, double slopeAbove, double ifMissing) {
        this.indicator = indicator;
        this.target = indicator.target();
        this.floor = indicator.floor();
        this.cap = indicator.cap();
        this.slopeBelow = slopeBelow;
        this.slopeAbove = slopeAbove;
        this.ifMissing = ifMissing;
        this.name = indicator.feature().name();
        this.unit = indicator.feature().unit();
        this.aim = plain(target);
        this.ordinary = indicator.feature().dataClass() == DataClass.ORDINARY;
    }

    static KpiLine of(KpiIndicator indicator, double pointsAtTarget) {
        double room = 100 - pointsAtTarget;
        String name = indicator.feature().name();
        if ((indicator.best() == indicator.target()) != (room == 0)) {
            throw new IllegalArgumentException("target of " + name + " must "
                    + (room == 0 ? "be the best value where it is worth 100 points" : "not be the best value")
                    + ": target=" + indicator.target() + ", best=" + indicator.best() + ", pointsAtTarget="
                    + pointsAtTarget);
        }
        double good = room == 0 ? 0 : indicator.weight() * room / (indicator.best() - indicator.target());
        double bad = indicator.weight() * pointsAtTarget / (indicator.target() - indicator.worst());
        if (!Double.isFinite(good) || !Double.isFinite(bad)) {
            throw new IllegalArgumentException("floor, target and cap of " + name + " must be further apart, found "
                    + indicator.floor() + ", " + indicator.target() + " and " + indicator.cap());
        }
        double ifMissing = switch (indicator.missing()) {
            case REJECT -> Double.NaN;
            case NEUTRAL -> 0;
            case WORST -> -indicator.weight() * pointsAtTarget;
        };
        return indicator.direction() == KpiDirection.HIGHER_IS_BETTER
                ? new KpiLine(indicator, bad, good, ifMissing)
                : new KpiLine(indicator, good, bad, ifMissing);
    }

    private boolean isMissing(double value) {
        return Double.isNaN(value) || (indicator.feature().type().hasLevels() && value == Feature.UNSEEN);
    }

    /** What the value adds to the points at target; NaN where it is missing and that means no score. */
    double contribution(double value) {
        if (isMissing(value)) {
            return ifMissing;
        }
        double beyond = Math.max(floor, Math.min(cap, value)) - target;
        return beyond * (beyond < 0 ? slopeBelow : slopeAbove);
    }

    Reason reason(double value, double pointsAtTarget) {
        double contribution = contribution(value) + 0.0;
        String points = points(pointsAtTarget + contribution / indicator.weight());
        if (isMissing(value)) {
            return new Reason(
                    MISSING, contribution, Map.of("feature", name, "unit", unit, "target", aim, "points", points));
        }
        return new Reason(
                value > target ? ABOVE : value < target ? BELOW : ON,
                contribution,
                Map.of(
                        "feature", name,
                        "unit", unit,
                        "target", aim,
                        "points", points,
                        "value", ordinary ? plain(value) : MASKED));
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    private static String points(double value) {
        return BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_EVEN).toPlainString();
    }
}
