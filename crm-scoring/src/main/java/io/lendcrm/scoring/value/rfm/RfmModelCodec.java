package io.lendcrm.scoring.value.rfm;

import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.DocumentReader;
import io.lendcrm.core.model.ModelCodec;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.core.tier.SegmentId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/**
 * Stores models as {@code rfm}: {@code currency}, {@code cuts} (for each score from 2 the {@code recencyDaysAtMost},
 * {@code frequencyAtLeast}, {@code monetaryAtLeast} that reach it) and {@code segments} (each a {@code segment} and the
 * scores {@code r}, {@code f}, {@code m} it takes, from and to). Stateless and thread-safe.
 */
public final class RfmModelCodec implements ModelCodec<RfmModel> {

    /** A codec; {@link java.util.ServiceLoader} needs the constructor. */
    public RfmModelCodec() {}

    @Override
    public String type() {
        return RfmModel.TYPE;
    }

    @Override
    public int schemaVersion() {
        return 1;
    }

    @Override
    public Class<RfmModel> model() {
        return RfmModel.class;
    }

    @Override
    public Document.Tree write(RfmModel model) {
        List<Document> cuts = new ArrayList<>();
        for (int score = 2; score <= model.cuts().bins(); score++) {
            cuts.add(Document.tree()
                    .put("score", score)
                    .put("recencyDaysAtMost", model.cuts().recencyDaysAtMost(score))
                    .put("frequencyAtLeast", model.cuts().frequencyAtLeast(score))
                    .put("monetaryAtLeast", model.cuts().monetaryAtLeast(score))
                    .build());
        }
        List<Document> segments = model.segments().rules().stream()
                .map(rule -> (Document) Document.tree()
                        .put("segment", rule.segment().value())
                        .put("r", range(rule.recencyFrom(), rule.recencyTo()))
                        .put("f", range(rule.frequencyFrom(), rule.frequencyTo()))
                        .put("m", range(rule.monetaryFrom(), rule.monetaryTo()))
                        .build())
                .toList();
        return Document.tree()
                .put("currency", model.currency().getCurrencyCode())
                .put("cuts", new Document.Items(cuts))
                .put("segments", new Document.Items(segments))
                .build();
    }

    private static Document range(int from, int to) {
        return Document.tree().put("from", from).put("to", to).build();
    }

    @Override
    public RfmModel read(Document.Tree stored, ModelInfo info) {
        DocumentReader reader = DocumentReader.of(stored, "$.model");
        String code = reader.text("currency");
        Currency currency = reader.build(() -> Currency.getInstance(code));
        List<long[]> cuts = reader.trees("cuts", RfmModelCodec::cut);
        List<SegmentRule> rules = reader.trees("segments", RfmModelCodec::rule);
        reader.end();
        return reader.build(() -> new RfmModel(
                RfmCuts.of(column(cuts, 1), column(cuts, 2), column(cuts, 3)),
                SegmentMap.of(cuts.size() + 1, rules),
                currency,
                info));
    }

    private static long[] column(List<long[]> cuts, int column) {
        for (int i = 0; i < cuts.size(); i++) {
            if (cuts.get(i)[0] != i + 2) {
                throw new IllegalArgumentException(
                        "cuts must be of scores 2, 3, … in order, found " + cuts.get(i)[0] + " in place " + (i + 1));
            }
        }
        return cuts.stream().mapToLong(cut -> cut[column]).toArray();
    }

    private static long[] cut(DocumentReader part) {
        return new long[] {
            part.whole("score"),
            part.whole("recencyDaysAtMost"),
            part.whole("frequencyAtLeast"),
            part.whole("monetaryAtLeast")
        };
    }

    private static SegmentRule rule(DocumentReader part) {
        String segment = part.text("segment");
        int[] r = range(part, "r");
        int[] f = range(part, "f");
        int[] m = range(part, "m");
        return part.build(() -> new SegmentRule(SegmentId.of(segment), r[0], r[1], f[0], f[1], m[0], m[1]));
    }

    private static int[] range(DocumentReader part, String axis) {
        DocumentReader range = part.tree(axis);
        long from = range.whole("from");
        long to = range.whole("to");
        range.end();
        return part.build(() -> new int[] {Math.toIntExact(from), Math.toIntExact(to)});
    }
}
