package io.lendcrm.scoring.value.spend;

import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.DocumentReader;
import io.lendcrm.core.model.ModelCodec;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.scoring.likelihood.ParameterCovariance;

/** Stores a {@link GammaGammaModel}. Stateless and thread-safe. */
public final class GammaGammaModelCodec implements ModelCodec<GammaGammaModel> {

    /** Makes a codec. */
    public GammaGammaModelCodec() {}

    @Override
    public String type() {
        return GammaGammaModel.TYPE;
    }

    @Override
    public int schemaVersion() {
        return 1;
    }

    @Override
    public Class<GammaGammaModel> model() {
        return GammaGammaModel.class;
    }

    @Override
    public Document.Tree write(GammaGammaModel model) {
        return Document.tree()
                .put("p", model.p())
                .put("q", model.q())
                .put("v", model.v())
                .put("logCovariance", model.covariance().lowerTriangle())
                .build();
    }

    @Override
    public GammaGammaModel read(Document.Tree stored, ModelInfo info) {
        DocumentReader in = DocumentReader.of(stored, "$.model");
        double p = in.decimal("p");
        double q = in.decimal("q");
        double v = in.decimal("v");
        double[] triangle = in.decimals("logCovariance");
        in.end();
        return in.build(() -> new GammaGammaModel(
                info, p, q, v, ParameterCovariance.ofLowerTriangle(GammaGammaModel.PARAMETERS, triangle)));
    }
}
