package io.lendcrm.scoring.likelihood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class CoefficientsTest {

    /** The third is the sum of the others, so that it adds nothing to test. */
    private static final Coefficients SUMMED = Coefficients.of(
            List.of("a", "b", "a + b"), new double[] {1, 2, 3}, new double[][] {{1, 0, 1}, {0, 4, 4}, {1, 4, 5}});

    @Test
    void aTestCountsOnlyWhatIsNotSaidAlready() {
        ChiSquareTest two = SUMMED.wald(List.of("a", "b"));
        ChiSquareTest three = SUMMED.wald(SUMMED.names());

        assertThat(two.statistic()).isCloseTo(2, within(1e-15));
        assertThat(three.statistic()).isCloseTo(2, within(1e-15));
        assertThat(three.degrees()).isEqualTo(2);
    }

    @Test
    void aSumNeedsAWeightForEach() {
        assertThat(SUMMED.variance(1, 1, -1)).isZero();
        assertThatThrownBy(() -> SUMMED.variance(1, 1)).hasMessage("weights must be 3, found 2");
    }
}
