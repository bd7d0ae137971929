package io.lendcrm.scoring.risk.grade;

/**
 * What is added to a best estimate for what is known to be uncertain, by the categories of EBA/GL/2017/16: A for
 * deficiencies of data and methods, B for changes that make the past unlike the future (underwriting, market, law), C for
 * the general error of estimation. They add up. Immutable and thread-safe.
 *
 * @param dataAndMethods category A, as an amount of the estimate's unit, at least 0
 * @param changes category B, likewise
 * @param estimationError category C, likewise
 */
public record MarginOfConservatism(double dataAndMethods, double changes, double estimationError) {

    public MarginOfConservatism {
        require(dataAndMethods, "dataAndMethods");
        require(changes, "changes");
        require(estimationError, "estimationError");
    }

    private static void require(double margin, String name) {
        if (!(margin >= 0 && margin < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must be finite and at least 0, found " + margin);
        }
    }

    /** {@return no margin} */
    public static MarginOfConservatism none() {
        return new MarginOfConservatism(0, 0, 0);
    }

    /**
     * The general error of estimation of a grade: how far the upper bound of its default rate lies above the rate,
     * {@code Beta(d + ½, n - d + ½)⁻¹(level) - d / n}, the one-sided bound of Jeffreys. It is above 0 even if nobody
     * defaulted.
     *
     * @param obligors how many, above 0
     * @param defaults how many of them defaulted
     * @param level the confidence of the bound, within [0.5, 1), such as 0.9
     * @return category C, at least 0, and nothing else
     */
    public static MarginOfConservatism ofEstimation(int obligors, int defaults, double level) {
        if (!(level >= 0.5 && level < 1)) {
            throw new IllegalArgumentException("level must be within [0.5, 1), found " + level);
        }
        GradeTest grade = new GradeTest(obligors, defaults, 0.5);
        double upper = level == 0.5
                ? grade.jeffreysInterval(0.5).value()
                : grade.jeffreysInterval(2 * level - 1).upper();
        return new MarginOfConservatism(0, 0, Math.max(0, upper - grade.defaultRate()));
    }

    /**
     * With another margin for data and methods.
     *
     * @param margin category A
     * @return the changed margin
     */
    public MarginOfConservatism withDataAndMethods(double margin) {
        return new MarginOfConservatism(margin, changes, estimationError);
    }

    /**
     * With another margin for changes.
     *
     * @param margin category B
     * @return the changed margin
     */
    public MarginOfConservatism withChanges(double margin) {
        return new MarginOfConservatism(dataAndMethods, margin, estimationError);
    }

    /** {@return the three categories together} */
    public double total() {
        return dataAndMethods + changes + estimationError;
    }

    /**
     * A probability with the margin.
     *
     * @param bestEstimate within [0, 1]
     * @return the estimate and the margin, at most 1
     */
    public double addedTo(double bestEstimate) {
        if (!(bestEstimate >= 0 && bestEstimate <= 1)) {
            throw new IllegalArgumentException("bestEstimate must be within [0, 1], found " + bestEstimate);
        }
        return Math.min(1, bestEstimate + total());
    }
}
