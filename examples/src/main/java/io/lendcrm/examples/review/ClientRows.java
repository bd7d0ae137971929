package io.lendcrm.examples.review;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.examples.report.CsvFile;
import io.lendcrm.scoring.value.rfm.RfmScores;
import io.lendcrm.scoring.value.rfm.RfmTable;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found out about each client, a row each; a cell is empty where a part could not be computed.
 *
 * @param rfm the RFM scores, or null
 * @param valuation the values, or null
 * @param card the card's scores, or null
 * @param segments the segments, or null
 */
record ClientRows(
        @Nullable RfmScores rfm,
        @Nullable Valuation valuation,
        @Nullable CardPart card,
        @Nullable SegmentsPart segments) {

    static final List<String> HEADER = List.of(
            "id",
            "recency_days",
            "frequency",
            "monetary",
            "rfm",
            "rfm_segment",
            "probability_alive",
            "expected_purchases",
            "value",
            "score",
            "segment");

    /** Writes the clients whose features may be read, in the book's order; {@code rows} gives their rows in the scores. */
    void write(FeatureTable features, int[] rows, CsvFile out) throws IOException {
        for (int i = 0; i < features.rows(); i++) {
            ClientId client = features.clients().get(i);
            @Nullable Object[] cells = new @Nullable Object[HEADER.size()];
            Arrays.fill(cells, null);
            cells[0] = client.value();
            if (rows[i] >= 0) {
                scored(rows[i], cells);
                valued(rows[i], cells);
            }
            double score = card == null ? Double.NaN : card.score(i);
            cells[9] = Double.isNaN(score) ? null : score;
            cells[10] = segments == null ? null : segments.segment(client);
            out.row(cells);
        }
    }

    private void scored(int row, @Nullable Object[] cells) {
        if (rfm != null) {
            RfmTable table = rfm.table();
            cells[1] = table.recencyDays(row);
            cells[2] = table.frequency(row);
            cells[3] = BigDecimal.valueOf(table.monetary(row), table.currency().getDefaultFractionDigits())
                    .toPlainString();
            cells[4] = "" + rfm.r(row) + rfm.f(row) + rfm.m(row);
            cells[5] = rfm.segment(row);
        }
    }

    private void valued(int row, @Nullable Object[] cells) {
        if (valuation != null && valuation.isValued(row)) {
            cells[6] = valuation.probabilityAlive(row);
            cells[7] = valuation.expectedPurchases(row);
            cells[8] = valuation.value(row);
        }
    }
}
