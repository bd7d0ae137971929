package io.lendcrm.scoring.proof.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.RealData;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Rows 1-500 of the German data against 501-1000; expected: segmentation.json, sklearn_german_drift_rows1_500_vs_501_1000. */
class ShiftTest {

    @Test
    void germanAmountsShiftAsScipyFinds() throws IOException {
        NumericShift shift = NumericShift.of(amounts(0, 500), amounts(500, 1000));

        assertThat(shift.ks()).isCloseTo(0.044, within(1e-15));
        assertThat(shift.pValue()).isCloseTo(0.7189191850204419, within(1e-12));
        assertThat(shift.wasserstein()).isCloseTo(121.55199999999999, within(1e-9));
    }

    @Test
    void valuesAtTheEndsOfDoubleHaveADistance() {
        NumericShift shift = NumericShift.of(new double[] {-1e308, 1e308}, new double[] {1e308, 1e308, 1e308});

        assertThat(shift.ks()).isEqualTo(0.5);
        assertThat(shift.wasserstein()).isEqualTo(1e308);
        assertThatThrownBy(() -> NumericShift.of(new double[] {-1e308}, new double[] {1e308}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("apart");
    }

    @Test
    void germanAmountsHaveTheStabilityOfTheReference() throws IOException {
        double[] edges = {
            908.3000000000001,
            1237.8,
            1466.0000000000002,
            1882.8000000000002,
            2248.0,
            2760.8,
            3532.4000000000005,
            4751.000000000001,
            7239.5
        };
        PopulationStability psi = PopulationStability.of(edges, amounts(0, 500), amounts(500, 1000));

        assertThat(psi.index()).isCloseTo(0.015691661512692277, within(1e-12));
        assertThat(psi.bins().stream().mapToLong(PopulationStability.Bin::found).toArray())
                .containsExactly(42, 44, 56, 52, 41, 50, 55, 62, 50, 48);
    }

    @Test
    void germanCheckingAccountsShiftAsScipyFinds() throws IOException {
        long[] first = checking(0, 500);
        long[] second = checking(500, 1000);
        LevelShift shift = LevelShift.of(first, second);

        assertThat(shift.jensenShannon()).isCloseTo(0.042824123686521366, within(1e-12));
        assertThat(PopulationStability.of(first, second).index()).isCloseTo(0.010177229643423628, within(1e-12));
        assertThat(shift.chiSquare()).isCloseTo(1.1824817518 + 1.3420074349 + 1.0 / 63, within(1e-9)); // by hand
        assertThat(shift.degrees()).isEqualTo(3);
    }

    @Test
    void theHelocTableOfTheReferenceGivesItsIndex() { // scoring.json, optbinning_published.heloc_monitoring_psi_table
        PopulationStability psi = PopulationStability.of(
                new long[] {565, 803, 807, 729, 1015, 565, 417, 752, 823, 845},
                new long[] {236, 334, 331, 310, 416, 269, 185, 298, 407, 352});

        assertThat(psi.index()).isCloseTo(0.004776, within(5e-7));
        assertThat(psi.index()).isLessThan(psi.critical(0.95));
    }

    @Test
    void exactAndAsymptoticProbabilitiesMeet() {
        SplittableRandom random = new SplittableRandom(5);
        double[] a = random.doubles(1000).toArray();
        double[] b = random.doubles(1000).map(x -> x * 0.97 + 0.02).toArray();
        double[] more = Arrays.copyOf(b, 1001);
        more[1000] = 0.5;

        assertThat(NumericShift.of(a, more).pValue())
                .isCloseTo(NumericShift.of(a, b).pValue(), within(0.03));
        assertThat(NumericShift.of(a, a).pValue()).isEqualTo(1);
    }

    @Test
    void smallSamplesAreCountedOut() { // of the 20 orders of three and three, 2 are wholly apart
        NumericShift shift = NumericShift.of(new double[] {1, 2, 3, Double.NaN}, new double[] {5, 6, 9});

        assertThat(shift.ks()).isEqualTo(1);
        assertThat(shift.pValue()).isCloseTo(0.1, within(1e-12));
        assertThat(shift.wasserstein()).isCloseTo(14.0 / 3, within(1e-12));
        assertThat(shift.missingExpected()).isEqualTo(1);
    }

    @Test
    void samplesMustHaveFiniteValues() {
        assertThatThrownBy(() -> NumericShift.of(new double[] {Double.NaN}, new double[] {1}))
                .hasMessage("expected must have values that aren't missing, found none");
        assertThatThrownBy(() -> NumericShift.of(new double[] {1}, new double[] {1, Double.POSITIVE_INFINITY}))
                .hasMessage("found must be finite or NaN for missing, found an infinite value");
        assertThat(LevelShift.of(new long[] {10, 0}, new long[] {0, 10}).jensenShannon())
                .isEqualTo(1);
    }

    private static double[] amounts(int from, int to) throws IOException {
        return rows().subList(from, to).stream()
                .mapToDouble(row -> Double.parseDouble(row[4]))
                .toArray();
    }

    private static long[] checking(int from, int to) throws IOException {
        long[] counts = new long[4];
        rows().subList(from, to).forEach(row -> counts[row[0].charAt(2) - '1']++);
        return counts;
    }

    private static List<String[]> rows() throws IOException {
        return Files.readAllLines(RealData.file("segmentation/german-credit.csv")).stream()
                .skip(1)
                .map(line -> line.split(","))
                .toList();
    }
}
