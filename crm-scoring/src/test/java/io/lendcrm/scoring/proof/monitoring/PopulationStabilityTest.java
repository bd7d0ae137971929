package io.lendcrm.scoring.proof.monitoring;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.json.DocumentJson;
import io.lendcrm.core.model.DocumentReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PopulationStabilityTest {

    private final DocumentReader reference = reference();

    @Test
    void indicesAndTestsAgree() {
        DocumentReader cases = reference.tree("tests");
        assertThat(cases.names()).hasSize(3);
        for (String name : cases.names()) {
            DocumentReader e = cases.tree(name);
            PopulationStability psi = PopulationStability.of(whole(e.decimals("base")), whole(e.decimals("target")));

            assertThat(psi.index()).isCloseTo(e.decimal("psi"), within(1e-12));
            assertThat(psi.chiSquare()).isCloseTo(e.decimal("scaled_chi_square"), within(1e-9));
            assertThat(psi.degrees()).isEqualTo((int) e.decimal("df"));
            assertThat(psi.pValue()).isCloseTo(e.decimal("p"), within(1e-9));
            for (PopulationStability.Bin bin : psi.bins()) {
                assertThat(bin.part()).isCloseTo(e.decimals("terms")[bin.place()], within(1e-12));
            }
        }
    }

    @Test
    void criticalValuesAgree() {
        DocumentReader cases = reference.tree("critical");
        assertThat(cases.names()).hasSize(4);
        for (String name : cases.names()) {
            DocumentReader e = cases.tree(name);
            int bins = (int) e.decimal("bins");
            long base = (long) e.decimal("n_base");
            long target = (long) e.decimal("n_target");

            for (int level : new int[] {90, 95, 99}) {
                assertThat(PopulationStability.critical(bins, base, target, level / 100.0))
                        .isCloseTo(e.decimal("critical_" + level), within(1e-9));
            }
        }
    }

    @Test
    void anEmptyBinStaysFiniteAndTells() {
        PopulationStability psi = PopulationStability.of(new long[] {50, 50, 0, 0}, new long[] {90, 0, 10, 0});

        assertThat(psi.index()).isFinite().isGreaterThan(1);
        assertThat(psi.bins()).extracting(PopulationStability.Bin::place).containsExactly(0, 1, 2);
    }

    @Test
    void samePopulationsRaiseOneAlarmInTwenty() {
        SplittableRandom random = new SplittableRandom(3);
        double[] edges = {0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9};
        int alarms = 0;
        for (int month = 0; month < 1000; month++) {
            double[] before = random.doubles(1500).toArray();
            double[] now = random.doubles(600).toArray();
            PopulationStability psi = PopulationStability.of(edges, before, now);
            alarms += psi.index() > PopulationStability.critical(10, 1500, 600, 0.95) ? 1 : 0;
        }

        assertThat(alarms).isBetween(30, 75);
    }

    @Test
    void missingValuesHaveABinOfTheirOwn() {
        PopulationStability psi = PopulationStability.of(
                new double[] {0}, new double[] {-1, 0, 1, Double.NaN}, new double[] {Double.NaN, 0, 2, -3});

        assertThat(psi.bins()).extracting(PopulationStability.Bin::expected).containsExactly(1L, 2L, 1L);
        assertThat(psi.index()).isZero();
        assertThat(psi.pValue()).isEqualTo(1);
    }

    @Test
    void namesTheBinAndTheRule() {
        assertThatThrownBy(() -> PopulationStability.of(new long[] {1, -2}, new long[] {1, 2}))
                .hasMessage("counts must not be negative, found -2 and 2 in bin 2");
        assertThatThrownBy(() -> PopulationStability.of(new long[] {0, 0}, new long[] {1, 2}))
                .hasMessage("both populations must have rows, found 0 and 3");
        assertThatThrownBy(() -> PopulationStability.of(new double[] {1, 1}, new double[] {1}, new double[] {1}))
                .hasMessage("edges must be ascending, found 1.0 in place 2");
    }

    private static long[] whole(double[] numbers) {
        return Arrays.stream(numbers).mapToLong(n -> (long) n).toArray();
    }

    private static DocumentReader reference() {
        try (InputStream in = requireNonNull(PopulationStabilityTest.class.getResourceAsStream("psi-reference.json"))) {
            return DocumentReader.of(DocumentJson.readTree(in.readAllBytes()), "$");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
