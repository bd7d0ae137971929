package io.lendcrm.core.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lendcrm.core.credit.RatingScale.Grade;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RatingScaleTest {

    private final RatingScale scale = new RatingScale(
            "master", List.of(new Grade("A", 0.0004), new Grade("B", 0.0036), new Grade("C", 0.09), new Grade("D", 1)));

    @Test
    void aGradeStandsForAProbability() {
        assertThat(scale.probabilityOfDefault("B")).hasValue(0.0036);
        assertThat(scale.probabilityOfDefault("Z")).isEmpty();
        assertThat(scale.grade("C")).contains(new Grade("C", 0.09));
    }

    /** Between A and B lies 0.0012, between B and C 0.018, between C and D 0.3: geometric means. */
    @Test
    void aProbabilityGetsTheNearestGradeOnTheLogarithmicScale() {
        assertThat(scale.gradeFor(0).code()).isEqualTo("A");
        assertThat(scale.gradeFor(0.00119).code()).isEqualTo("A");
        assertThat(scale.gradeFor(0.00121).code()).isEqualTo("B");
        assertThat(scale.gradeFor(0.0179).code()).isEqualTo("B");
        assertThat(scale.gradeFor(0.0181).code()).isEqualTo("C");
        assertThat(scale.gradeFor(0.31).code()).isEqualTo("D");
        assertThat(scale.gradeFor(1).code()).isEqualTo("D");
    }

    @Test
    void codesAreOrderedFromTheBest() {
        assertThat(Stream.of("D", "A", "C").sorted(scale.bestFirst())).containsExactly("A", "C", "D");
        assertThatThrownBy(() -> scale.rank("Z")).hasMessage("code must be a grade of master, found Z");
    }

    @Test
    void aScaleThatDoesNotRiseIsRefused() {
        assertThatThrownBy(() -> new RatingScale("s", List.of(new Grade("A", 0.02), new Grade("B", 0.02))))
                .hasMessage("probabilityOfDefault must rise from grade to grade, found 0.02 after 0.02 at B");
        assertThatThrownBy(() -> new RatingScale("s", List.of(new Grade("A", 0.01), new Grade("A", 0.02))))
                .hasMessage("grades must differ, found A twice");
        assertThatThrownBy(() -> new RatingScale("s", List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Grade("A", Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Grade("A", 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> scale.gradeFor(1.01)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> scale.gradeFor(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }
}
