package io.lendcrm.scoring.value.survival;

import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.DocumentReader;
import io.lendcrm.core.model.ModelCodec;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.core.time.CalendarUnit;
import io.lendcrm.scoring.likelihood.Coefficients;
import io.lendcrm.scoring.risk.logistic.BinaryLink;

/** Stores a {@link DiscreteTimeModel} as {@code discrete-time-hazard}. Stateless and thread-safe. */
public final class DiscreteTimeModelCodec implements ModelCodec<DiscreteTimeModel> {

    private static final long MOST_BANDS = 10_000;

    /** A codec; {@link java.util.ServiceLoader} needs the constructor. */
    public DiscreteTimeModelCodec() {}

    @Override
    public String type() {
        return DiscreteTimeModel.TYPE;
    }

    @Override
    public int schemaVersion() {
        return 1;
    }

    @Override
    public Class<DiscreteTimeModel> model() {
        return DiscreteTimeModel.class;
    }

    @Override
    public Document.Tree write(DiscreteTimeModel model) {
        return Document.tree()
                .put("unit", model.unit().name())
                .put("width", model.width())
                .put("bands", (long) model.bands())
                .put("link", model.link().name())
                .put("coefficients", model.coefficients().estimates())
                .put("covariance", model.coefficients().lowerTriangle())
                .put("baseline", model.baseline())
                .put("periods", (long) model.periods())
                .build();
    }

    @Override
    public DiscreteTimeModel read(Document.Tree stored, ModelInfo info) {
        DocumentReader in = DocumentReader.of(stored, "$.model");
        String unit = in.text("unit");
        double width = in.decimal("width");
        long bands = in.whole("bands");
        String link = in.text("link");
        double[] estimates = in.decimals("coefficients");
        double[] covariance = in.decimals("covariance");
        double[] baseline = in.decimals("baseline");
        long periods = in.whole("periods");
        in.end();
        if (bands < 1 || bands > MOST_BANDS) {
            throw in.fault("bands", "must be within [1, " + MOST_BANDS + "], found " + bands);
        }
        int count = (int) bands;
        return in.build(() -> new DiscreteTimeModel(
                info,
                CalendarUnit.valueOf(unit),
                width,
                count,
                BinaryLink.valueOf(link),
                Coefficients.ofLowerTriangle(DiscreteTimeModel.names(count, info.schema()), estimates, covariance),
                baseline,
                Math.toIntExact(periods)));
    }
}
