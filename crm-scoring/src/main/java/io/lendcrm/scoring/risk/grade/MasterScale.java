package io.lendcrm.scoring.risk.grade;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

/**
 * The grades a bank sorts all its default probabilities into: each spans a range of probabilities, and all of them every
 * one. Immutable and thread-safe.
 *
 * @param grades from the best to the worst, without the grade of those in default
 */
public record MasterScale(List<Band> grades) {

    /** Basel Committee CRE36: at least seven grades for borrowers not in default. */
    public static final int LEAST_GRADES = 7;

    public MasterScale {
        grades = List.copyOf(grades);
        if (grades.isEmpty()) {
            throw new IllegalArgumentException("grades must not be empty");
        }
        HashSet<String> codes = new HashSet<>();
        double from = 0;
        for (Band grade : grades) {
            if (!codes.add(grade.code())) {
                throw new IllegalArgumentException("codes must be distinct, found \"" + grade.code() + "\" twice");
            }
            if (grade.from() != from) {
                throw new IllegalArgumentException("grade " + grade.code() + " must begin at " + from
                        + ", where the one before ends, found " + grade.from());
            }
            from = grade.to();
        }
        if (from != 1) {
            throw new IllegalArgumentException("the worst grade must end at 1, found " + from);
        }
    }

    /**
     * A grade's range of default probabilities, {@code [from, to)}; the worst grade's holds 1. Immutable and thread-safe.
     *
     * @param code its name
     * @param from the least probability
     * @param to the probability from which on a worse grade begins
     * @param pd the probability that stands for the grade, within the range
     */
    public record Band(String code, double from, double to, double pd) {

        public Band {
            requireNonNull(code, "code");
            if (!(from >= 0 && from < to && to <= 1)) {
                throw new IllegalArgumentException(
                        "a range must be within [0, 1] and not empty, found [" + from + ", " + to + ") of " + code);
            }
            if (!(pd >= from && pd <= to && pd > 0)) {
                throw new IllegalArgumentException(
                        "pd of " + code + " must be above 0 and within [" + from + ", " + to + "], found " + pd);
            }
        }
    }

    /**
     * Grades whose probabilities grow by an equal factor from one to the next. The ranges meet at the geometric means.
     *
     * @param codes their names, the best first, at least 2
     * @param best the best grade's probability, above 0
     * @param worst the worst grade's probability, above the best one's and below 1
     * @return the scale
     */
    public static MasterScale geometric(List<String> codes, double best, double worst) {
        int count = codes.size();
        if (count < 2) {
            throw new IllegalArgumentException("codes must be at least 2, found " + count);
        }
        if (!(best > 0 && best < worst && worst < 1)) {
            throw new IllegalArgumentException(
                    "best and worst must be within (0, 1), best below worst, found " + best + " and " + worst);
        }
        double step = Math.log(worst / best) / (count - 1);
        List<Band> grades = new ArrayList<>();
        double from = 0;
        for (int i = 0; i < count; i++) {
            double to = i == count - 1 ? 1 : best * Math.exp((i + 0.5) * step);
            grades.add(new Band(codes.get(i), from, to, i == count - 1 ? worst : best * Math.exp(i * step)));
            from = to;
        }
        return new MasterScale(grades);
    }

    /**
     * The grade of a default probability.
     *
     * @param pd within [0, 1]
     * @return its grade
     */
    public Band gradeOf(double pd) {
        if (!(pd >= 0 && pd <= 1)) {
            throw new IllegalArgumentException("pd must be within [0, 1], found " + pd);
        }
        double[] starts = grades.stream().mapToDouble(Band::from).toArray();
        int found = Arrays.binarySearch(starts, pd);
        return grades.get(found >= 0 ? found : -found - 2);
    }

    /** {@return whether it has at least as many grades as Basel asks for} */
    public boolean hasEnoughGrades() {
        return grades.size() >= LEAST_GRADES;
    }
}
