package io.lendcrm.scoring.value.churn;

import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.DocumentReader;
import io.lendcrm.core.model.ModelCodec;
import io.lendcrm.core.model.ModelInfo;
import java.util.ArrayList;
import java.util.List;

/**
 * Stores cards as {@code decline-card}: {@code signals}, one for each of the provenance's features in their order, with
 * {@code calm}, {@code alarm} and {@code weight}. Stateless and thread-safe.
 */
public final class DeclineCardCodec implements ModelCodec<DeclineCard> {

    /** A codec; {@link java.util.ServiceLoader} needs the constructor. */
    public DeclineCardCodec() {}

    @Override
    public String type() {
        return DeclineCard.TYPE;
    }

    @Override
    public int schemaVersion() {
        return 1;
    }

    @Override
    public Class<DeclineCard> model() {
        return DeclineCard.class;
    }

    @Override
    public Document.Tree write(DeclineCard model) {
        List<Document> signals = model.signals().stream()
                .map(signal -> (Document) Document.tree()
                        .put("feature", signal.feature().name())
                        .put("calm", signal.calm())
                        .put("alarm", signal.alarm())
                        .put("weight", signal.weight())
                        .build())
                .toList();
        return Document.tree().put("signals", new Document.Items(signals)).build();
    }

    @Override
    public DeclineCard read(Document.Tree stored, ModelInfo info) {
        DocumentReader in = DocumentReader.of(stored, "$.model");
        List<String> names = new ArrayList<>();
        List<DeclineSignal> signals = in.trees("signals", part -> {
            String name = part.text("feature");
            double calm = part.decimal("calm");
            double alarm = part.decimal("alarm");
            double weight = part.decimal("weight");
            names.add(name);
            return part.build(
                    () -> new DeclineSignal(info.schema().feature(info.schema().indexOf(name)), calm, alarm, weight));
        });
        in.end();
        if (!names.equals(info.schema().names())) {
            throw in.fault("signals", "must be of " + info.schema().names() + ", found " + names);
        }
        return in.build(() -> DeclineCard.stored(info, signals));
    }
}
