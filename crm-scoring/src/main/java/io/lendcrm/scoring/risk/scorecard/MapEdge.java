package io.lendcrm.scoring.risk.scorecard;

import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureSchema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Scores a client given as a map: numbers, yes/no and the texts of levels by the names of features. */
final class MapEdge {

    private final FlatCard card;
    private final String[] names;
    private final List<Map<String, Double>> codes = new ArrayList<>();

    MapEdge(FlatCard card, FeatureSchema schema) {
        this.card = card;
        this.names = schema.names().toArray(String[]::new);
        for (Feature feature : schema.features()) {
            Map<String, Double> own = new HashMap<>();
            for (int code = 0; code < feature.levels().size(); code++) {
                own.put(feature.levels().get(code), (double) code);
            }
            codes.add(own);
        }
    }

    double score(Map<String, ?> client) {
        double sum = card.base();
        for (int k = 0; k < card.numericCount(); k++) {
            int at = card.numericAt(k);
            sum += card.points(card.numericSlot(k, number(at, client.get(names[at]))));
        }
        for (int k = 0; k < card.levelCount(); k++) {
            int at = card.levelAt(k);
            sum += card.points(card.levelSlot(k, code(at, client.get(names[at]))));
        }
        return sum;
    }

    private double number(int at, @Nullable Object value) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        if (value instanceof Boolean yes) {
            return yes ? 1 : 0;
        }
        return absent(at, value, "a number");
    }

    private double code(int at, @Nullable Object value) {
        if (value instanceof String text) {
            Double code = codes.get(at).get(text);
            return code == null ? Feature.UNSEEN : code;
        }
        return absent(at, value, "the text of a level");
    }

    private double absent(int at, @Nullable Object value, String wanted) {
        if (value != null) {
            throw new IllegalArgumentException(names[at] + " must be " + wanted + ", found a "
                    + value.getClass().getSimpleName());
        }
        return Double.NaN;
    }
}
