package io.lendcrm.scoring.value.propensity;

import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.DocumentReader;
import io.lendcrm.core.model.ModelCodec;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.core.time.CalendarUnit;
import io.lendcrm.scoring.likelihood.ParameterCovariance;

/** Stores a {@link NextLoanModel}. Stateless and thread-safe. */
public final class NextLoanModelCodec implements ModelCodec<NextLoanModel> {

    /** A codec; {@link java.util.ServiceLoader} needs the constructor. */
    public NextLoanModelCodec() {}

    @Override
    public String type() {
        return NextLoanModel.TYPE;
    }

    @Override
    public int schemaVersion() {
        return 1;
    }

    @Override
    public Class<NextLoanModel> model() {
        return NextLoanModel.class;
    }

    @Override
    public Document.Tree write(NextLoanModel model) {
        return Document.tree()
                .put("unit", model.unit().name())
                .put("r", model.r())
                .put("scale", model.scale())
                .put("shape", model.shape())
                .put("logCovariance", model.covariance().lowerTriangle())
                .build();
    }

    @Override
    public NextLoanModel read(Document.Tree stored, ModelInfo info) {
        DocumentReader in = DocumentReader.of(stored, "$.model");
        String unit = in.text("unit");
        double r = in.decimal("r");
        double scale = in.decimal("scale");
        double shape = in.decimal("shape");
        double[] triangle = in.decimals("logCovariance");
        in.end();
        return in.build(() -> new NextLoanModel(
                info,
                CalendarUnit.valueOf(unit),
                r,
                scale,
                shape,
                ParameterCovariance.ofLowerTriangle(NextLoanModel.PARAMETERS, triangle)));
    }
}
