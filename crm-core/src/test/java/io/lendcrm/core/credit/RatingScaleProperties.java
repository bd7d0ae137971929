package io.lendcrm.core.credit;

import static org.assertj.core.api.Assertions.assertThat;

import io.lendcrm.core.credit.RatingScale.Grade;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;

class RatingScaleProperties {

    @Property
    void everyGradesOwnProbabilityComesBackToIt(
            @ForAll @Size(min = 1, max = 25) List<@DoubleRange(min = 1e-6, max = 1) @Scale(6) Double> probabilities) {
        RatingScale scale = scale(probabilities);
        for (Grade grade : scale.grades()) {
            assertThat(scale.gradeFor(grade.probabilityOfDefault())).isEqualTo(grade);
        }
    }

    @Property
    void aHigherProbabilityNeverGetsABetterGrade(
            @ForAll @Size(min = 1, max = 25) List<@DoubleRange(min = 1e-6, max = 1) @Scale(6) Double> probabilities,
            @ForAll @DoubleRange(max = 1) @Scale(7) double a,
            @ForAll @DoubleRange(max = 1) @Scale(7) double b) {
        RatingScale scale = scale(probabilities);
        assertThat(scale.rank(scale.gradeFor(Math.min(a, b)).code()))
                .isLessThanOrEqualTo(scale.rank(scale.gradeFor(Math.max(a, b)).code()));
    }

    private static RatingScale scale(List<Double> probabilities) {
        List<Grade> grades = new ArrayList<>();
        for (double probability : new TreeSet<>(probabilities)) {
            grades.add(new Grade("G" + grades.size(), probability));
        }
        return new RatingScale("s", grades);
    }
}
