package io.lendcrm.scoring.value.purchase;

import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.DocumentReader;
import io.lendcrm.core.model.ModelCodec;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.core.time.CalendarUnit;
import io.lendcrm.scoring.likelihood.ParameterCovariance;

/** Stores a {@link MbgNbdModel}. Stateless and thread-safe. */
public final class MbgNbdModelCodec implements ModelCodec<MbgNbdModel> {

    /** Makes a codec. */
    public MbgNbdModelCodec() {}

    @Override
    public String type() {
        return MbgNbdModel.TYPE;
    }

    @Override
    public int schemaVersion() {
        return 1;
    }

    @Override
    public Class<MbgNbdModel> model() {
        return MbgNbdModel.class;
    }

    @Override
    public Document.Tree write(MbgNbdModel model) {
        return Document.tree()
                .put("unit", model.unit().name())
                .put("r", model.r())
                .put("alpha", model.alpha())
                .put("a", model.a())
                .put("b", model.b())
                .put("logCovariance", model.covariance().lowerTriangle())
                .build();
    }

    @Override
    public MbgNbdModel read(Document.Tree stored, ModelInfo info) {
        DocumentReader in = DocumentReader.of(stored, "$.model");
        String unit = in.text("unit");
        double r = in.decimal("r");
        double alpha = in.decimal("alpha");
        double a = in.decimal("a");
        double b = in.decimal("b");
        double[] triangle = in.decimals("logCovariance");
        in.end();
        return in.build(() -> new MbgNbdModel(
                info,
                CalendarUnit.valueOf(unit),
                r,
                alpha,
                a,
                b,
                ParameterCovariance.ofLowerTriangle(MbgNbdModel.PARAMETERS, triangle)));
    }
}
