package io.lendcrm.segmentation.association;

import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.DocumentReader;
import io.lendcrm.core.model.ModelCodec;
import io.lendcrm.core.model.ModelInfo;
import java.util.List;
import java.util.Locale;

/**
 * Stores models as {@code association-rules}: {@code itemsets}, {@code measure}, {@code end}, {@code baskets}, and
 * {@code rules}, each with {@code antecedent}, {@code consequent} and the counts {@code both}, {@code holders} (of the
 * antecedent) and {@code others} (of the consequent). Stateless and thread-safe.
 */
public final class AssociationCodec implements ModelCodec<AssociationModel> {

    /** A codec; {@link java.util.ServiceLoader} needs the constructor. */
    public AssociationCodec() {}

    @Override
    public String type() {
        return AssociationModel.TYPE;
    }

    @Override
    public int schemaVersion() {
        return 1;
    }

    @Override
    public Class<AssociationModel> model() {
        return AssociationModel.class;
    }

    @Override
    public Document.Tree write(AssociationModel model) {
        List<Document> rules =
                model.rules().stream().map(AssociationCodec::written).toList();
        return Document.tree()
                .put("itemsets", model.itemsets())
                .put("measure", code(model.measure()))
                .put("end", code(model.end()))
                .put("baskets", model.info().rows())
                .put("rules", new Document.Items(rules))
                .build();
    }

    private static Document written(AssociationRule rule) {
        return Document.tree()
                .put(
                        "antecedent",
                        new Document.Items(rule.antecedent().stream()
                                .<Document>map(Document.Text::new)
                                .toList()))
                .put("consequent", rule.consequent())
                .put("both", rule.counts().both())
                .put("holders", rule.counts().antecedent())
                .put("others", rule.counts().consequent())
                .build();
    }

    @Override
    public AssociationModel read(Document.Tree stored, ModelInfo info) {
        DocumentReader reader = DocumentReader.of(stored, "$.model");
        long itemsets = reader.whole("itemsets");
        RuleMeasure measure = reader.build(() -> RuleMeasure.valueOf(upper(reader.text("measure"))));
        SearchEnd end = reader.build(() -> SearchEnd.valueOf(upper(reader.text("end"))));
        long baskets = reader.whole("baskets");
        List<AssociationRule> rules = reader.trees("rules", rule -> {
            List<String> antecedent = rule.texts("antecedent");
            String consequent = rule.text("consequent");
            long both = rule.whole("both");
            long holders = rule.whole("holders");
            long others = rule.whole("others");
            return rule.build(
                    () -> new AssociationRule(antecedent, consequent, new RuleCounts(baskets, both, holders, others)));
        });
        reader.end();
        return reader.build(() -> new AssociationModel(rules, itemsets, measure, end, info));
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String upper(String code) {
        return code.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
