package io.lendcrm.segmentation.association;

import static java.util.Objects.requireNonNull;

/**
 * Which rules count as more than chance: those whose p-value, corrected for how many rules were tested, is at most the
 * level. Tested are all rules that meet support, confidence and the constraints. Immutable and thread-safe.
 *
 * @param test gives the p-value
 * @param correction for many tests
 * @param level above 0 and below 1
 */
public record Significance(Test test, Correction correction, double level) {

    /** Where a p-value comes from. */
    public enum Test {
        /** Fisher's exact test, one-sided: together more often than chance. */
        FISHER,
        /** χ², two-sided, and only rules of lift above 1. */
        CHI_SQUARED
    }

    /** How many tests are allowed for. */
    public enum Correction {
        /** None. */
        NONE,
        /** Bonferroni: p times the number of tests; the chance of any false rule is at most the level. */
        BONFERRONI,
        /** Benjamini and Hochberg 1995: of the rules kept at most the level are expected to be false. */
        BENJAMINI_HOCHBERG
    }

    public Significance {
        requireNonNull(test, "test");
        requireNonNull(correction, "correction");
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level must be within (0, 1), found " + level);
        }
    }

    /** {@return Fisher's test at 0.01 with Bonferroni's correction} */
    public static Significance defaults() {
        return new Significance(Test.FISHER, Correction.BONFERRONI, 0.01);
    }

    double pValue(RuleCounts counts) {
        return switch (test) {
            case FISHER -> counts.fisherPValue();
            case CHI_SQUARED -> counts.lift() > 1 ? counts.chiSquaredPValue() : 1;
        };
    }

    /** The greatest p-value that is significant; below 0 if none is. The given ones are sorted. */
    double threshold(double[] sorted) {
        return switch (correction) {
            case NONE -> level;
            case BONFERRONI -> level / Math.max(1, sorted.length);
            case BENJAMINI_HOCHBERG -> {
                int i = sorted.length - 1;
                while (i >= 0 && sorted[i] > level * (i + 1) / sorted.length) {
                    i--;
                }
                yield i < 0 ? -1 : sorted[i];
            }
        };
    }
}
