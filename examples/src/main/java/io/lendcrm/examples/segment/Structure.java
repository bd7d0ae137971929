package io.lendcrm.examples.segment;

import io.lendcrm.core.model.DocumentBuilder;
import java.util.List;

/**
 * Whether the clients fall into groups at all, as far as it was looked into.
 *
 * @param verdict {@code clusters}, {@code weak} or {@code none}; empty if it is to be seen from the groups' silhouette
 * @param reason why, in words
 * @param stability how much of each group comes back on other rows, in the model's order; empty if nobody looked
 */
record Structure(String verdict, String reason, List<Double> stability) {

    /** Means below it say that there is hardly any structure (Kaufman and Rousseeuw 1990). */
    static final double WEAK = 0.25;

    static final Structure UNSEEN = new Structure("", "", List.of());

    Structure {
        stability = List.copyOf(stability);
    }

    /** This verdict, or else the silhouette's. */
    Structure orOf(Validity validity) {
        if (!verdict.isEmpty()) {
            return this;
        }
        if (validity.silhouette() == null) {
            return new Structure("none", "there are no two groups to be told apart", stability);
        }
        double mean = validity.silhouette().mean();
        return mean < WEAK
                ? new Structure("weak", "the mean silhouette is below " + WEAK, stability)
                : new Structure("clusters", "the mean silhouette is " + WEAK + " or more", stability);
    }

    void write(DocumentBuilder document) {
        if (!stability.isEmpty()) {
            document.put(
                    "stability",
                    stability.stream().mapToDouble(Double::doubleValue).toArray());
        }
        document.put("verdict", verdict).put("reason", reason);
    }
}
