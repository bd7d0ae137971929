package io.lendcrm.scoring.value.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.lendcrm.core.history.PurchaseSummaries;
import java.util.Iterator;

/** Comparisons with reference numbers. */
final class References {

    private References() {}

    /** Numbers below the least normal double need only be finite, not negative, and as small. */
    static void assertRelative(double found, double expected, double tolerance) {
        if (Math.abs(expected) < Double.MIN_NORMAL) {
            assertThat(found).isBetween(0.0, 2.3e-308);
        } else {
            assertThat(found).isCloseTo(expected, within(tolerance * Math.abs(expected)));
        }
    }

    /** Parameters to 6 digits, log-likelihood to 1e-6 and no worse than other tools' by 1e-5. */
    static void assertOptimum(PurchaseModel model, PurchaseSummaries book, String key) {
        Oracle oracle = Oracle.row("optima.tsv", key);
        double[] expected = oracle.numbers("p1", "p2", "p3", "p4");
        double[] errors = oracle.numbers("se1", "se2", "se3", "se4");

        assertThat(book.size()).isEqualTo(oracle.whole("clients"));
        Iterator<String> names = model.parameters().keySet().iterator();
        for (int i = 0; i < expected.length; i++) {
            String name = names.next();
            assertThat(model.parameters().get(name)).isCloseTo(expected[i], withinPercentage(1e-4));
            assertThat(model.standardErrors().get(name)).isCloseTo(errors[i], withinPercentage(1e-3));
        }
        assertThat(diagnostic(model, "logLikelihood"))
                .isCloseTo(oracle.number("logL"), within(1e-6))
                .isGreaterThan(oracle.number("tools") - 1e-5);
    }

    static double diagnostic(PurchaseModel model, String name) {
        return model.info().diagnostics().getOrDefault(name, Double.NaN);
    }
}
