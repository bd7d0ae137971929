package io.lendcrm.scoring.risk.trees;

import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.DocumentBuilder;
import io.lendcrm.core.model.DocumentReader;
import io.lendcrm.core.model.ModelCodec;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.core.reason.ReasonCode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Stores ensembles as {@code tree-ensemble}: {@code arithmetic}, {@code base}, {@code mean}, {@code link} with {@code
 * steepness}, {@code higherIsWorse}, {@code reasons} (features' own codes), and {@code trees}, each of lists with one number a
 * node ({@link TreeDocument}). Stateless and thread-safe.
 */
public final class TreeEnsembleCodec implements ModelCodec<TreeEnsemble> {

    /** A codec; {@link java.util.ServiceLoader} needs the constructor. */
    public TreeEnsembleCodec() {}

    @Override
    public String type() {
        return TreeEnsemble.TYPE;
    }

    @Override
    public int schemaVersion() {
        return 1;
    }

    @Override
    public Class<TreeEnsemble> model() {
        return TreeEnsemble.class;
    }

    @Override
    public Document.Tree write(TreeEnsemble model) {
        TreeSum sum = model.sum();
        DocumentBuilder reasons = Document.tree();
        model.reasonCodes().forEach((feature, code) -> reasons.put(feature, code.value()));
        return Document.tree()
                .put("arithmetic", sum.arithmetic().name())
                .put("base", sum.base())
                .put("mean", sum.mean())
                .put("link", sum.link().kind().name())
                .put("steepness", sum.link().steepness())
                .put("higherIsWorse", model.higherIsWorse())
                .put("reasons", reasons.build())
                .put(
                        "trees",
                        new Document.Items(
                                model.trees().stream().map(TreeDocument::write).toList()))
                .build();
    }

    @Override
    public TreeEnsemble read(Document.Tree stored, ModelInfo info) {
        DocumentReader reader = DocumentReader.of(stored, "$.model");
        String arithmetic = reader.text("arithmetic");
        double base = reader.decimal("base");
        boolean mean = reader.flag("mean");
        String link = reader.text("link");
        double steepness = reader.decimal("steepness");
        boolean higherIsWorse = reader.flag("higherIsWorse");
        DocumentReader codes = reader.tree("reasons");
        Map<String, ReasonCode> reasons = new TreeMap<>();
        for (String feature : codes.names()) {
            String code = codes.text(feature);
            reasons.put(feature, codes.build(() -> ReasonCode.of(code)));
        }
        List<Tree> trees = reader.trees("trees", TreeDocument::read);
        reader.end();
        return reader.build(() -> {
            TreeSum sum = new TreeSum(
                    Arithmetic.valueOf(arithmetic), base, mean, new Link(Link.Kind.valueOf(link), steepness));
            TreeEnsemble read = TreeEnsemble.of(info, trees, sum).withHigherIsWorse(higherIsWorse);
            for (Map.Entry<String, ReasonCode> reason : reasons.entrySet()) {
                read = read.withReason(reason.getKey(), reason.getValue());
            }
            return read;
        });
    }
}
