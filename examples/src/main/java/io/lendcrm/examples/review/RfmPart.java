package io.lendcrm.examples.review;

import io.lendcrm.core.tier.SegmentId;
import io.lendcrm.examples.report.RfmMap;
import io.lendcrm.scoring.value.rfm.RfmModel;
import io.lendcrm.scoring.value.rfm.RfmScores;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The RFM part of the report. */
final class RfmPart {

    private RfmPart() {}

    /**
     * Counts the cells and segments.
     *
     * @param valuation the expected value of each row, or null if none was computed
     */
    static RfmMap of(RfmModel model, RfmScores scores, @Nullable Valuation valuation, Words words) {
        double minor = Math.pow(10, model.currency().getDefaultFractionDigits());
        int bins = model.cuts().bins();
        long[][] clients = new long[bins + 1][bins + 1];
        double[][] monetary = new double[bins + 1][bins + 1];
        Map<SegmentId, double[]> segments = new LinkedHashMap<>();
        model.segments().segments().forEach(s -> segments.put(s, new double[4]));
        for (int row = 0; row < scores.rows(); row++) {
            double amount = scores.table().monetary(row) / minor;
            clients[scores.r(row)][scores.f(row)]++;
            monetary[scores.r(row)][scores.f(row)] += amount;
            double[] sums = segments.computeIfAbsent(scores.segment(row), s -> new double[4]);
            sums[0]++;
            sums[1] += amount;
            if (valuation != null && valuation.isValued(row)) {
                sums[2] += valuation.value(row);
                sums[3]++;
            }
        }
        List<RfmMap.Cell> cells = new ArrayList<>();
        for (int r = 1; r <= bins; r++) {
            for (int f = 1; f <= bins; f++) {
                if (clients[r][f] > 0) {
                    cells.add(new RfmMap.Cell(r, f, clients[r][f], monetary[r][f] / clients[r][f]));
                }
            }
        }
        List<RfmMap.Segment> named = new ArrayList<>();
        segments.forEach((id, sums) -> {
            long count = (long) sums[0];
            double share = Math.max(1, sums[0]);
            named.add(new RfmMap.Segment(
                    id.value(),
                    words.name("rfm", id.value()),
                    words.name("rfm.description", id.value()),
                    count,
                    sums[1] / share,
                    sums[3] == 0 ? null : sums[2] / sums[3]));
        });
        return new RfmMap(bins, words.text("rfm.method", bins), cells, named);
    }
}
