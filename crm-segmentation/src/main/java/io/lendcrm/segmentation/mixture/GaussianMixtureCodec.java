package io.lendcrm.segmentation.mixture;

import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.DocumentReader;
import io.lendcrm.core.model.ModelCodec;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.segmentation.preparation.FittedPreparation;
import java.util.ArrayList;
import java.util.List;

/**
 * Stores models as {@code gaussian-mixture}: {@code preparation} of each feature, {@code covariance} (the family),
 * {@code logLikelihood}, {@code uncertainty}, {@code outsideQuantile}, and {@code components}, each with {@code clients},
 * {@code weight}, {@code mean} and {@code covariance} (the lower triangle, row by row, in the preparation's coordinates).
 * Stateless and thread-safe.
 */
public final class GaussianMixtureCodec implements ModelCodec<GaussianMixtureModel> {

    private static final double SUM = 1e-9;

    /** A codec; {@link java.util.ServiceLoader} needs the constructor. */
    public GaussianMixtureCodec() {}

    @Override
    public String type() {
        return GaussianMixtureModel.TYPE;
    }

    @Override
    public int schemaVersion() {
        return 1;
    }

    @Override
    public Class<GaussianMixtureModel> model() {
        return GaussianMixtureModel.class;
    }

    @Override
    public Document.Tree write(GaussianMixtureModel model) {
        List<Document> parts = new ArrayList<>();
        for (int c = 0; c < model.k(); c++) {
            parts.add(Document.tree()
                    .put("clients", model.fit().sizes().get(c))
                    .put("weight", model.weight(c))
                    .put("mean", model.mean(c))
                    .put("covariance", model.components().covariance(c))
                    .build());
        }
        return Document.tree()
                .put("preparation", model.preparation().document())
                .put("covariance", model.covariance().code())
                .put("logLikelihood", model.fit().logLikelihood())
                .put("uncertainty", model.fit().uncertainty())
                .put("outsideQuantile", model.outsideQuantile())
                .put("components", new Document.Items(parts))
                .build();
    }

    @Override
    public GaussianMixtureModel read(Document.Tree stored, ModelInfo info) {
        DocumentReader reader = DocumentReader.of(stored, "$.model");
        FittedPreparation preparation = FittedPreparation.read(reader, "preparation", info.schema());
        Covariance family = reader.build(() -> Covariance.parse(reader.text("covariance")));
        double logLikelihood = reader.decimal("logLikelihood");
        double uncertainty = reader.decimal("uncertainty");
        double outside = reader.decimal("outsideQuantile");
        List<double[]> means = new ArrayList<>();
        List<double[]> covariances = new ArrayList<>();
        List<Part> parts = reader.trees("components", part -> {
            means.add(part.decimals("mean"));
            covariances.add(part.decimals("covariance"));
            return new Part(part.whole("clients"), part.decimal("weight"));
        });
        reader.end();
        int d = info.schema().size();
        return reader.build(() -> {
            Components components = components(parts, means, covariances, family, d);
            MixtureFit fit = new MixtureFit(
                    parts.stream().mapToLong(Part::clients).sum(),
                    family.parameters(parts.size(), d),
                    logLikelihood,
                    uncertainty,
                    parts.stream().map(Part::clients).toList());
            return new GaussianMixtureModel(preparation, family, components, fit, outside, info);
        });
    }

    private static Components components(
            List<Part> parts, List<double[]> means, List<double[]> covariances, Covariance family, int d) {
        int size = Components.triangle(d);
        if (parts.isEmpty()
                || means.stream().anyMatch(values -> values.length != d)
                || covariances.stream().anyMatch(values -> values.length != size)) {
            throw new IllegalArgumentException("at least one component must have " + d + " means and " + size
                    + " values of a covariance's lower triangle");
        }
        double[] weight = parts.stream().mapToDouble(Part::weight).toArray();
        double sum = 0;
        for (double w : weight) {
            if (!(w > 0)) {
                throw new IllegalArgumentException("weight must be above 0, found " + w);
            }
            sum += w;
        }
        if (!(Math.abs(sum - 1) <= SUM)) {
            throw new IllegalArgumentException("weights must add up to 1, found " + sum);
        }
        double[] mean = new double[parts.size() * d];
        double[] covariance = new double[parts.size() * size];
        for (int c = 0; c < parts.size(); c++) {
            System.arraycopy(means.get(c), 0, mean, c * d, d);
            System.arraycopy(covariances.get(c), 0, covariance, c * size, size);
        }
        Components components = new Components(weight, mean, covariance, family.alongAxes());
        if (!components.sound()) {
            throw new IllegalArgumentException("covariances must be positive definite");
        }
        return components;
    }

    /** A component as it is stored, but its mean and covariance. */
    private record Part(long clients, double weight) {}
}
