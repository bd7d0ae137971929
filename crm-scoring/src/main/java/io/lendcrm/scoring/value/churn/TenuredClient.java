package io.lendcrm.scoring.value.churn;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.feature.FeatureRow;

/**
 * A client's features and for how long it has been there. Immutable and thread-safe.
 *
 * @param features the features as they are now
 * @param tenure for how long
 */
public record TenuredClient(FeatureRow features, Tenure tenure) {
    public TenuredClient {
        requireNonNull(features, "features");
        requireNonNull(tenure, "tenure");
    }
}
