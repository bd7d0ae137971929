package io.lendcrm.scoring.special;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.special.Gamma;
import org.junit.jupiter.api.Test;

class LogGammaTest {

    private static final double[] ARGUMENTS = {1e-8, 0.1, 0.5, 1, 1.5, 2, 3.7, 11.9, 12, 12.1, 100, 1e4, 1e8};

    @Test
    void agreesWithAnotherLibrary() {
        for (double z : ARGUMENTS) {
            assertRelative(LogGamma.of(z), Gamma.logGamma(z), 1e-14);
            assertRelative(LogGamma.trigamma(z), Gamma.trigamma(z), 1e-7); // the other keeps 8 digits
        }
    }

    @Test
    void knowsWhatIsKnownExactly() {
        assertThat(LogGamma.of(0.5)).isCloseTo(0.5 * Math.log(Math.PI), within(1e-14));
        assertThat(LogGamma.of(11)).isCloseTo(Math.log(3_628_800), within(1e-14));
        assertThat(LogGamma.trigamma(1)).isCloseTo(Math.PI * Math.PI / 6, within(1e-15));
        assertThat(LogGamma.trigamma(0.5)).isCloseTo(Math.PI * Math.PI / 2, within(1e-14));
        assertThat(LogGamma.digammaDifference(0.5, 0.5)).isCloseTo(2 * Math.log(2), within(1e-15));
    }

    @Test
    void aRatioIsASumOfLogarithms() {
        for (double z : ARGUMENTS) {
            double logs = 0;
            double slopes = 0;
            for (int s = 1; s <= 200; s++) {
                logs += Math.log(z + (s - 1));
                slopes += 1 / (z + (s - 1));
                assertRelative(LogGamma.ratio(z, s), logs, 1e-13);
                assertRelative(LogGamma.digammaDifference(z, s), slopes, 1e-13);
            }
        }
    }

    @Test
    void aRatioKeepsItsDigitsWhereTwoLargeNumbersWouldCancel() {
        // ln Γ(z+s)/Γ(z) = s ln z + s (s-1) / 2z + ...
        assertRelative(LogGamma.ratio(1e12, 0.5), 0.5 * Math.log(1e12), 1e-13);
        assertRelative(LogGamma.ratio(1e12, 1e-9), 1e-9 * Math.log(1e12), 1e-13);
    }

    @Test
    void runningSumsAndJumpsAgree() {
        RisingFactorials sums = new RisingFactorials(0.243, new int[] {0, 1, 24, 48, 72, 2_000_000_000});

        for (int i = 0; i < 5; i++) {
            int x = new int[] {0, 1, 24, 48, 72}[i];
            assertThat(sums.log(i)).isCloseTo(LogGamma.ratio(0.243, x), within(1e-11));
            assertThat(sums.slope(i)).isCloseTo(LogGamma.digammaDifference(0.243, x), within(1e-13));
            assertThat(sums.curvature(i)).isCloseTo(LogGamma.trigammaDifference(0.243, x), within(1e-12));
        }
        assertThat(sums.log(5)).isCloseTo(LogGamma.ratio(0.243, 2e9), within(1e-4));
    }

    private static void assertRelative(double found, double expected, double tolerance) {
        assertThat(found).isCloseTo(expected, within(tolerance * Math.max(1, Math.abs(expected))));
    }
}
