package io.lendcrm.scoring.risk.logistic;

import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.DocumentBuilder;
import io.lendcrm.core.model.DocumentReader;
import io.lendcrm.core.model.ModelCodec;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.scoring.likelihood.Coefficients;
import org.jspecify.annotations.Nullable;

/**
 * Stores models as {@code logistic}: {@code link} ({@code LOGIT}, {@code COMPLEMENTARY_LOG_LOG}), {@code coefficients}
 * (the constant, then one for each of the provenance's features), {@code covariance} (its lower triangle row by row),
 * {@code baseline}, and {@code fit} where the model was fitted. Stateless and thread-safe.
 */
public final class LogisticModelCodec implements ModelCodec<LogisticModel> {

    /** A codec; {@link java.util.ServiceLoader} needs the constructor. */
    public LogisticModelCodec() {}

    @Override
    public String type() {
        return LogisticModel.TYPE;
    }

    @Override
    public int schemaVersion() {
        return 1;
    }

    @Override
    public Class<LogisticModel> model() {
        return LogisticModel.class;
    }

    @Override
    public Document.Tree write(LogisticModel model) {
        DocumentBuilder tree = Document.tree()
                .put("link", model.link().name())
                .put("coefficients", model.coefficients().estimates())
                .put("covariance", model.coefficients().lowerTriangle())
                .put("baseline", model.baseline());
        model.fit()
                .ifPresent(fit -> tree.put(
                        "fit",
                        Document.tree()
                                .put("observations", fit.observations())
                                .put("parameters", (long) fit.parameters())
                                .put("logLikelihood", fit.logLikelihood())
                                .put("nullLogLikelihood", fit.nullLogLikelihood())
                                .put("nullParameters", (long) fit.nullParameters())
                                .build()));
        return tree.build();
    }

    @Override
    public LogisticModel read(Document.Tree stored, ModelInfo info) {
        DocumentReader in = DocumentReader.of(stored, "$.model");
        String link = in.text("link");
        double[] estimates = in.decimals("coefficients");
        double[] covariance = in.decimals("covariance");
        double[] baseline = in.decimals("baseline");
        @Nullable GoodnessOfFit fit = in.has("fit") ? fit(in.tree("fit")) : null;
        in.end();
        return in.build(() -> new LogisticModel(
                info,
                BinaryLink.valueOf(link),
                Coefficients.ofLowerTriangle(LogisticModel.names(info.schema()), estimates, covariance),
                baseline,
                fit));
    }

    private static GoodnessOfFit fit(DocumentReader in) {
        double observations = in.decimal("observations");
        int parameters = Math.toIntExact(in.whole("parameters"));
        double logLikelihood = in.decimal("logLikelihood");
        double nullLogLikelihood = in.decimal("nullLogLikelihood");
        int nullParameters = Math.toIntExact(in.whole("nullParameters"));
        in.end();
        return in.build(
                () -> new GoodnessOfFit(observations, parameters, logLikelihood, nullLogLikelihood, nullParameters));
    }
}
