package io.lendcrm.scoring.risk.scorecard;

import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.DocumentBuilder;
import io.lendcrm.core.model.DocumentReader;
import io.lendcrm.core.model.ModelCodec;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.core.reason.ReasonCode;
import io.lendcrm.scoring.risk.binning.Binning;
import io.lendcrm.scoring.risk.binning.Bins;
import io.lendcrm.scoring.risk.binning.BinsDocument;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Stores cards as {@code scorecard}: {@code base}, {@code reasons} (the rule), {@code scale} if there is one, and {@code
 * characteristics}, each with {@code feature}, its bins ({@link BinsDocument}), {@code points} of every bin (0 for those in
 * {@code notScored}), {@code notScored} ({@code missing}, {@code unseen}, other bins by their number), {@code neutral}, {@code
 * reason} if it has its own, {@code codes} if another system gives each bin one, and {@code good}, {@code bad} and {@code
 * zeroCell} if it was fitted. Version 1 knew no {@code codes}. Stateless and thread-safe.
 */
public final class ScorecardCodec implements ModelCodec<Scorecard> {

    /** A codec; {@link java.util.ServiceLoader} needs the constructor. */
    public ScorecardCodec() {}

    @Override
    public String type() {
        return Scorecard.TYPE;
    }

    @Override
    public int schemaVersion() {
        return 2;
    }

    @Override
    public Class<Scorecard> model() {
        return Scorecard.class;
    }

    @Override
    public Document.Tree write(Scorecard model) {
        ReasonRule rule = model.reasonRule();
        DocumentBuilder tree = Document.tree()
                .put("base", model.base())
                .put(
                        "reasons",
                        Document.tree()
                                .put("baseline", rule.baseline().name())
                                .put("global", rule.global())
                                .put("pointsAreRisk", rule.pointsAreRisk())
                                .build());
        model.scale()
                .ifPresent(scale -> tree.put(
                        "scale",
                        Document.tree()
                                .put("points", scale.points())
                                .put("odds", scale.odds())
                                .put("pdo", scale.pdo())
                                .build()));
        return tree.put(
                        "characteristics",
                        new Document.Items(model.characteristics().stream()
                                .map(ScorecardCodec::characteristic)
                                .toList()))
                .build();
    }

    private static Document characteristic(Characteristic characteristic) {
        Bins bins = characteristic.bins();
        DocumentBuilder tree = Document.tree().put("feature", characteristic.name());
        BinsDocument.write(bins, tree);
        double[] points = characteristic.points();
        List<String> notScored = new ArrayList<>();
        if (Double.isNaN(points[bins.missingBin()])) {
            notScored.add("missing");
        }
        if (bins.unseenBin() >= 0 && Double.isNaN(points[bins.unseenBin()])) {
            notScored.add("unseen");
        }
        for (int bin = 0; bin < points.length; bin++) {
            if (Double.isNaN(points[bin]) && bin != bins.missingBin() && bin != bins.unseenBin()) {
                notScored.add(Integer.toString(bin));
            }
            points[bin] = Double.isNaN(points[bin]) ? 0 : points[bin];
        }
        tree.put("points", points).put("notScored", notScored).put("neutral", characteristic.neutral());
        characteristic.reason().ifPresent(code -> tree.put("reason", code.value()));
        if (!characteristic.codes().isEmpty()) {
            tree.put("codes", characteristic.codes());
        }
        characteristic
                .counts()
                .ifPresent(counts ->
                        tree.put("good", counts.good()).put("bad", counts.bad()).put("zeroCell", counts.zeroCell()));
        return tree.build();
    }

    @Override
    public Scorecard read(Document.Tree stored, ModelInfo info) {
        DocumentReader reader = DocumentReader.of(stored, "$.model");
        double base = reader.decimal("base");
        ReasonRule rule = rule(reader.tree("reasons"));
        @Nullable PointsScale scale = reader.has("scale") ? scale(reader.tree("scale")) : null;
        List<Characteristic> lines = reader.trees("characteristics", part -> characteristic(part, info.schema()));
        reader.end();
        return reader.build(() -> new Scorecard(info, base, lines, rule, scale));
    }

    /** Version 1 is the same without codes. */
    @Override
    public Document.Tree upgrade(Document.Tree stored, int version) {
        return stored;
    }

    private static ReasonRule rule(DocumentReader part) {
        String baseline = part.text("baseline");
        boolean global = part.flag("global");
        boolean pointsAreRisk = part.flag("pointsAreRisk");
        part.end();
        return part.build(() -> new ReasonRule(ReasonRule.Baseline.valueOf(baseline), global, pointsAreRisk));
    }

    private static PointsScale scale(DocumentReader part) {
        double points = part.decimal("points");
        double odds = part.decimal("odds");
        double pdo = part.decimal("pdo");
        part.end();
        return part.build(() -> new PointsScale(points, odds, pdo));
    }

    private static Characteristic characteristic(DocumentReader part, FeatureSchema schema) {
        String name = part.text("feature");
        Feature feature = part.build(() -> schema.feature(schema.indexOf(name)));
        Bins bins = BinsDocument.read(part, feature);
        double[] points = part.decimals("points");
        List<String> notScored = part.texts("notScored");
        double neutral = part.decimal("neutral");
        Characteristic line = part.build(() -> {
            Characteristic read = Characteristic.of(bins, points).withNeutral(neutral);
            for (String which : notScored) {
                read = switch (which) {
                    case "missing" -> read.withMissing(Double.NaN);
                    case "unseen" -> read.withUnseen(Double.NaN);
                    default -> read.withoutScore(bin(which));
                };
            }
            return read;
        });
        if (part.has("reason")) {
            String code = part.text("reason");
            Characteristic own = line;
            line = part.build(() -> own.withReason(ReasonCode.of(code)));
        }
        if (part.has("codes")) {
            List<String> codes = part.texts("codes");
            Characteristic own = line;
            line = part.build(() -> own.withCodes(codes));
        }
        if (!part.has("good")) {
            return line;
        }
        double[] good = part.decimals("good");
        double[] bad = part.decimals("bad");
        double zeroCell = part.decimal("zeroCell");
        Characteristic expert = line;
        return part.build(() -> expert.withCounts(Binning.of(bins, good, bad).withZeroCell(zeroCell)));
    }

    private static int bin(String text) {
        if (!text.matches("[0-9]{1,9}")) {
            throw new IllegalArgumentException(
                    "notScored must be missing, unseen or the number of a bin, found \"" + text + "\"");
        }
        return Integer.parseInt(text);
    }
}
