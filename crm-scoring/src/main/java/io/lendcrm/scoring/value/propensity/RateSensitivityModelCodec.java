package io.lendcrm.scoring.value.propensity;

import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.DocumentReader;
import io.lendcrm.core.model.ModelCodec;
import io.lendcrm.core.model.ModelInfo;

/** Stores a {@link RateSensitivityModel}. Stateless and thread-safe. */
public final class RateSensitivityModelCodec implements ModelCodec<RateSensitivityModel> {

    /** A codec; {@link java.util.ServiceLoader} needs the constructor. */
    public RateSensitivityModelCodec() {}

    @Override
    public String type() {
        return RateSensitivityModel.TYPE;
    }

    @Override
    public int schemaVersion() {
        return 1;
    }

    @Override
    public Class<RateSensitivityModel> model() {
        return RateSensitivityModel.class;
    }

    @Override
    public Document.Tree write(RateSensitivityModel model) {
        return Document.tree()
                .put("meanSpread", model.meanSpread())
                .put("intercept", model.intercept())
                .put("slope", model.slope())
                .put("interceptVariance", model.interceptVariance())
                .put("covariance", model.covariance())
                .put("slopeVariance", model.slopeVariance())
                .build();
    }

    @Override
    public RateSensitivityModel read(Document.Tree stored, ModelInfo info) {
        DocumentReader in = DocumentReader.of(stored, "$.model");
        double mean = in.decimal("meanSpread");
        double intercept = in.decimal("intercept");
        double slope = in.decimal("slope");
        double interceptVariance = in.decimal("interceptVariance");
        double covariance = in.decimal("covariance");
        double slopeVariance = in.decimal("slopeVariance");
        in.end();
        return in.build(() ->
                new RateSensitivityModel(info, mean, intercept, slope, interceptVariance, covariance, slopeVariance));
    }
}
