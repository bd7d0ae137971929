package io.lendcrm.scoring.value.spend;

import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.DocumentReader;
import io.lendcrm.core.model.ModelCodec;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.scoring.likelihood.ParameterCovariance;

/** Stores a {@link NormalSpendModel}. Stateless and thread-safe. */
public final class NormalSpendModelCodec implements ModelCodec<NormalSpendModel> {

    /** Makes a codec. */
    public NormalSpendModelCodec() {}

    @Override
    public String type() {
        return NormalSpendModel.TYPE;
    }

    @Override
    public int schemaVersion() {
        return 1;
    }

    @Override
    public Class<NormalSpendModel> model() {
        return NormalSpendModel.class;
    }

    @Override
    public Document.Tree write(NormalSpendModel model) {
        return Document.tree()
                .put("mu", model.mu())
                .put("tau", model.tau())
                .put("sigma", model.sigma())
                .put("logCovariance", model.covariance().lowerTriangle())
                .build();
    }

    @Override
    public NormalSpendModel read(Document.Tree stored, ModelInfo info) {
        DocumentReader in = DocumentReader.of(stored, "$.model");
        double mu = in.decimal("mu");
        double tau = in.decimal("tau");
        double sigma = in.decimal("sigma");
        double[] triangle = in.decimals("logCovariance");
        in.end();
        return in.build(() -> new NormalSpendModel(
                info, mu, tau, sigma, ParameterCovariance.ofLowerTriangle(NormalSpendModel.PARAMETERS, triangle)));
    }
}
