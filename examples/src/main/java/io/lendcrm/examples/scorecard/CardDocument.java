package io.lendcrm.examples.scorecard;

import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.DocumentBuilder;
import io.lendcrm.examples.table.FeatureColumns;
import io.lendcrm.scoring.proof.validation.Auc;
import io.lendcrm.scoring.proof.validation.CrossValidation;
import io.lendcrm.scoring.proof.validation.RocCurve;
import io.lendcrm.scoring.risk.binning.BinRow;
import io.lendcrm.scoring.risk.binning.Binning;
import io.lendcrm.scoring.risk.scorecard.Characteristic;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A fitted card as JSON shows it. */
final class CardDocument {

    private static final double CONFIDENCE = 0.95;

    private CardDocument() {}

    static Document of(CardFit fit) {
        List<Document> dropped = new ArrayList<>();
        for (Binning variable : fit.dropped()) {
            dropped.add(
                    variable(variable, null).put("cause", fit.cause(variable)).build());
        }
        return Document.tree()
                .put("base", fit.card().base())
                .put(
                        "variables",
                        new Document.Items(fit.card().characteristics().stream()
                                .map(line -> (Document) variable(fit.binned().variable(line.name()), line)
                                        .build())
                                .toList()))
                .put("dropped", new Document.Items(dropped))
                .put("validation", validation(fit))
                .build();
    }

    /** How the trend of a variable is called. */
    static String trend(Binning variable) {
        return variable.optimum()
                .map(optimum -> optimum.trend().name().toLowerCase(Locale.ROOT))
                .orElse("none");
    }

    private static DocumentBuilder variable(Binning variable, @Nullable Characteristic line) {
        List<Document> bins = new ArrayList<>();
        List<Document> empty = new ArrayList<>();
        List<BinRow> table = variable.table();
        for (int bin = 0; bin < table.size(); bin++) {
            BinRow row = table.get(bin);
            DocumentBuilder tree = Document.tree()
                    .put("label", row.label())
                    .put("count", Math.round(row.count()))
                    .put("bad", Math.round(row.bad()))
                    .put("woe", row.woe());
            if (line != null) {
                tree.put("points", line.points(bin));
            }
            (row.count() > 0 ? bins : empty).add(tree.build());
        }
        return Document.tree()
                .put("name", FeatureColumns.columnName(variable.bins().feature()))
                .put("iv", variable.informationValue())
                .put("trend", trend(variable))
                .put("bins", new Document.Items(bins))
                .put("emptyBins", new Document.Items(empty));
    }

    private static Document validation(CardFit fit) {
        RocCurve curve = fit.curve();
        Auc auc = curve.auc();
        DocumentBuilder tree = Document.tree()
                .put("rows", (long) fit.scored().size())
                .put("bads", (long) fit.scored().bads())
                .put("auc", auc.value());
        putFinite(tree, "aucLower", auc.lower(CONFIDENCE));
        putFinite(tree, "aucUpper", auc.upper(CONFIDENCE));
        tree.put("ks", curve.ks()).put("gini", auc.gini()).put("h", curve.hMeasure());
        fit.crossValidation().ifPresent(cross -> tree.put("crossValidation", cross(cross)));
        return tree.build();
    }

    private static Document cross(CrossValidation cross) {
        return Document.tree()
                .put("auc", cross.areas().stream().mapToDouble(Auc::value).toArray())
                .put("mean", cross.meanAuc())
                .put("standardDeviation", cross.spread())
                .build();
    }

    static void putFinite(DocumentBuilder tree, String name, double value) {
        if (Double.isFinite(value)) {
            tree.put(name, value);
        }
    }
}
