package io.lendcrm.scoring.value.contract;

import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.DocumentReader;
import io.lendcrm.core.model.ModelCodec;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.core.time.CalendarUnit;
import io.lendcrm.scoring.likelihood.ParameterCovariance;

/** Stores a {@link BdwModel}. Stateless and thread-safe. */
public final class BdwModelCodec implements ModelCodec<BdwModel> {

    /** Makes a codec. */
    public BdwModelCodec() {}

    @Override
    public String type() {
        return BdwModel.TYPE;
    }

    @Override
    public int schemaVersion() {
        return 1;
    }

    @Override
    public Class<BdwModel> model() {
        return BdwModel.class;
    }

    @Override
    public Document.Tree write(BdwModel model) {
        return Document.tree()
                .put("unit", model.unit().name())
                .put("alpha", model.alpha())
                .put("beta", model.beta())
                .put("c", model.c())
                .put("logCovariance", model.covariance().lowerTriangle())
                .build();
    }

    @Override
    public BdwModel read(Document.Tree stored, ModelInfo info) {
        DocumentReader in = DocumentReader.of(stored, "$.model");
        String unit = in.text("unit");
        double alpha = in.decimal("alpha");
        double beta = in.decimal("beta");
        double c = in.decimal("c");
        double[] triangle = in.decimals("logCovariance");
        in.end();
        return in.build(() -> new BdwModel(
                info,
                CalendarUnit.valueOf(unit),
                alpha,
                beta,
                c,
                ParameterCovariance.ofLowerTriangle(BdwModel.PARAMETERS, triangle)));
    }
}
