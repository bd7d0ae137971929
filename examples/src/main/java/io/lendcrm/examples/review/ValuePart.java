package io.lendcrm.examples.review;

import io.lendcrm.core.client.Client;
import io.lendcrm.examples.report.Distribution;
import io.lendcrm.examples.report.Text;
import io.lendcrm.examples.report.ValueBook;
import io.lendcrm.scoring.value.clv.Estimate;
import io.lendcrm.scoring.value.rfm.RfmScores;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The value part of the report. */
final class ValuePart {

    private static final int TOP = 10;
    private static final int BINS = 24;
    private static final int POINTS = 40;

    private ValuePart() {}

    static ValueBook of(Valuation valuation, RfmScores rfm, BookScan scan, Words words) {
        double[] values = valuation.known();
        double total = Arrays.stream(values).sum();
        List<ValueBook.TopClient> top = new ArrayList<>();
        for (int row : valuation.top(TOP)) {
            Estimate estimate = valuation.estimate(row);
            top.add(new ValueBook.TopClient(
                    valuation.client(row).value(),
                    kind(scan.history(row).client(), words),
                    words.name("rfm", rfm.segment(row).value()),
                    estimate.value(),
                    estimate.lower(),
                    estimate.upper(),
                    valuation.probabilityAlive(row),
                    valuation.expectedPurchases(row),
                    words.lines(estimate.reasons())));
        }
        return new ValueBook(
                words.text("value.horizon"),
                words.text("value.method"),
                total,
                Distribution.of(values, BINS),
                total > 0 ? ValueBook.Concentration.of(values, POINTS) : null,
                top);
    }

    static Text kind(Client client, Words words) {
        return words.text("kind." + client.kind().name().toLowerCase(Locale.ROOT));
    }
}
