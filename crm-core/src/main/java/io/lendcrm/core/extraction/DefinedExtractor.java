package io.lendcrm.core.extraction;

import io.lendcrm.core.feature.FeatureExtractor;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.feature.FeatureSink;
import io.lendcrm.core.history.ClientHistory;
import java.util.function.Function;

/** Looks at a history once and evaluates every definition on what it saw. */
record DefinedExtractor<V>(Definitions<V> definitions, Function<ClientHistory, V> view) implements FeatureExtractor {

    @Override
    public FeatureSchema schema() {
        return definitions.schema();
    }

    @Override
    public void extract(ClientHistory history, FeatureSink out) {
        definitions.evaluate(view.apply(history), out);
    }
}
