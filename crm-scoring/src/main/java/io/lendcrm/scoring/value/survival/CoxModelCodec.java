package io.lendcrm.scoring.value.survival;

import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.DocumentReader;
import io.lendcrm.core.model.ModelCodec;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.core.time.CalendarUnit;
import io.lendcrm.scoring.likelihood.Coefficients;

/** Stores a {@link CoxModel} as {@code cox}. Stateless and thread-safe. */
public final class CoxModelCodec implements ModelCodec<CoxModel> {

    /** A codec; {@link java.util.ServiceLoader} needs the constructor. */
    public CoxModelCodec() {}

    @Override
    public String type() {
        return CoxModel.TYPE;
    }

    @Override
    public int schemaVersion() {
        return 1;
    }

    @Override
    public Class<CoxModel> model() {
        return CoxModel.class;
    }

    @Override
    public Document.Tree write(CoxModel model) {
        CoxFit fit = model.fit();
        return Document.tree()
                .put("unit", model.unit().name())
                .put("ties", model.ties().name())
                .put("coefficients", model.coefficients().estimates())
                .put("covariance", model.coefficients().lowerTriangle())
                .put("baseline", model.baseline())
                .put("times", model.times())
                .put("hazard", model.hazard())
                .put("lastTime", model.lastTime())
                .put(
                        "fit",
                        Document.tree()
                                .put("events", (long) fit.events())
                                .put("logLikelihood", fit.logLikelihood())
                                .put("nullLogLikelihood", fit.nullLogLikelihood())
                                .put("score", fit.score())
                                .put("concordant", fit.concordance().concordant())
                                .put("discordant", fit.concordance().discordant())
                                .put("tied", fit.concordance().tied())
                                .build())
                .build();
    }

    @Override
    public CoxModel read(Document.Tree stored, ModelInfo info) {
        DocumentReader in = DocumentReader.of(stored, "$.model");
        String unit = in.text("unit");
        String ties = in.text("ties");
        double[] estimates = in.decimals("coefficients");
        double[] covariance = in.decimals("covariance");
        double[] baseline = in.decimals("baseline");
        double[] times = in.decimals("times");
        double[] hazard = in.decimals("hazard");
        double lastTime = in.decimal("lastTime");
        CoxFit fit = fit(in.tree("fit"), estimates.length);
        in.end();
        return in.build(() -> new CoxModel(
                info,
                CalendarUnit.valueOf(unit),
                CoxTies.valueOf(ties),
                Coefficients.ofLowerTriangle(info.schema().names(), estimates, covariance),
                baseline,
                times,
                hazard,
                lastTime,
                fit));
    }

    private static CoxFit fit(DocumentReader in, int parameters) {
        long events = in.whole("events");
        double logLikelihood = in.decimal("logLikelihood");
        double nullLogLikelihood = in.decimal("nullLogLikelihood");
        double score = in.decimal("score");
        long concordant = in.whole("concordant");
        long discordant = in.whole("discordant");
        long tied = in.whole("tied");
        in.end();
        return in.build(() -> new CoxFit(
                Math.toIntExact(events),
                parameters,
                logLikelihood,
                nullLogLikelihood,
                score,
                new Concordance(concordant, discordant, tied)));
    }
}
