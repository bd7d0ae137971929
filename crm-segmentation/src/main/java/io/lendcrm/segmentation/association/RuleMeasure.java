package io.lendcrm.segmentation.association;

/** What rules are ranked by, the greatest first; {@link RuleCounts} has the formulas. Stateless and thread-safe. */
public enum RuleMeasure {
    /** How often the rule applies and holds. */
    SUPPORT,
    /** How often it holds where it applies. */
    CONFIDENCE,
    /** How many times as often as under independence. */
    LIFT,
    /** How many baskets beyond independence. */
    LEVERAGE,
    /** How many times as often it would fail under independence; a rule that never fails comes first. */
    CONVICTION,
    /** χ² of the 2 × 2 table; 0 where a side is in all baskets. */
    CHI_SQUARED,
    /** The ratio of odds; infinite ones come first. */
    ODDS_RATIO,
    /** The mean of both conditional probabilities. */
    KULCZYNSKI;

    /**
     * The measure of a rule, for comparison.
     *
     * @param counts how often its sides occur
     * @return the value; positive infinity where conviction or odds ratio have no bound, never not-a-number
     */
    public double of(RuleCounts counts) {
        return switch (this) {
            case SUPPORT -> counts.support();
            case CONFIDENCE -> counts.confidence();
            case LIFT -> counts.lift();
            case LEVERAGE -> counts.leverage();
            case CONVICTION -> counts.conviction().orElse(Double.POSITIVE_INFINITY);
            case CHI_SQUARED -> counts.chiSquared().orElse(0);
            case ODDS_RATIO -> counts.oddsRatio().orElse(Double.POSITIVE_INFINITY);
            case KULCZYNSKI -> counts.kulczynski();
        };
    }
}
