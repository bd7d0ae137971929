package io.lendcrm.scoring.value.contract;

import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.DocumentReader;
import io.lendcrm.core.model.ModelCodec;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.core.time.CalendarUnit;
import io.lendcrm.scoring.likelihood.ParameterCovariance;

/** Stores a {@link WeibullGammaModel}. Stateless and thread-safe. */
public final class WeibullGammaModelCodec implements ModelCodec<WeibullGammaModel> {

    /** Makes a codec. */
    public WeibullGammaModelCodec() {}

    @Override
    public String type() {
        return WeibullGammaModel.TYPE;
    }

    @Override
    public int schemaVersion() {
        return 1;
    }

    @Override
    public Class<WeibullGammaModel> model() {
        return WeibullGammaModel.class;
    }

    @Override
    public Document.Tree write(WeibullGammaModel model) {
        return Document.tree()
                .put("unit", model.unit().name())
                .put("r", model.r())
                .put("alpha", model.alpha())
                .put("c", model.c())
                .put("logCovariance", model.covariance().lowerTriangle())
                .build();
    }

    @Override
    public WeibullGammaModel read(Document.Tree stored, ModelInfo info) {
        DocumentReader in = DocumentReader.of(stored, "$.model");
        String unit = in.text("unit");
        double r = in.decimal("r");
        double alpha = in.decimal("alpha");
        double c = in.decimal("c");
        double[] triangle = in.decimals("logCovariance");
        in.end();
        return in.build(() -> new WeibullGammaModel(
                info,
                CalendarUnit.valueOf(unit),
                r,
                alpha,
                c,
                ParameterCovariance.ofLowerTriangle(WeibullGammaModel.PARAMETERS, triangle)));
    }
}
