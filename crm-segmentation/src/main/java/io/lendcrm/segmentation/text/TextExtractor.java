package io.lendcrm.segmentation.text;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.feature.FeatureExtractor;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.feature.FeatureSink;
import io.lendcrm.core.history.ClientHistory;
import io.lendcrm.core.interaction.Complaint;
import io.lendcrm.core.interaction.Feedback;
import io.lendcrm.core.interaction.Interaction;
import io.lendcrm.core.interaction.Note;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Features of all that a client wrote or that was noted of the client within a window that ends on the date looked from, that day
 * included. A text of t days ago counts {@code 2^(−t / halfLife)}: with {@link TextFeatures#counted} the features are decayed
 * counts, with terms a direction of unit length.
 *
 * <p>Texts are those of notes and feedback by their keys, and the topic of a complaint, once for each complaint. A text that the
 * host no longer has tells nothing; a client without texts has 0 everywhere. Immutable and thread-safe if features and source
 * are thread-safe.
 */
public final class TextExtractor implements FeatureExtractor {

    private final TextFeatures features;
    private final TextSource source;
    private final int days;
    private final double halfLife;

    private TextExtractor(TextFeatures features, TextSource source, int days, double halfLife) {
        this.features = requireNonNull(features, "features");
        this.source = requireNonNull(source, "source");
        this.days = days;
        this.halfLife = halfLife;
        if (days < 1) {
            throw new IllegalArgumentException("days must be at least 1, found " + days);
        }
        if (!(halfLife > 0)) {
            throw new IllegalArgumentException("halfLife must be above 0 days, found " + halfLife);
        }
    }

    /**
     * Features of the last year's texts, all counting alike.
     *
     * @param features what is made of texts
     * @param source the host's texts
     * @return the extractor
     */
    public static TextExtractor of(TextFeatures features, TextSource source) {
        return new TextExtractor(features, source, 365, Double.POSITIVE_INFINITY);
    }

    /**
     * With another window.
     *
     * @param newDays how many days back, the day looked from included; at least 1
     * @return the extractor
     */
    public TextExtractor withWindow(int newDays) {
        return new TextExtractor(features, source, newDays, halfLife);
    }

    /**
     * With older texts counting less.
     *
     * @param newDays after how many days a text counts half, above 0; infinite for never
     * @return the extractor
     */
    public TextExtractor withHalfLife(double newDays) {
        return new TextExtractor(features, source, days, newDays);
    }

    @Override
    public FeatureSchema schema() {
        return features.schema();
    }

    @Override
    public void extract(ClientHistory history, FeatureSink out) {
        LocalDate today = history.asOf().date();
        double[] sums = new double[schema().size()];
        Set<String> complaints = new HashSet<>();
        for (Interaction interaction : history.interactions()) {
            long age = ChronoUnit.DAYS.between(interaction.occurredOn(), today);
            if (age < days) {
                text(interaction, complaints)
                        .ifPresent(text -> features.add(text, StrictMath.pow(2, -age / halfLife), sums));
            }
        }
        features.finish(sums);
        for (int i = 0; i < sums.length; i++) {
            out.put(i, sums[i]);
        }
    }

    private Optional<String> text(Interaction interaction, Set<String> complaints) {
        if (interaction instanceof Note note) {
            return source.text(note.textKey());
        }
        if (interaction instanceof Feedback feedback) {
            return Optional.ofNullable(feedback.textKey()).flatMap(source::text);
        }
        return interaction instanceof Complaint complaint && complaints.add(complaint.complaint())
                ? Optional.of(complaint.topic())
                : Optional.empty();
    }
}
