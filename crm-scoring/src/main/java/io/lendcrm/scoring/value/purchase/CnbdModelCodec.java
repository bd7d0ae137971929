package io.lendcrm.scoring.value.purchase;

import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.DocumentReader;
import io.lendcrm.core.model.ModelCodec;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.core.time.CalendarUnit;
import io.lendcrm.scoring.likelihood.ParameterCovariance;

/** Stores a {@link CnbdModel}. Stateless and thread-safe. */
public final class CnbdModelCodec implements ModelCodec<CnbdModel> {

    /** Makes a codec. */
    public CnbdModelCodec() {}

    @Override
    public String type() {
        return CnbdModel.TYPE;
    }

    @Override
    public int schemaVersion() {
        return 1;
    }

    @Override
    public Class<CnbdModel> model() {
        return CnbdModel.class;
    }

    @Override
    public Document.Tree write(CnbdModel model) {
        return Document.tree()
                .put("unit", model.unit().name())
                .put("dropout", model.dropout().name())
                .put("regularity", model.regularity())
                .put("r", model.r())
                .put("alpha", model.alpha())
                .put("a", model.a())
                .put("b", model.b())
                .put("logCovariance", model.covariance().lowerTriangle())
                .build();
    }

    @Override
    public CnbdModel read(Document.Tree stored, ModelInfo info) {
        DocumentReader in = DocumentReader.of(stored, "$.model");
        String unit = in.text("unit");
        String dropout = in.text("dropout");
        int regularity = Math.toIntExact(in.whole("regularity"));
        double r = in.decimal("r");
        double alpha = in.decimal("alpha");
        double a = in.decimal("a");
        double b = in.decimal("b");
        double[] triangle = in.decimals("logCovariance");
        in.end();
        return in.build(() -> new CnbdModel(
                info,
                CalendarUnit.valueOf(unit),
                Dropout.valueOf(dropout),
                regularity,
                r,
                alpha,
                a,
                b,
                ParameterCovariance.ofLowerTriangle(CnbdModel.PARAMETERS, triangle)));
    }
}
