package io.lendcrm.segmentation.preparation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.DocumentReader;
import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;

class PreparationProperties {

    @Property(tries = 100)
    void everyScaleRisesAndCanBeTakenBack(
            @ForAll Scale scale,
            @ForAll @Size(min = 4, max = 50) List<@DoubleRange(min = 0, max = 1e6) Double> column) {
        double[] sorted = sorted(column);
        Assume.that(spread(sorted));
        FittedPreparation fitted = Preparation.of(scale).fit(PreparationTest.table(sorted), "test");
        double before = Double.NEGATIVE_INFINITY;
        for (double x : sorted) {
            double at = fitted.scaled(0, x);
            assertThat(at).isGreaterThanOrEqualTo(before).isFinite();
            assertThat(fitted.original(0, at)).isCloseTo(x, within(1e-6));
            before = at;
        }
    }

    @Property(tries = 100)
    void readsBackWhatItWroteToTheLastBit(
            @ForAll Scale scale,
            @ForAll MissingValues missing,
            @ForAll @Size(min = 4, max = 20) List<@DoubleRange(min = 0, max = 1e6) Double> column,
            @ForAll @DoubleRange(min = 0, max = 1e6) double x) {
        double[] sorted = sorted(column);
        Assume.that(spread(sorted));
        FittedPreparation fitted =
                Preparation.of(scale).withMissing(missing).fit(PreparationTest.table(sorted), "test");
        Document.Tree stored =
                Document.tree().put("preparation", fitted.document()).build();
        FittedPreparation read =
                FittedPreparation.read(DocumentReader.of(stored, "$.model"), "preparation", fitted.schema());
        assertThat(read.scaled(0, x)).isEqualTo(fitted.scaled(0, x));
        assertThat(Double.compare(read.scaled(0, Double.NaN), fitted.scaled(0, Double.NaN)))
                .isZero();
        assertThat(read.document()).isEqualTo(fitted.document());
    }

    private static double[] sorted(List<Double> column) {
        return column.stream()
                .mapToDouble(Double::doubleValue)
                .distinct()
                .sorted()
                .toArray();
    }

    /** Quartiles apart, so that every scale can be fitted. */
    private static boolean spread(double[] sorted) {
        int n = sorted.length;
        return n >= 4 && sorted[n - 1 - n / 4] - sorted[n / 4] > 1;
    }
}
