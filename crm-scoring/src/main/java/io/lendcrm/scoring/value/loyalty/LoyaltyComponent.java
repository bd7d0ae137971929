package io.lendcrm.scoring.value.loyalty;

import io.lendcrm.core.feature.Dimension;
import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureType;
import io.lendcrm.core.privacy.DataClass;
import io.lendcrm.core.privacy.FieldSet;
import io.lendcrm.scoring.value.kpi.KpiDirection;
import io.lendcrm.scoring.value.kpi.KpiIndicator;
import io.lendcrm.scoring.value.kpi.KpiMissing;
import java.util.List;

/**
 * What loyalty shows in. Each component is a feature of {@link io.lendcrm.core.extraction.StandardFeatures} brought to 0 to
 * 100 points: 0 at its worst value, 50 at its target, 100 at its best, straight lines in between.
 */
public enum LoyaltyComponent {
    /** {@code tenure_days}: 0 days, 3 years, 10 years. */
    TENURE("tenure_days", "days", 0.2, KpiDirection.HIGHER_IS_BETTER, 1096, 3652, KpiMissing.REJECT),
    /** {@code product_breadth}: 0, 2, 5 products. */
    BREADTH("product_breadth", "products", 0.15, KpiDirection.HIGHER_IS_BETTER, 2, 5, KpiMissing.REJECT),
    /** {@code share_of_wallet}: 0, a half, all; on target where it isn't known. Sensitive. */
    SHARE_OF_WALLET("share_of_wallet", "ratio", 0.2, KpiDirection.HIGHER_IS_BETTER, 0.5, 1, KpiMissing.NEUTRAL),
    /** {@code renewal_rate_36m}: 0, a half, all; on target where nothing ended. */
    RENEWAL("renewal_rate_36m", "ratio", 0.2, KpiDirection.HIGHER_IS_BETTER, 0.5, 1, KpiMissing.NEUTRAL),
    /** {@code referrals_24m}: 0, 1, 3 referrals. */
    REFERRAL("referrals_24m", "referrals", 0.1, KpiDirection.HIGHER_IS_BETTER, 1, 3, KpiMissing.REJECT),
    /** {@code complaints_12m}, which take points away: 4, 1, 0 complaints. */
    COMPLAINTS("complaints_12m", "complaints", 0.15, KpiDirection.LOWER_IS_BETTER, 1, 4, KpiMissing.REJECT);

    private final String featureName;
    private final String unit;
    private final double weight;
    private final KpiDirection direction;
    private final double target;
    private final double cap;
    private final KpiMissing missing;

    LoyaltyComponent(
            String name,
            String unit,
            double weight,
            KpiDirection direction,
            double target,
            double cap,
            KpiMissing missing) {
        this.featureName = name;
        this.unit = unit;
        this.weight = weight;
        this.direction = direction;
        this.target = target;
        this.cap = cap;
        this.missing = missing;
    }

    /** {@return the feature it is read from} */
    public Feature feature() {
        return new Feature(
                featureName,
                FeatureType.NUMERIC,
                unit,
                List.of(),
                Dimension.BEHAVIOUR,
                this == SHARE_OF_WALLET ? DataClass.SENSITIVE : DataClass.ORDINARY,
                FieldSet.of(),
                featureName);
    }

    /** {@return its weight in the standard index} */
    public double weight() {
        return weight;
    }

    /**
     * Its line of a card, to be changed where the lender's business is another.
     *
     * @param share its share of the score, above 0 and at most 1
     * @return the indicator
     */
    public KpiIndicator indicator(double share) {
        return new KpiIndicator(feature(), direction, target, 0, cap, share, missing);
    }
}
