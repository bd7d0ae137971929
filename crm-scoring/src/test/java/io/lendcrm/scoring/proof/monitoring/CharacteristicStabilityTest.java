package io.lendcrm.scoring.proof.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.scoring.risk.binning.Bins;
import io.lendcrm.scoring.risk.scorecard.Characteristic;
import io.lendcrm.scoring.risk.scorecard.Scorecard;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CharacteristicStabilityTest {

    @Test
    void theShiftIsThatOfTheMeanPoints() {
        CharacteristicStability csi = CharacteristicStability.of(
                "age", new double[] {-30, 9, 50}, new long[] {200, 500, 300}, new long[] {150, 200, 150});

        // shares 0.3 - 0.2, 0.4 - 0.5, 0.3 - 0.3
        assertThat(csi.shift()).isCloseTo(0.1 * -30 - 0.1 * 9, within(1e-12));
        assertThat(csi.standardError()).isCloseTo(Math.sqrt(788.25 / 1000 + 960.24 / 500), within(1e-9));
        assertThat(csi.stability().index()).isCloseTo(0.1 * Math.log(1.5) - 0.1 * Math.log(0.8), within(1e-12));
        assertThat(csi.interval(0.95).lower()).isLessThan(-6);
        assertThat(csi.pValue()).isBetween(0.01, 0.05);
    }

    @Test
    void theShiftsOfACardAddUpToTheChangeOfItsMeanScore() {
        Feature age = Feature.numeric("age", "years");
        Feature home = Feature.nominal("home", List.of("own", "rent"));
        Scorecard card = Scorecard.of(
                500,
                List.of(
                        Characteristic.of(Bins.numeric(age, 25, 40), -30, 5, 20, 0),
                        Characteristic.of(Bins.levels(home, List.of(List.of("own"), List.of("rent"))), 15, -10, 0, 0)));
        FeatureTable before = table(List.of(age, home), 400, 0.3, 1);
        FeatureTable now = table(List.of(Feature.nominal("home", List.of("rent", "own")), age), 300, 0.6, 2);

        List<CharacteristicStability> lines = CharacteristicStability.ofCard(card, before, now);

        assertThat(lines).extracting(CharacteristicStability::name).containsExactly("age", "home");
        assertThat(lines.stream().mapToDouble(CharacteristicStability::shift).sum())
                .isCloseTo(mean(card, now) - mean(card, before), within(1e-9));
    }

    @Test
    void rowsWithoutPointsCountInTheStabilityAlone() {
        CharacteristicStability csi = CharacteristicStability.of(
                "income", new double[] {0, 10, Double.NaN}, new long[] {50, 50, 0}, new long[] {25, 25, 50});

        assertThat(csi.shift()).isZero();
        assertThat(csi.pValue()).isEqualTo(1);
        assertThat(csi.stability().pValue()).isLessThan(1e-9);
        assertThatThrownBy(() -> CharacteristicStability.of("x", new double[2], new long[] {1}, new long[] {1}))
                .hasMessage("points of x must be as many as its 1 bins, found 2");
    }

    private static double mean(Scorecard card, FeatureTable table) {
        var bound = card.schema().bind(table);
        double[] scores = new double[bound.rows()];
        card.score(bound, 0, scores.length, scores);
        return IntStream.range(0, scores.length)
                .mapToDouble(i -> scores[i])
                .average()
                .orElseThrow();
    }

    private static FeatureTable table(List<Feature> features, int rows, double level, int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] columns = new double[2][rows];
        for (int i = 0; i < rows; i++) {
            for (int c = 0; c < 2; c++) {
                columns[c][i] = features.get(c).type().hasLevels()
                        ? (random.nextDouble() < level ? 1 : 0)
                        : 18 + random.nextDouble() * 50 * level;
            }
        }
        return FeatureTable.of(
                FeatureSchema.of(features),
                IntStream.range(0, rows).mapToObj(i -> ClientId.of("C-" + i)).toList(),
                columns);
    }
}
