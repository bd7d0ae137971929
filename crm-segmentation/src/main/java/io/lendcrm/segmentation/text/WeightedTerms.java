package io.lendcrm.segmentation.text;

import io.lendcrm.core.feature.FeatureSchema;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** Weights of a vocabulary's terms. Immutable and thread-safe. */
final class WeightedTerms implements TextFeatures {

    private final TfIdfModel model;
    private final TextAnalysis analysis;
    private final Map<String, Integer> places = new HashMap<>();
    private final FeatureSchema schema;

    WeightedTerms(TfIdfModel model, TextAnalysis analysis) {
        this.model = model;
        this.analysis = analysis;
        for (int i = 0; i < model.terms().size(); i++) {
            places.put(model.terms().get(i), i);
        }
        this.schema = FeatureSchema.of(IntStream.range(0, places.size())
                .mapToObj(i -> TextColumns.of(
                        "term_" + i, "weight", "tf-idf of \"" + model.terms().get(i) + "\""))
                .toList());
    }

    @Override
    public FeatureSchema schema() {
        return schema;
    }

    @Override
    public void add(String text, double weight, double[] sums) {
        TextColumns.requireWeight(weight);
        int[] counts = new int[places.size()];
        analysis.forEach(text, token -> {
            Integer at = places.get(token);
            if (at != null) {
                counts[at]++;
            }
        });
        double[] values = new double[counts.length];
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                double frequency = model.sublinear() ? 1 + StrictMath.log(counts[i]) : counts[i];
                values[i] = frequency * model.idf(i);
            }
        }
        TextColumns.normalise(values);
        for (int i = 0; i < values.length; i++) {
            sums[i] += weight * values[i];
        }
    }

    @Override
    public void finish(double[] sums) {
        TextColumns.normalise(sums);
    }
}
