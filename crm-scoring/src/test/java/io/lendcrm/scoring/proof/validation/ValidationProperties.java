package io.lendcrm.scoring.proof.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.scoring.likelihood.Interval;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class ValidationProperties {

    @Property(tries = 300)
    void theAreaIsTheShareOfPairsInOrder(@ForAll("books") ScoredOutcomes book) {
        double ordered = 0;
        for (int i = 0; i < book.size(); i++) {
            for (int j = 0; j < book.size(); j++) {
                if (book.bad(i) && !book.bad(j)) {
                    int sign = Double.compare(book.score(i) + 0.0, book.score(j) + 0.0);
                    ordered += sign > 0 ? 1 : sign == 0 ? 0.5 : 0;
                }
            }
        }

        assertThat(RocCurve.of(book).auc().value()).isCloseTo(ordered / book.bads() / book.goods(), within(1e-12));
    }

    @Property(tries = 200)
    void onlyTheOrderOfTheScoresCounts(@ForAll("books") ScoredOutcomes book) {
        double[] transformed = new double[book.size()];
        double[] reversed = new double[book.size()];
        boolean[] bad = new boolean[book.size()];
        for (int row = 0; row < transformed.length; row++) {
            transformed[row] = Math.atan(book.score(row)) * 7 - 2;
            reversed[row] = -book.score(row);
            bad[row] = book.bad(row);
        }
        RocCurve curve = RocCurve.of(book);
        RocCurve same = RocCurve.of(ScoredOutcomes.ofRisk(transformed, bad));
        RocCurve turned = RocCurve.of(ScoredOutcomes.ofRisk(reversed, bad));

        assertThat(same.auc()).isEqualTo(curve.auc());
        assertThat(same.ks()).isEqualTo(curve.ks());
        assertThat(same.hMeasure()).isEqualTo(curve.hMeasure());
        assertThat(turned.auc().value()).isCloseTo(1 - curve.auc().value(), within(1e-12));
        assertThat(RocCurve.of(ScoredOutcomes.ofGoodness(reversed, bad)).auc()).isEqualTo(curve.auc());
    }

    @Property(tries = 200)
    void measuresStayWithinTheirBounds(@ForAll("books") ScoredOutcomes book) {
        RocCurve curve = RocCurve.of(book);

        assertThat(curve.ks()).isBetween(0.0, 1.0);
        assertThat(curve.hMeasure()).isBetween(-1e-12, 1 + 1e-12);
        assertThat(curve.hMeasure(HMeasure.Costs.byShare(0.5))).isBetween(-1e-12, 1 + 1e-12);
        assertThat(curve.badShareFrom(0)).isEqualTo(1);
        assertThat(curve.goodShareFrom(curve.steps())).isEqualTo(0);
    }

    @Property(tries = 100)
    void theLastLineOfTheGainsHoldsEverybody(
            @ForAll("books") ScoredOutcomes book, @ForAll @IntRange(min = 1, max = 20) int shares) {
        GainsTable gains = GainsTable.of(RocCurve.of(book), shares);
        GainsTable.Line last = gains.lines().get(gains.lines().size() - 1);

        assertThat(last.clients()).isEqualTo(book.size());
        assertThat(last.bads()).isEqualTo(book.bads());
        assertThat(last.lift()).isCloseTo(1, within(1e-12));
        assertThat(gains.lines()).hasSizeLessThanOrEqualTo(shares);
        assertThat(gains.lines()).isSortedAccordingTo((a, b) -> Integer.compare(a.clients(), b.clients()));
    }

    @Property(tries = 100)
    void thePartsOfTheBrierScoreAddUp(
            @ForAll("probabilities") ScoredOutcomes book, @ForAll @IntRange(min = 2, max = 12) int groups) {
        Calibration calibration = Calibration.of(book, groups);

        assertThat(calibration.size()).isEqualTo(book.size());
        assertThat(calibration.reliability()
                        - calibration.resolution()
                        + calibration.uncertainty()
                        + calibration.withinGroups())
                .isCloseTo(calibration.brier(), within(1e-12));
        for (Calibration.Group group : calibration.groups()) {
            Interval interval = group.interval(0.9);
            assertThat(interval.value()).isEqualTo(group.badRate());
        }
    }

    @Property(tries = 100)
    void everyRowIsHeldOutOnce(@ForAll("books") ScoredOutcomes book, @ForAll long seed) {
        boolean[] bad = new boolean[book.size()];
        for (int row = 0; row < bad.length; row++) {
            bad[row] = book.bad(row);
        }
        int count = Math.min(5, Math.min(book.bads(), book.goods()));
        if (count < 2) {
            return;
        }
        Folds folds = Folds.stratified(bad, count, seed);
        int[] seen = new int[bad.length];
        for (int fold = 1; fold <= count; fold++) {
            int bads = 0;
            for (int row : folds.heldOut(fold)) {
                seen[row]++;
                bads += bad[row] ? 1 : 0;
            }
            assertThat(bads).isBetween(book.bads() / count, book.bads() / count + 1);
            assertThat(folds.fittedOn(fold)).hasSize(bad.length - folds.heldOut(fold).length);
        }

        assertThat(seen).containsOnly(1);
        assertThat(Folds.stratified(bad, count, seed)).isEqualTo(folds);
    }

    /** Scores of both signs, ties, both zeros, infinities, the least and largest numbers; few rows and many. */
    @Property(tries = 20)
    void outcomesAreSortedAsAComparisonSortsThem(@ForAll long seed, @ForAll @IntRange(min = 2, max = 9000) int size) {
        Random random = new Random(seed);
        double[] odd = {
            0.0, -0.0, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.MAX_VALUE, -Double.MIN_VALUE, -1, 4
        };
        double[] values = new double[size];
        Arrays.setAll(values, i -> switch (random.nextInt(5)) {
            case 0 -> odd[random.nextInt(odd.length)];
            case 1 -> random.nextInt(5) - 2;
            case 2 -> Math.nextDown(4.0) - random.nextInt(2) * 5;
            case 3 -> random.nextDouble() * 1e-9;
            default -> random.nextGaussian() * 1e3;
        });
        boolean[] bad = new boolean[size];
        for (int i = 0; i < size; i++) {
            bad[i] = i == 0 || i > 1 && random.nextInt(3) == 0;
        }
        double[] expected =
                Arrays.stream(values).map(value -> value + 0.0).sorted().toArray();
        ScoredOutcomes book = ScoredOutcomes.ofRisk(values, bad);
        SortedOutcomes sorted = book.sorted();

        double[] found = new double[size];
        Arrays.setAll(found, sorted::score);
        assertThat(found).isEqualTo(expected);
        int bads = 0;
        for (int place = 0; place < size; place++) {
            bads += sorted.bad(place);
            assertThat(sorted.begins(place)).isEqualTo(place == 0 || expected[place] != expected[place - 1]);
        }
        assertThat(bads).isEqualTo(book.bads());
        assertThat(book.area()).isEqualTo(RocCurve.of(book).auc().value());
    }

    @Property(tries = 10)
    void radixAndComparisonSortAlike(@ForAll long seed) {
        Random random = new Random(seed);
        long[] keys = new long[200_000];
        long spread = 1L << random.nextInt(63);
        Arrays.setAll(keys, i -> random.nextInt(50) == 0 ? random.nextLong() : random.nextLong() % spread);
        long[] expected = keys.clone();
        Arrays.sort(expected, 10, keys.length - 7);

        RadixSort.sort(keys, 10, keys.length - 7);

        assertThat(keys).isEqualTo(expected);
    }

    @Provide
    Arbitrary<ScoredOutcomes> books() {
        return books(Arbitraries.integers().between(-6, 6).map(i -> i / 3.0));
    }

    @Provide
    Arbitrary<ScoredOutcomes> probabilities() {
        return books(Arbitraries.integers().between(1, 999).map(i -> i / 1000.0));
    }

    private static Arbitrary<ScoredOutcomes> books(Arbitrary<Double> scores) {
        return Arbitraries.integers()
                .between(4, 60)
                .flatMap(size -> scores.array(double[].class)
                        .ofSize(size)
                        .flatMap(score -> Arbitraries.of(true, false)
                                .array(boolean[].class)
                                .ofSize(size)
                                .map(bad -> {
                                    bad[0] = true;
                                    bad[1] = false;
                                    return ScoredOutcomes.ofRisk(score, bad);
                                })));
    }
}
