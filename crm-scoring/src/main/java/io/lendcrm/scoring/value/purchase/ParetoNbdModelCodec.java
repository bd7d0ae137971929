package io.lendcrm.scoring.value.purchase;

import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.DocumentReader;
import io.lendcrm.core.model.ModelCodec;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.core.time.CalendarUnit;
import io.lendcrm.scoring.likelihood.ParameterCovariance;

/** Stores a {@link ParetoNbdModel}. Stateless and thread-safe. */
public final class ParetoNbdModelCodec implements ModelCodec<ParetoNbdModel> {

    /** Makes a codec. */
    public ParetoNbdModelCodec() {}

    @Override
    public String type() {
        return ParetoNbdModel.TYPE;
    }

    @Override
    public int schemaVersion() {
        return 1;
    }

    @Override
    public Class<ParetoNbdModel> model() {
        return ParetoNbdModel.class;
    }

    @Override
    public Document.Tree write(ParetoNbdModel model) {
        return Document.tree()
                .put("unit", model.unit().name())
                .put("r", model.r())
                .put("alpha", model.alpha())
                .put("s", model.s())
                .put("beta", model.beta())
                .put("logCovariance", model.covariance().lowerTriangle())
                .build();
    }

    @Override
    public ParetoNbdModel read(Document.Tree stored, ModelInfo info) {
        DocumentReader in = DocumentReader.of(stored, "$.model");
        String unit = in.text("unit");
        double r = in.decimal("r");
        double alpha = in.decimal("alpha");
        double s = in.decimal("s");
        double beta = in.decimal("beta");
        double[] triangle = in.decimals("logCovariance");
        in.end();
        return in.build(() -> new ParetoNbdModel(
                info,
                CalendarUnit.valueOf(unit),
                r,
                alpha,
                s,
                beta,
                ParameterCovariance.ofLowerTriangle(ParetoNbdModel.PARAMETERS, triangle)));
    }
}
