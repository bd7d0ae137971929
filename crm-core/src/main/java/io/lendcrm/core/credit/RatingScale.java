package io.lendcrm.core.credit;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.privacy.Classified;
import io.lendcrm.core.privacy.DataClass;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * An ordered list of grades with the probability of default within a year that each stands for (a master scale).
 * Immutable and thread-safe.
 *
 * @param name the scale's name
 * @param grades the grades from the best to the worst, with rising probabilities
 */
public record RatingScale(
        @Classified(DataClass.ORDINARY) String name,
        @Classified(DataClass.ORDINARY) List<Grade> grades) {

    /**
     * A grade.
     *
     * @param code such as {@code BB+}
     * @param probabilityOfDefault within a year, above 0 and at most 1; 1 is a default that has happened
     */
    public record Grade(
            @Classified(DataClass.ORDINARY) String code,
            @Classified(DataClass.ORDINARY) double probabilityOfDefault) {
        public Grade {
            requireNonNull(code, "code");
            if (code.isBlank()) {
                throw new IllegalArgumentException("code must not be blank");
            }
            if (!(probabilityOfDefault > 0 && probabilityOfDefault <= 1)) {
                throw new IllegalArgumentException(
                        "probabilityOfDefault must be within (0, 1], found " + probabilityOfDefault);
            }
        }
    }

    public RatingScale {
        requireNonNull(name, "name");
        grades = List.copyOf(grades);
        if (grades.isEmpty()) {
            throw new IllegalArgumentException("a scale must have a grade");
        }
        Set<String> codes = new HashSet<>();
        double last = 0;
        for (Grade grade : grades) {
            if (!codes.add(grade.code())) {
                throw new IllegalArgumentException("grades must differ, found " + grade.code() + " twice");
            }
            if (grade.probabilityOfDefault() <= last) {
                throw new IllegalArgumentException("probabilityOfDefault must rise from grade to grade, found "
                        + grade.probabilityOfDefault() + " after " + last + " at " + grade.code());
            }
            last = grade.probabilityOfDefault();
        }
    }

    /**
     * A grade by its code.
     *
     * @param code the code
     * @return the grade, or empty if the scale has none of that code
     */
    public Optional<Grade> grade(String code) {
        return grades.stream().filter(g -> g.code().equals(code)).findFirst();
    }

    /**
     * What a grade stands for.
     *
     * @param code the grade's code
     * @return the probability of default within a year, or empty if the scale has no such grade
     */
    public OptionalDouble probabilityOfDefault(String code) {
        return grades.stream()
                .filter(g -> g.code().equals(code))
                .mapToDouble(Grade::probabilityOfDefault)
                .findFirst();
    }

    /**
     * The grade nearest to a probability on the logarithmic scale; of two equally near the worse one. A probability of
     * zero gets the best grade.
     *
     * @param probabilityOfDefault within [0, 1]
     * @return the grade
     * @throws IllegalArgumentException if the probability is out of range or {@code NaN}
     */
    public Grade gradeFor(double probabilityOfDefault) {
        if (!(probabilityOfDefault >= 0 && probabilityOfDefault <= 1)) {
            throw new IllegalArgumentException(
                    "probabilityOfDefault must be within [0, 1], found " + probabilityOfDefault);
        }
        Grade nearest = grades.get(0);
        for (Grade worse : grades.subList(1, grades.size())) {
            // beyond the geometric mean of two grades, the worse is nearer
            double between = Math.sqrt(nearest.probabilityOfDefault()) * Math.sqrt(worse.probabilityOfDefault());
            if (probabilityOfDefault < between) {
                break;
            }
            nearest = worse;
        }
        return nearest;
    }

    /** {@return an order of this scale's codes from the best to the worst; an unknown code is refused} */
    public Comparator<String> bestFirst() {
        return Comparator.comparingInt(this::rank);
    }

    /**
     * A grade's place.
     *
     * @param code the grade's code
     * @return 0 for the best
     * @throws IllegalArgumentException if the scale has no such grade
     */
    public int rank(String code) {
        for (int i = 0; i < grades.size(); i++) {
            if (grades.get(i).code().equals(code)) {
                return i;
            }
        }
        throw new IllegalArgumentException("code must be a grade of " + name + ", found " + code);
    }
}
