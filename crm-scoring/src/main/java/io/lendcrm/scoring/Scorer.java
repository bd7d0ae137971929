package io.lendcrm.scoring;

import io.lendcrm.core.feature.FeatureRow;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.model.ModelInfo;

/** Scores one client at a time, with reasons. Implementations are immutable and thread-safe. */
public interface Scorer {

    /** {@return where the model that scores comes from} */
    ModelInfo info();

    /** {@return the features it takes} */
    FeatureSchema schema();

    /**
     * Scores a client. A client that can't be scored is a {@link Score.NotScored}, not an exception.
     *
     * @param client the client's features: those of {@link #schema()}, in any order; there may be more
     * @return the score with its reasons, or why there is none
     * @throws IllegalArgumentException if a feature of {@link #schema()} isn't there or means something else; the
     *     message names it
     */
    Score score(FeatureRow client);
}
