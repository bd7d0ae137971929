package io.lendcrm.segmentation.validity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ValidityProperties {

    @Property(tries = 300)
    void otherNamesForTheSameClustersAgreeFully(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 60) int rows,
            @ForAll @IntRange(min = 1, max = 8) int clusters) {
        int[] labels = random(rows, Math.min(clusters, rows), seed);
        int[] renamed = IntStream.of(labels)
                .map(label -> Math.min(clusters, rows) - 1 - label)
                .toArray();
        assertThat(Agreement.of(Labels.of(labels), Labels.of(renamed))).isEqualTo(new Agreement(1, 1, 1, 1));
    }

    @Property(tries = 300)
    void agreementIsSymmetricAndRandCountsPairs(@ForAll long seed, @ForAll @IntRange(min = 4, max = 40) int rows) {
        int[] a = random(rows, 3, seed);
        int[] b = random(rows, 4, seed + 1);
        Agreement there = Agreement.of(Labels.of(a), Labels.of(b));
        Agreement back = Agreement.of(Labels.of(b), Labels.of(a));
        assertThat(back.rand()).isCloseTo(there.rand(), within(1e-12));
        assertThat(back.adjustedRand()).isCloseTo(there.adjustedRand(), within(1e-12));
        assertThat(back.normalizedInformation()).isCloseTo(there.normalizedInformation(), within(1e-12));
        assertThat(back.adjustedInformation()).isCloseTo(there.adjustedInformation(), within(1e-10));
        int same = 0;
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < i; j++) {
                same += (a[i] == a[j]) == (b[i] == b[j]) ? 1 : 0;
            }
        }
        assertThat(there.rand()).isCloseTo(2.0 * same / rows / (rows - 1), within(1e-12));
        assertThat(there.adjustedRand()).isLessThanOrEqualTo(there.rand() + 1e-12);
        assertThat(there.adjustedInformation()).isLessThanOrEqualTo(there.normalizedInformation() + 1e-12);
    }

    /** The mean over random clusterings, as the adjustment promises. */
    @Example
    void clusteringsByChanceAgreeByNothingOnAverage() {
        int[] a = random(60, 4, 1);
        double rand = 0;
        double information = 0;
        for (int seed = 0; seed < 2000; seed++) {
            Agreement agreement = Agreement.of(Labels.of(a), Labels.of(random(60, 5, 100 + seed)));
            rand += agreement.adjustedRand() / 2000;
            information += agreement.adjustedInformation() / 2000;
        }
        assertThat(rand).isCloseTo(0, within(0.003));
        assertThat(information).isCloseTo(0, within(0.003));
    }

    private static int[] random(int rows, int clusters, long seed) {
        Random random = new Random(seed);
        return IntStream.range(0, rows).map(i -> random.nextInt(clusters)).toArray();
    }
}
