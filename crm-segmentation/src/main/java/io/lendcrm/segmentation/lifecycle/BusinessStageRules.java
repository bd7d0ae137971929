package io.lendcrm.segmentation.lifecycle;

import io.lendcrm.core.client.ProjectCompany;
import io.lendcrm.core.feature.FeatureRow;
import io.lendcrm.core.reason.Reason;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Tells the stage of a client's own business from its age, growth and profit. The first that holds:
 *
 * <ol>
 *   <li>younger than {@code startUpYears}: start-up ({@code business.young});
 *   <li>revenue fell by {@code declineBy} or more: decline ({@code business.shrinking}); or by less, and at a loss
 *       ({@code business.shrinking-at-loss});
 *   <li>revenue grew by {@code growthFrom} or more: growth ({@code business.growing});
 *   <li>revenue in between and a profit: mature ({@code business.steady});
 *   <li>else undetermined: no profit without decline ({@code business.signs-disagree}), profit unknown
 *       ({@code business.profit-unknown}) or growth unknown ({@code business.growth-unknown}).
 * </ol>
 *
 * <p>Where the age isn't known that is told ({@code business.age-unknown}), and growth and profit decide. A project company
 * has no years behind it: its phase decides ({@code business.phase}). Immutable and thread-safe.
 *
 * @param startUpYears a business is a start-up for so many years, at least 0
 * @param growthFrom the least growth of revenue a year that is fast, above 0, as a part of the year before
 * @param declineBy the least fall of revenue a year that is a decline by itself, above 0 and up to 1
 */
public record BusinessStageRules(double startUpYears, double growthFrom, double declineBy) {

    private static final MathContext DIGITS = new MathContext(3);

    public BusinessStageRules {
        if (!(startUpYears >= 0) || startUpYears == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("startUpYears must be at least 0, found " + startUpYears);
        }
        if (!(growthFrom > 0) || growthFrom == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("growthFrom must be above 0, found " + growthFrom);
        }
        if (!(declineBy > 0 && declineBy <= 1)) {
            throw new IllegalArgumentException("declineBy must be within (0, 1], found " + declineBy);
        }
    }

    /**
     * The usual rules: a start-up for 3 years; growth from 20 % a year (Eurostat and OECD, <i>Manual on Business Demography
     * Statistics</i>, 2007, for firms of high growth); decline from a fall of 10 %, which is judgement.
     *
     * @return the rules
     */
    public static BusinessStageRules defaults() {
        return new BusinessStageRules(3, 0.2, 0.1);
    }

    /**
     * The stage of a firm or a sole trader.
     *
     * @param firm features among which are {@code firm_age_years}, {@code revenue_growth} and {@code net_margin} of the
     *     standard ones; each may be missing
     * @return the stage with the rule that told it
     */
    public BusinessStanding judge(FeatureRow firm) {
        return judge(firm.value("firm_age_years"), firm.value("revenue_growth"), firm.value("net_margin"));
    }

    /**
     * The stage of a project company.
     *
     * @param phase where the project stands
     * @return start-up until it operates, then mature, and decline once it is wound up
     */
    public BusinessStanding judge(ProjectCompany.Phase phase) {
        BusinessStage stage = switch (phase) {
            case DEVELOPMENT, CONSTRUCTION -> BusinessStage.START_UP;
            case OPERATION -> BusinessStage.MATURE;
            case CLOSING -> BusinessStage.DECLINE;
        };
        return new BusinessStanding(
                stage,
                List.of(Reason.of(
                        "business.phase", 0, Map.of("phase", phase.name().toLowerCase(Locale.ROOT)))));
    }

    private BusinessStanding judge(double age, double growth, double margin) {
        List<Reason> unknown = new ArrayList<>();
        if (age < startUpYears) {
            return standing(BusinessStage.START_UP, reason("business.young", "years", age), unknown);
        }
        if (Double.isNaN(age)) {
            unknown.add(Reason.of("business.age-unknown", 0));
        }
        if (Double.isNaN(growth)) {
            return standing(BusinessStage.UNDETERMINED, Reason.of("business.growth-unknown", 0), unknown);
        }
        if (growth <= -declineBy) {
            return standing(BusinessStage.DECLINE, reason("business.shrinking", "percent", -100 * growth), unknown);
        }
        if (growth < 0 && margin < 0) {
            return standing(
                    BusinessStage.DECLINE, reason("business.shrinking-at-loss", "percent", -100 * growth), unknown);
        }
        if (growth >= growthFrom) {
            return standing(BusinessStage.GROWTH, reason("business.growing", "percent", 100 * growth), unknown);
        }
        if (Double.isNaN(margin)) {
            return standing(BusinessStage.UNDETERMINED, Reason.of("business.profit-unknown", 0), unknown);
        }
        return margin < 0
                ? standing(
                        BusinessStage.UNDETERMINED, reason("business.signs-disagree", "percent", 100 * growth), unknown)
                : standing(BusinessStage.MATURE, reason("business.steady", "percent", 100 * growth), unknown);
    }

    private static BusinessStanding standing(BusinessStage stage, Reason rule, List<Reason> unknown) {
        List<Reason> reasons = new ArrayList<>(List.of(rule));
        reasons.addAll(unknown);
        return new BusinessStanding(stage, reasons);
    }

    private static Reason reason(String code, String name, double value) {
        return Reason.of(
                code,
                0,
                Map.of(
                        name,
                        BigDecimal.valueOf(value)
                                .round(DIGITS)
                                .stripTrailingZeros()
                                .toPlainString()));
    }
}
