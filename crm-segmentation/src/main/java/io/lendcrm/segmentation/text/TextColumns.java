package io.lendcrm.segmentation.text;

import io.lendcrm.core.feature.Dimension;
import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureType;
import io.lendcrm.core.privacy.DataClass;
import io.lendcrm.core.privacy.FieldSet;
import java.util.List;

/** What features made of texts have in common. */
final class TextColumns {

    /** The most features of terms: a table of a million clients would need 512 GB. */
    static final int MOST = 1 << 16;

    private static final FieldSet READS =
            FieldSet.of("note.text", "feedback.text", "complaint.topic", "header.occurredOn");

    private TextColumns() {}

    static Feature of(String name, String unit, String description) {
        return new Feature(
                name,
                FeatureType.NUMERIC,
                unit,
                List.of(),
                Dimension.BEHAVIOUR,
                DataClass.SENSITIVE,
                READS,
                description);
    }

    static void requireWeight(double weight) {
        if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("weight must be at least 0 and finite, found " + weight);
        }
    }

    /** Brings to unit length; what is zero stays so. */
    static void normalise(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value * value;
        }
        double length = Math.sqrt(sum);
        for (int i = 0; length > 0 && i < values.length; i++) {
            values[i] /= length;
        }
    }
}
