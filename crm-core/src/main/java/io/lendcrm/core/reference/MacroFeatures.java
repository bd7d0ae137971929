package io.lendcrm.core.reference;

import io.lendcrm.core.feature.Dimension;
import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureExtractor;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.feature.FeatureSink;
import io.lendcrm.core.feature.FeatureType;
import io.lendcrm.core.history.ClientHistory;
import io.lendcrm.core.privacy.DataClass;
import io.lendcrm.core.privacy.FieldSet;
import io.lendcrm.core.time.AsOf;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Puts series of the economy beside a client's own features, as they were known at the history's point in time. All
 * clients of one date share their values: they tell dates apart, never clients. Immutable and thread-safe.
 */
public final class MacroFeatures implements FeatureExtractor {

    private final List<MacroFeature> macros;
    private final FeatureSchema schema;

    private MacroFeatures(List<MacroFeature> macros) {
        this.macros = List.copyOf(macros);
        this.schema =
                FeatureSchema.of(macros.stream().map(MacroFeatures::feature).toList());
    }

    /**
     * An extractor of these features.
     *
     * @param features the features, of different names
     * @return the extractor
     */
    public static MacroFeatures of(MacroFeature... features) {
        return new MacroFeatures(List.of(features));
    }

    @Override
    public FeatureSchema schema() {
        return schema;
    }

    @Override
    public void extract(ClientHistory history, FeatureSink out) {
        AsOf asOf = history.asOf();
        for (int i = 0; i < macros.size(); i++) {
            OptionalDouble value = macros.get(i).value(asOf);
            if (value.isPresent()) {
                out.put(i, value.getAsDouble());
            }
        }
    }

    private static Feature feature(MacroFeature macro) {
        boolean growth = macro.change() == MacroFeature.Change.GROWTH;
        return new Feature(
                macro.name(),
                FeatureType.NUMERIC,
                growth ? "ratio" : macro.series().unit(),
                List.of(),
                Dimension.SIZE_AND_INDUSTRY,
                DataClass.ORDINARY,
                FieldSet.of(),
                macro.change() + " of " + macro.series().id() + " as last published by the date, over "
                        + macro.spanMonths() + " months, of a period " + macro.lagMonths() + " to "
                        + macro.longestMonths() + " months before it; missing if not published");
    }
}
