package io.lendcrm.examples.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.RealData;
import io.lendcrm.core.json.DocumentJson;
import io.lendcrm.core.model.DocumentReader;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Every model as the command fits it to public data, against optima found independently of this library. */
class ClvFitOptimaTest {

    @ParameterizedTest(name = "{0} {3}")
    @CsvFileSource(resources = "optima.tsv", delimiter = '\t', useHeadersInDisplayName = true, emptyValue = "")
    void fitsEndAtTheIndependentOptimum(
            String optimum,
            String model,
            String data,
            String options,
            long rows,
            String parameters,
            String errors,
            double logLikelihood) {
        String told = options == null ? "" : options;
        Terminal run =
                Terminal.type("clv fit --json --model " + model + " --input " + RealData.file(data) + " " + told);
        DocumentReader fit = DocumentReader.of(DocumentJson.readTree(run.done().out()), "$");

        assertThat(fit.text("model")).isEqualTo(model);
        Map<String, Double> expected = numbers(parameters);
        expected.forEach((name, value) ->
                assertThat(fit.tree("parameters").decimal(name)).as(name).isCloseTo(value, within(1e-6 * value)));
        numbers(errors)
                .forEach((name, value) -> assertThat(fit.tree("standardErrors").decimal(name))
                        .as("standard error of " + name)
                        .isCloseTo(value, within(1e-6 * value)));
        assertThat(fit.decimal("logLikelihood")).isCloseTo(logLikelihood, within(1e-6));
        assertThat(fit.decimal("aic")).isCloseTo(2 * expected.size() - 2 * logLikelihood, within(1e-5));
        assertThat(fit.decimal("bic")).isGreaterThan(fit.decimal("aic"));
        assertThat(fit.flag("converged")).isTrue();
        assertThat(fit.whole("iterations")).isPositive();
        assertThat(fit.whole("rows")).isEqualTo(rows);
    }

    private static Map<String, Double> numbers(String told) {
        return Stream.of(told.split(","))
                .map(part -> part.split("="))
                .collect(Collectors.toMap(part -> part[0], part -> Double.parseDouble(part[1])));
    }
}
