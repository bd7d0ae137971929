package io.lendcrm.examples.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReviewReportTest {
    @Test
    void readRowsAreAcceptedOrRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Findings.Feed("a.csv", 10, 8, 1))
                .withMessage("read must equal accepted + rejected, found 10 and 8 + 1");
    }

    @Test
    void numbersOfTheReportAreFinite() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReasonLine("x", Text.same("x"), Double.NaN))
                .withMessage("contribution must be finite, found NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Distribution.of(new double[] {1, Double.POSITIVE_INFINITY}, 5))
                .withMessageContaining("Infinity");
    }

    @Test
    void profilesHaveOneMeanForEachFeature() {
        Segments.Feature feature = new Segments.Feature("f", Text.same("f"), Text.same(""));
        Segments.Profile profile = new Segments.Profile(
                "S1", Text.same("a"), Text.same(""), 1, List.of(1.0, 2.0), List.of(1.0), List.of(), null, null);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Segments(Text.same("m"), 0, List.of(feature), List.of(profile)))
                .withMessage("means of S1 must have features=1 values, found 2 and 1");
    }

    @Test
    void aDistributionCountsEveryValueOnce() {
        double[] values = IntStream.rangeClosed(0, 100).asDoubleStream().toArray();

        Distribution spread = Distribution.of(values, 10);

        assertThat(spread.bins()).hasSize(10);
        assertThat(spread.bins().stream().mapToLong(Distribution.Bin::count).sum())
                .isEqualTo(101);
        assertThat(spread.median()).isEqualTo(50);
        assertThat(spread.p10()).isEqualTo(10);
        assertThat(spread.p90()).isEqualTo(90);
        assertThat(spread.mean()).isEqualTo(50);
    }

    @Test
    void aLongTailSharesTheLastBin() {
        double[] values = new double[1000];
        for (int i = 0; i < 1000; i++) {
            values[i] = i < 995 ? i % 100 : 100_000 + i;
        }

        List<Distribution.Bin> bins = Distribution.of(values, 10).bins();

        assertThat(bins.stream().mapToLong(Distribution.Bin::count).sum()).isEqualTo(1000);
        assertThat(bins.get(bins.size() - 1).to()).isEqualTo(100_999);
        assertThat(bins.get(0).to() - bins.get(0).from()).isEqualTo(10);
    }

    @Test
    void equalValuesMakeOneBin() {
        assertThat(Distribution.of(new double[] {3, 3, 3}, 10).bins()).containsExactly(new Distribution.Bin(3, 3, 3));
    }

    @Test
    void concentrationOfEqualValuesIsNone() {
        ValueBook.Concentration equal = ValueBook.Concentration.of(new double[] {2, 2, 2, 2}, 4);

        assertThat(equal.gini()).isZero();
        assertThat(equal.topTenth()).isEqualTo(0.1, within(1e-15));
        assertThat(equal.curve()).contains(new ValueBook.Point(0.5, 0.5), new ValueBook.Point(1, 1));
    }

    @Test
    void concentrationOfOneHolderIsAllButOneNth() {
        ValueBook.Concentration one = ValueBook.Concentration.of(new double[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 8}, 10);

        assertThat(one.gini()).isEqualTo(0.9, within(1e-15));
        assertThat(one.topTenth()).isEqualTo(1.0);
    }

    @Test
    void concentrationOfOneTwoThreeIsTwoNinths() {
        assertThat(ValueBook.Concentration.of(new double[] {3, 1, 2}, 2).gini()).isEqualTo(2.0 / 9, within(1e-15));
    }
}
