package io.lendcrm.scoring.risk.scorecard;

import io.lendcrm.core.feature.Feature;
import java.util.List;
import java.util.Map;

/**
 * The supervisory slotting of specialised lending: a bank judges a project's financial strength, political and legal
 * environment, transaction characteristics, sponsor's strength and security package, and puts the loan into a category with
 * its risk weight and expected loss. The questions are an expert card that runs like any other; each answer is worth 1 (weak)
 * to 4 (strong) points. The mean of the five answers, rounded, is the category: the rules ask for a judgement of all five and
 * don't say how to weigh them, so this is a convention of ours. Default is no answer but a state.
 *
 * <p>Stateless and thread-safe. Source: Basel Framework, CRE33.
 */
public final class ProjectFinanceSlotting {

    private static final List<String> ANSWERS = List.of("weak", "satisfactory", "good", "strong");
    private static final Map<String, Double> POINTS =
            Map.of("weak", 1.0, "satisfactory", 2.0, "good", 3.0, "strong", 4.0);
    private static final List<String> QUESTIONS = List.of(
            "financial_strength",
            "political_and_legal_environment",
            "transaction_characteristics",
            "strength_of_sponsor",
            "security_package");

    /** A category with what the rules give it. */
    public enum Category {
        /** The best. */
        STRONG(0.70, 0.50, 0.004, 0.0),
        /** Good. */
        GOOD(0.90, 0.70, 0.008, 0.004),
        /** Satisfactory. */
        SATISFACTORY(1.15, 1.15, 0.028, 0.028),
        /** Weak. */
        WEAK(2.50, 2.50, 0.08, 0.08),
        /** In default. */
        DEFAULT(0, 0, 0.50, 0.50);

        private final double riskWeight;
        private final double preferentialRiskWeight;
        private final double expectedLoss;
        private final double preferentialExpectedLoss;

        Category(
                double riskWeight,
                double preferentialRiskWeight,
                double expectedLoss,
                double preferentialExpectedLoss) {
            this.riskWeight = riskWeight;
            this.preferentialRiskWeight = preferentialRiskWeight;
            this.expectedLoss = expectedLoss;
            this.preferentialExpectedLoss = preferentialExpectedLoss;
        }

        /**
         * The risk weight.
         *
         * @param preferential whether the supervisor allows the lower weights, as for less than 2.5 years to maturity
         * @return a share of the exposure, 1 being 100 %
         */
        public double riskWeight(boolean preferential) {
            return preferential ? preferentialRiskWeight : riskWeight;
        }

        /**
         * The expected loss.
         *
         * @param preferential whether the supervisor allows the lower weights
         * @return a share of the exposure
         */
        public double expectedLoss(boolean preferential) {
            return preferential ? preferentialExpectedLoss : expectedLoss;
        }
    }

    private ProjectFinanceSlotting() {}

    /** {@return the card of the five questions, each answered weak, satisfactory, good or strong; 5 to 20 points} */
    public static Scorecard card() {
        return Scorecard.of(
                0,
                QUESTIONS.stream()
                        .map(name -> Characteristic.ofAnswers(Feature.ordinal(name, ANSWERS), POINTS))
                        .toList());
    }

    /**
     * The category of a score.
     *
     * @param score a score of {@link #card()}, 5 to 20
     * @return the category nearest to the mean answer
     * @throws IllegalArgumentException if it is out of range
     */
    public static Category category(double score) {
        int questions = QUESTIONS.size();
        if (!(score >= questions && score <= 4 * questions)) {
            throw new IllegalArgumentException("score must be within [5, 20], found " + score);
        }
        return switch ((int) Math.rint(score / questions)) {
            case 4 -> Category.STRONG;
            case 3 -> Category.GOOD;
            case 2 -> Category.SATISFACTORY;
            default -> Category.WEAK;
        };
    }
}
