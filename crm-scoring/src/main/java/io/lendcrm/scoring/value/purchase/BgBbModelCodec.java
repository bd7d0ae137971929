package io.lendcrm.scoring.value.purchase;

import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.DocumentReader;
import io.lendcrm.core.model.ModelCodec;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.core.time.CalendarUnit;
import io.lendcrm.scoring.likelihood.ParameterCovariance;

/** Stores a {@link BgBbModel}. Stateless and thread-safe. */
public final class BgBbModelCodec implements ModelCodec<BgBbModel> {

    /** Makes a codec. */
    public BgBbModelCodec() {}

    @Override
    public String type() {
        return BgBbModel.TYPE;
    }

    @Override
    public int schemaVersion() {
        return 1;
    }

    @Override
    public Class<BgBbModel> model() {
        return BgBbModel.class;
    }

    @Override
    public Document.Tree write(BgBbModel model) {
        return Document.tree()
                .put("unit", model.unit().name())
                .put("alpha", model.alpha())
                .put("beta", model.beta())
                .put("gamma", model.gamma())
                .put("delta", model.delta())
                .put("logCovariance", model.covariance().lowerTriangle())
                .build();
    }

    @Override
    public BgBbModel read(Document.Tree stored, ModelInfo info) {
        DocumentReader in = DocumentReader.of(stored, "$.model");
        String unit = in.text("unit");
        double alpha = in.decimal("alpha");
        double beta = in.decimal("beta");
        double gamma = in.decimal("gamma");
        double delta = in.decimal("delta");
        double[] triangle = in.decimals("logCovariance");
        in.end();
        return in.build(() -> new BgBbModel(
                info,
                CalendarUnit.valueOf(unit),
                alpha,
                beta,
                gamma,
                delta,
                ParameterCovariance.ofLowerTriangle(BgBbModel.PARAMETERS, triangle)));
    }
}
