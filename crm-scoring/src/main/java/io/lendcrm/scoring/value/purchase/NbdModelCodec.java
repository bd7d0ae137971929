package io.lendcrm.scoring.value.purchase;

import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.DocumentReader;
import io.lendcrm.core.model.ModelCodec;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.core.time.CalendarUnit;
import io.lendcrm.scoring.likelihood.ParameterCovariance;

/** Stores a {@link NbdModel}. Stateless and thread-safe. */
public final class NbdModelCodec implements ModelCodec<NbdModel> {

    /** Makes a codec. */
    public NbdModelCodec() {}

    @Override
    public String type() {
        return NbdModel.TYPE;
    }

    @Override
    public int schemaVersion() {
        return 1;
    }

    @Override
    public Class<NbdModel> model() {
        return NbdModel.class;
    }

    @Override
    public Document.Tree write(NbdModel model) {
        return Document.tree()
                .put("unit", model.unit().name())
                .put("r", model.r())
                .put("alpha", model.alpha())
                .put("logCovariance", model.covariance().lowerTriangle())
                .build();
    }

    @Override
    public NbdModel read(Document.Tree stored, ModelInfo info) {
        DocumentReader in = DocumentReader.of(stored, "$.model");
        String unit = in.text("unit");
        double r = in.decimal("r");
        double alpha = in.decimal("alpha");
        double[] triangle = in.decimals("logCovariance");
        in.end();
        return in.build(() -> new NbdModel(
                info,
                CalendarUnit.valueOf(unit),
                r,
                alpha,
                ParameterCovariance.ofLowerTriangle(NbdModel.PARAMETERS, triangle)));
    }
}
