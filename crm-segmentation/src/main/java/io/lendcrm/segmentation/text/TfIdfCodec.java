package io.lendcrm.segmentation.text;

import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.DocumentReader;
import io.lendcrm.core.model.ModelCodec;
import io.lendcrm.core.model.ModelInfo;
import java.util.ArrayList;
import java.util.List;

/**
 * Stores models as {@code tf-idf}: {@code tokenizer} and {@code masking} by their names, {@code texts}, {@code sublinear}, and
 * {@code terms}, each with {@code term} and {@code texts}, how many have it. Stateless and thread-safe.
 */
public final class TfIdfCodec implements ModelCodec<TfIdfModel> {

    /** A codec; {@link java.util.ServiceLoader} needs the constructor. */
    public TfIdfCodec() {}

    @Override
    public String type() {
        return TfIdfModel.TYPE;
    }

    @Override
    public int schemaVersion() {
        return 1;
    }

    @Override
    public Class<TfIdfModel> model() {
        return TfIdfModel.class;
    }

    @Override
    public Document.Tree write(TfIdfModel model) {
        List<Document> terms = new ArrayList<>();
        for (int i = 0; i < model.terms().size(); i++) {
            terms.add(Document.tree()
                    .put("term", model.terms().get(i))
                    .put("texts", (long) model.textsWith(i))
                    .build());
        }
        return Document.tree()
                .put("tokenizer", model.tokenizer())
                .put("masking", model.masking())
                .put("texts", (long) model.texts())
                .put("sublinear", model.sublinear())
                .put("terms", new Document.Items(terms))
                .build();
    }

    @Override
    public TfIdfModel read(Document.Tree stored, ModelInfo info) {
        DocumentReader reader = DocumentReader.of(stored, "$.model");
        String tokenizer = reader.text("tokenizer");
        String masking = reader.text("masking");
        long texts = reader.whole("texts");
        boolean sublinear = reader.flag("sublinear");
        List<Long> textsWith = new ArrayList<>();
        List<String> terms = reader.trees("terms", term -> {
            textsWith.add(term.whole("texts"));
            return term.text("term");
        });
        reader.end();
        return reader.build(() -> new TfIdfModel(
                tokenizer,
                masking,
                Math.toIntExact(texts),
                sublinear,
                terms,
                textsWith.stream().mapToInt(Math::toIntExact).toArray(),
                info));
    }
}
