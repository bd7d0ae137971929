package io.lendcrm.core.extraction;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.client.AlternativeData;
import io.lendcrm.core.client.AlternativeValue;
import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureExtractor;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.feature.FeatureSink;
import io.lendcrm.core.feature.FeatureType;
import io.lendcrm.core.history.ClientHistory;
import io.lendcrm.core.privacy.Purpose;
import io.lendcrm.core.privacy.UseGate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Features of data from outside banking, off unless a lender adds them: put the extractor beside the standard ones by
 * {@link FeatureExtractor#all}. Where a client doesn't grant this use, the reader leaves the features out of the row's
 * schema; a model without them stays usable. Thread-safe if the gate is.
 */
public final class AlternativeFeatures implements FeatureExtractor {

    private final FeatureSchema schema;
    private final List<String> names;
    private final Purpose purpose;
    private final UseGate gate;

    private AlternativeFeatures(FeatureSchema schema, List<String> names, Purpose purpose, UseGate gate) {
        this.schema = schema;
        this.names = names;
        this.purpose = requireNonNull(purpose, "purpose");
        this.gate = requireNonNull(gate, "gate");
    }

    /**
     * An extractor of such features.
     *
     * @param features the features, each reading one field {@code alternative.NAME}: of numbers numeric, of words nominal
     *     or ordinal, of yes/no values binary
     * @param purpose what for
     * @param gate who decides; asked again for each client, since the data opens for nobody else
     * @return the extractor
     * @throws IllegalArgumentException if a feature reads anything else
     */
    public static AlternativeFeatures of(List<Feature> features, Purpose purpose, UseGate gate) {
        List<String> names = new ArrayList<>();
        for (Feature feature : features) {
            if (feature.reads().names().size() != 1 || !feature.readsAlternativeData()) {
                throw new IllegalArgumentException(
                        feature.name() + " must read one field " + AlternativeData.FIELD_PREFIX + "NAME, found "
                                + feature.reads().names());
            }
            String field = feature.reads().names().iterator().next();
            names.add(field.substring(AlternativeData.FIELD_PREFIX.length()));
        }
        return new AlternativeFeatures(FeatureSchema.of(features), List.copyOf(names), purpose, gate);
    }

    @Override
    public FeatureSchema schema() {
        return schema;
    }

    /** Gives the values observed by the date; missing where the client has none, or one of another type. */
    @Override
    public void extract(ClientHistory history, FeatureSink out) {
        Set<String> wanted = new TreeSet<>(names);
        AlternativeData data = history.client().alternative();
        if (data.open(wanted, history.id(), purpose, gate, history.asOf())
                instanceof AlternativeData.Opened.Values opened) {
            for (int i = 0; i < names.size(); i++) {
                AlternativeValue value = opened.values().get(names.get(i));
                if (value != null && !value.observedOn().isAfter(history.asOf().date())) {
                    out.put(i, number(schema.feature(i), value));
                }
            }
        }
    }

    private static double number(Feature feature, AlternativeValue value) {
        return switch (value.kind()) {
            case QUANTITY ->
                feature.type() == FeatureType.NUMERIC ? ((AlternativeValue.Quantity) value).value() : Double.NaN;
            case CATEGORY ->
                feature.type().hasLevels() ? feature.code(((AlternativeValue.Category) value).value()) : Double.NaN;
            case ANSWER ->
                feature.type() == FeatureType.BINARY
                        ? Definitions.yesNo(((AlternativeValue.Answer) value).value())
                        : Double.NaN;
        };
    }
}
