package io.lendcrm.examples.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.RealData;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The CDNOW sample of 2,357 clients, from the published log to the published summary. */
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

    private static BigDecimal rounded(String number) {
        return new BigDecimal(number).setScale(2, RoundingMode.HALF_UP);
    }
}
