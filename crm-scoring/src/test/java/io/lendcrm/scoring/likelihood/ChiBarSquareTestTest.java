package io.lendcrm.scoring.likelihood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ChiBarSquareTestTest {

    /** Tables of the chi-squared distribution: 3.841459 and 5.991465 leave 5 % with 1 and 2 degrees of freedom. */
    @Test
    void isChiSquaredInsideTheRange() {
        assertThat(ChiBarSquareTest.likelihoodRatio(-100, -100 + 3.841459 / 2, 1, 0)
                        .probability())
                .isCloseTo(0.05, within(1e-7));
        assertThat(ChiBarSquareTest.likelihoodRatio(-100, -100 + 5.991465 / 2, 2, 0)
                        .probability())
                .isCloseTo(0.05, within(1e-7));
    }

    /** Self and Liang (1987): half a point mass at 0 and half chi-squared of one degree; 2.705543 leaves 5 %. */
    @Test
    void isAMixtureAtTheEdge() {
        assertThat(ChiBarSquareTest.likelihoodRatio(-100, -100 + 2.705543 / 2, 0, 1)
                        .probability())
                .isCloseTo(0.05, within(1e-7));
        assertThat(ChiBarSquareTest.likelihoodRatio(-100, -100, 0, 1).probability())
                .isEqualTo(1);
        // a quarter, a half and a quarter of 0, 1 and 2 degrees
        assertThat(ChiBarSquareTest.likelihoodRatio(-100, -100 + 3.841459 / 2, 0, 2)
                        .probability())
                .isCloseTo(0.5 * 0.05 + 0.25 * Math.exp(-3.841459 / 2), within(1e-7));
    }

    @Test
    void refusesARicherModelThatIsWorse() {
        assertThat(ChiBarSquareTest.likelihoodRatio(-100, -100 - 1e-7, 1, 0).statistic())
                .isZero();
        assertThatThrownBy(() -> ChiBarSquareTest.likelihoodRatio(-100, -101, 1, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("full must be at least restricted=-100.0, found -101.0");
    }
}
