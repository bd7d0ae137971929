package io.lendcrm.core.feature;

import io.lendcrm.core.history.ClientHistory;
import java.util.List;

/**
 * Turns a client's history into the values of a schema. It sees what the history shows and nothing else: no clock, no
 * state. Call it through {@link FeatureReader}, which asks the use gate first. Implementations are thread-safe.
 */
public interface FeatureExtractor {

    /** {@return what it extracts} */
    FeatureSchema schema();

    /**
     * Extracts the values of one client.
     *
     * @param history what may be seen of the client
     * @param out takes the values
     */
    void extract(ClientHistory history, FeatureSink out);

    /**
     * Several extractors as one; its schema is theirs in order.
     *
     * @param parts the extractors
     * @return the composite
     * @throws IllegalArgumentException if two have a feature of the same name
     */
    static FeatureExtractor all(List<FeatureExtractor> parts) {
        return new CompositeExtractor(parts);
    }
}
