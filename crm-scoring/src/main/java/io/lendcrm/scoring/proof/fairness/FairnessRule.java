package io.lendcrm.scoring.proof.fairness;

import static java.util.Objects.requireNonNull;

/**
 * How groups are compared: with whom, from which size on, and against which limits. Immutable and thread-safe.
 *
 * @param reference which group the others are compared with
 * @param minimumCell the fewest rows a rate may rest on, at least 1; below it nothing is said
 * @param level the confidence of the intervals, within (0, 1)
 * @param lowestRatio the least adverse-impact ratio, within (0, 1]; 0.8 is the four-fifths rule of the Uniform Guidelines
 *     on Employee Selection Procedures (29 CFR 1607.4 D)
 * @param largestDifference the largest difference of rates, within [0, 1]; a convention, not a rule of law
 */
public record FairnessRule(
        Reference reference, int minimumCell, double level, double lowestRatio, double largestDifference) {

    private static final FairnessRule DEFAULTS = new FairnessRule(Reference.mostFavoured(), 30, 0.95, 0.8, 0.1);

    public FairnessRule {
        requireNonNull(reference, "reference");
        if (minimumCell < 1) {
            throw new IllegalArgumentException("minimumCell must be at least 1, found " + minimumCell);
        }
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level must be within (0, 1), found " + level);
        }
        if (!(lowestRatio > 0 && lowestRatio <= 1)) {
            throw new IllegalArgumentException("lowestRatio must be within (0, 1], found " + lowestRatio);
        }
        if (!(largestDifference >= 0 && largestDifference <= 1)) {
            throw new IllegalArgumentException("largestDifference must be within [0, 1], found " + largestDifference);
        }
    }

    /** {@return the most favoured group as reference, cells of at least 30, 95 %, ratio 0.8, difference 0.1} */
    public static FairnessRule defaults() {
        return DEFAULTS;
    }

    /**
     * With another reference group.
     *
     * @param chosen the reference
     * @return the changed rule
     */
    public FairnessRule withReference(Reference chosen) {
        return new FairnessRule(chosen, minimumCell, level, lowestRatio, largestDifference);
    }

    /**
     * With another smallest cell.
     *
     * @param rows the fewest rows, at least 1
     * @return the changed rule
     */
    public FairnessRule withMinimumCell(int rows) {
        return new FairnessRule(reference, rows, level, lowestRatio, largestDifference);
    }

    /**
     * With intervals of another confidence.
     *
     * @param confidence within (0, 1)
     * @return the changed rule
     */
    public FairnessRule withLevel(double confidence) {
        return new FairnessRule(reference, minimumCell, confidence, lowestRatio, largestDifference);
    }

    /**
     * With other limits.
     *
     * @param ratio the least adverse-impact ratio, within (0, 1]
     * @param difference the largest difference of rates, within [0, 1]
     * @return the changed rule
     */
    public FairnessRule withLimits(double ratio, double difference) {
        return new FairnessRule(reference, minimumCell, level, ratio, difference);
    }

    /**
     * Which group the others are compared with. Immutable and thread-safe.
     *
     * @param choice how it is chosen
     * @param group its name if it is named, else empty
     */
    public record Reference(Choice choice, String group) {

        /** How a reference group is chosen. Immutable and thread-safe. */
        public enum Choice {
            /** The one with the highest approval rate, as the four-fifths rule wants it. */
            MOST_FAVOURED,
            /** The one with the most rows. */
            LARGEST,
            /** A named one. */
            NAMED
        }

        public Reference {
            requireNonNull(choice, "choice");
            requireNonNull(group, "group");
            if ((choice == Choice.NAMED) == group.isEmpty()) {
                throw new IllegalArgumentException(
                        "group must be given if it is named and only then, found \"" + group + "\" for " + choice);
            }
        }

        /**
         * The group with the highest approval rate among those large enough; of equal ones the larger. As it is picked
         * for its rate, ratios against it are a little too low in small samples.
         *
         * @return the reference
         */
        public static Reference mostFavoured() {
            return new Reference(Choice.MOST_FAVOURED, "");
        }

        /** {@return the group with the most rows} */
        public static Reference largest() {
            return new Reference(Choice.LARGEST, "");
        }

        /**
         * A group by its name.
         *
         * @param group the name
         * @return the reference
         */
        public static Reference named(String group) {
            return new Reference(Choice.NAMED, group);
        }
    }
}
