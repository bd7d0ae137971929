package io.lendcrm.core.feature;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.time.AsOf;

/**
 * Features of one client that are kept up to date event by event instead of being extracted from the whole history. Read
 * them through {@link FeatureReader}, which asks the use gate first.
 */
public interface RunningFeatures {

    /** {@return whose features} */
    ClientId client();

    /** {@return what they are; the schema of the extractor that gives the same values from a history} */
    FeatureSchema schema();

    /**
     * Whether the state can answer for a point in time. It can't look back behind an event it has taken in.
     *
     * @param asOf the point in time
     * @return false if the client's history must be read instead
     */
    boolean covers(AsOf asOf);

    /**
     * Gives the values at a point in time that the state covers.
     *
     * @param asOf the point in time
     * @param out takes the values
     * @throws IllegalArgumentException if the state doesn't cover it
     */
    void extract(AsOf asOf, FeatureSink out);
}
