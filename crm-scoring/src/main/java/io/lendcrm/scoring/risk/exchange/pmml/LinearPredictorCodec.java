package io.lendcrm.scoring.risk.exchange.pmml;

import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.DocumentBuilder;
import io.lendcrm.core.model.DocumentReader;
import io.lendcrm.core.model.ModelCodec;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.scoring.risk.exchange.pmml.LinearPredictor.Link;
import io.lendcrm.scoring.risk.exchange.pmml.LinearPredictor.Term;
import java.util.ArrayList;
import java.util.List;

/**
 * Stores models as {@code linear-predictor}: {@code link}, {@code intercept}, and {@code terms}, one for each of the
 * provenance's features: {@code slope} and, where a missing value is replaced, {@code whenMissing}; or {@code coefficients} of
 * the levels, then of missing and of unseen ones, 0 at the places in {@code notScored}. Stateless and thread-safe.
 */
public final class LinearPredictorCodec implements ModelCodec<LinearPredictor> {

    /** A codec; {@link java.util.ServiceLoader} needs the constructor. */
    public LinearPredictorCodec() {}

    @Override
    public String type() {
        return LinearPredictor.TYPE;
    }

    @Override
    public int schemaVersion() {
        return 1;
    }

    @Override
    public Class<LinearPredictor> model() {
        return LinearPredictor.class;
    }

    @Override
    public Document.Tree write(LinearPredictor model) {
        return Document.tree()
                .put("link", model.link().name())
                .put("intercept", model.intercept())
                .put(
                        "terms",
                        new Document.Items(model.terms().stream()
                                .map(LinearPredictorCodec::term)
                                .toList()))
                .build();
    }

    private static Document term(Term term) {
        DocumentBuilder tree = Document.tree();
        if (term instanceof Term.Slope slope) {
            tree.put("slope", slope.slope());
            if (!Double.isNaN(slope.whenMissing())) {
                tree.put("whenMissing", slope.whenMissing());
            }
            return tree.build();
        }
        double[] all = ((Term.Levels) term).all();
        List<String> notScored = new ArrayList<>();
        for (int i = 0; i < all.length; i++) {
            if (Double.isNaN(all[i])) {
                notScored.add(Integer.toString(i));
                all[i] = 0;
            }
        }
        return tree.put("coefficients", all).put("notScored", notScored).build();
    }

    @Override
    public LinearPredictor read(Document.Tree stored, ModelInfo info) {
        DocumentReader in = DocumentReader.of(stored, "$.model");
        String link = in.text("link");
        double intercept = in.decimal("intercept");
        List<Term> terms = in.trees("terms", LinearPredictorCodec::term);
        in.end();
        return in.build(() -> new LinearPredictor(info, intercept, terms, Link.valueOf(link)));
    }

    private static Term term(DocumentReader in) {
        if (in.has("slope")) {
            double slope = in.decimal("slope");
            double whenMissing = in.has("whenMissing") ? in.decimal("whenMissing") : Double.NaN;
            in.end();
            return new Term.Slope(slope, whenMissing);
        }
        double[] all = in.decimals("coefficients");
        List<String> notScored = in.texts("notScored");
        in.end();
        return in.build(() -> {
            for (String place : notScored) {
                if (!place.matches("[0-9]{1,9}") || Integer.parseInt(place) >= all.length) {
                    throw new IllegalArgumentException(
                            "notScored must be places within [0, " + (all.length - 1) + "], found \"" + place + "\"");
                }
                all[Integer.parseInt(place)] = Double.NaN;
            }
            return Term.Levels.of(all);
        });
    }
}
