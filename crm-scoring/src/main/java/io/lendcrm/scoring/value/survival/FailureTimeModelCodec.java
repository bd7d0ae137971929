package io.lendcrm.scoring.value.survival;

import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.DocumentReader;
import io.lendcrm.core.model.ModelCodec;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.core.time.CalendarUnit;
import io.lendcrm.scoring.likelihood.Coefficients;

/** Stores a {@link FailureTimeModel} as {@code accelerated-failure}. Stateless and thread-safe. */
public final class FailureTimeModelCodec implements ModelCodec<FailureTimeModel> {

    /** A codec; {@link java.util.ServiceLoader} needs the constructor. */
    public FailureTimeModelCodec() {}

    @Override
    public String type() {
        return FailureTimeModel.TYPE;
    }

    @Override
    public int schemaVersion() {
        return 1;
    }

    @Override
    public Class<FailureTimeModel> model() {
        return FailureTimeModel.class;
    }

    @Override
    public Document.Tree write(FailureTimeModel model) {
        return Document.tree()
                .put("unit", model.unit().name())
                .put("law", model.law().name())
                .put("coefficients", model.coefficients().estimates())
                .put("covariance", model.coefficients().lowerTriangle())
                .put("baseline", model.baseline())
                .put("logLikelihood", model.logLikelihood())
                .build();
    }

    @Override
    public FailureTimeModel read(Document.Tree stored, ModelInfo info) {
        DocumentReader in = DocumentReader.of(stored, "$.model");
        String unit = in.text("unit");
        String law = in.text("law");
        double[] estimates = in.decimals("coefficients");
        double[] covariance = in.decimals("covariance");
        double[] baseline = in.decimals("baseline");
        double logLikelihood = in.decimal("logLikelihood");
        in.end();
        return in.build(() -> new FailureTimeModel(
                info,
                CalendarUnit.valueOf(unit),
                FailureLaw.valueOf(law),
                Coefficients.ofLowerTriangle(FailureTimeModel.names(info.schema()), estimates, covariance),
                baseline,
                logLikelihood));
    }
}
