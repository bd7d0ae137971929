package io.lendcrm.core.feature;

import io.lendcrm.core.history.ClientHistory;
import java.util.List;

/** Several extractors side by side; each writes to its own places. */
final class CompositeExtractor implements FeatureExtractor {

    private final List<FeatureExtractor> parts;
    private final FeatureSchema schema;

    CompositeExtractor(List<FeatureExtractor> parts) {
        this.parts = List.copyOf(parts);
        this.schema = FeatureSchema.of(
                parts.stream().flatMap(p -> p.schema().features().stream()).toList());
    }

    List<FeatureExtractor> parts() {
        return parts;
    }

    @Override
    public FeatureSchema schema() {
        return schema;
    }

    @Override
    public void extract(ClientHistory history, FeatureSink out) {
        int offset = 0;
        for (FeatureExtractor part : parts) {
            int from = offset;
            part.extract(history, (index, value) -> out.put(from + index, value));
            offset += part.schema().size();
        }
    }
}
