package io.lendcrm.examples.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.RealData;
import io.lendcrm.core.json.DocumentJson;
import io.lendcrm.core.model.DocumentReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The commands on the CDNOW sample of 2,357 clients, from the published log to the published summary and on to optima found
 * independently of this library (valuation.json, independent_optima).
 */
class CdnowTest {

    @Test
    void theLogGivesThePublishedSummary() throws IOException {
        Path log = RealData.file("clv/CDNOW_sample.txt");
        List<String> published = Files.readAllLines(RealData.file("clv/cdnow_customers_summary_with_transactions.csv"));

        Terminal run = Terminal.type("clv summarise --delimiter whitespace --id 2 --date 3 --amount 5"
                        + " --date-format yyyyMMdd --unit week --observed-until 1997-09-30 --input " + log)
                .done();

        assertThat(run.err()).contains("6919 rows read", "1959 events after 1997-09-30 ignored");
        assertThat(run.lines()).hasSize(2358).hasSameSizeAs(published);
        for (int i = 1; i < published.size(); i++) {
            String[] row = run.lines().get(i).split(",");
            String[] expected = published.get(i).split(",");
            assertThat(Integer.parseInt(row[0])).isEqualTo(Integer.parseInt(expected[0]));
            assertThat(row[1]).isEqualTo(expected[1]);
            assertThat(rounded(row[2])).isEqualByComparingTo(expected[2]);
            assertThat(rounded(row[3])).isEqualByComparingTo(expected[3]);
            // Exact halves of a cent were rounded either way.
            assertThat(Double.parseDouble(row[4])).isCloseTo(Double.parseDouble(expected[4]), within(0.005 + 1e-9));
        }
    }

    /** "BG/NBD cdnow_summary": of the summary rounded to two decimals. */
    @Test
    void bgNbdFitsTheSummary() {
        DocumentReader fit = fit("bg-nbd", "clv/cdnow_customers_summary.csv");

        assertThat(fit.tree("parameters").decimal("r")).isCloseTo(.242592907204, within(1e-7));
        assertThat(fit.tree("parameters").decimal("alpha")).isCloseTo(4.413531561205, within(1e-6));
        assertThat(fit.tree("parameters").decimal("a")).isCloseTo(.792886148099, within(1e-7));
        assertThat(fit.tree("parameters").decimal("b")).isCloseTo(2.425753436494, within(1e-6));
        assertThat(fit.tree("standardErrors").decimal("r")).isCloseTo(.012557319584, within(1e-7));
        assertThat(fit.tree("standardErrors").decimal("alpha")).isCloseTo(.378221415527, within(1e-6));
        assertThat(fit.tree("standardErrors").decimal("a")).isCloseTo(.185719143094, within(1e-7));
        assertThat(fit.tree("standardErrors").decimal("b")).isCloseTo(.705345755104, within(1e-6));
        assertThat(fit.decimal("logLikelihood")).isCloseTo(-9582.425560567, within(1e-6));
        assertThat(fit.flag("converged")).isTrue();
        assertThat(fit.whole("iterations")).isPositive();
        assertThat(fit.whole("rows")).isEqualTo(2357);
    }

    /** "GG cdnow_summary": of the 946 clients with a repeat purchase. */
    @Test
    void gammaGammaFitsTheSummary() {
        DocumentReader fit = fit("gamma-gamma", "clv/cdnow_customers_summary_with_transactions.csv");

        assertThat(fit.tree("parameters").decimal("p")).isCloseTo(6.248802489709, within(1e-6));
        assertThat(fit.tree("parameters").decimal("q")).isCloseTo(3.744588453287, within(1e-6));
        assertThat(fit.tree("parameters").decimal("v")).isCloseTo(15.447748009464, within(1e-5));
        assertThat(fit.tree("standardErrors").decimal("p")).isCloseTo(1.189687037658, within(1e-6));
        assertThat(fit.tree("standardErrors").decimal("q")).isCloseTo(.290165615135, within(1e-6));
        assertThat(fit.tree("standardErrors").decimal("v")).isCloseTo(4.159993878326, within(1e-6));
        assertThat(fit.decimal("logLikelihood")).isCloseTo(-4055.923243503, within(1e-6));
        assertThat(fit.whole("rows")).isEqualTo(946);
    }

    private static DocumentReader fit(String model, String summary) {
        Terminal run = Terminal.type("clv fit --json --model " + model + " --input " + RealData.file(summary));
        return DocumentReader.of(DocumentJson.readTree(run.done().out()), "$");
    }

    private static BigDecimal rounded(String number) {
        return new BigDecimal(number).setScale(2, RoundingMode.HALF_UP);
    }
}
