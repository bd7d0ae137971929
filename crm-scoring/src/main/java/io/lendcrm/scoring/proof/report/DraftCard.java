package io.lendcrm.scoring.proof.report;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.core.reason.ReasonTexts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A model card before anyone has validated the model: what its file tells, how it did on samples, and, named one by one under
 * the three elements of SR 26-2, what only people can add. It is no {@link ModelCard}, which can't be built with a part
 * missing; it is what one begins with. Immutable and thread-safe.
 */
public final class DraftCard {

    /** What only people can add. */
    public enum Gap {
        /** What the model is for. */
        PURPOSE("development-and-use"),
        /** What it can't do. */
        LIMITS("development-and-use"),
        /** What it must not be used for. */
        OUT_OF_SCOPE("development-and-use"),
        /** Who developed it. */
        DEVELOPER("development-and-use"),
        /** What it was fitted on, in words. */
        TRAINING_DATA("development-and-use"),
        /** What inputs mean whose features don't say it. */
        MEANINGS("development-and-use"),
        /** Outcomes on rows it wasn't fitted on. */
        OUTCOMES("validation"),
        /** How good its probabilities are. */
        PROBABILITIES("validation"),
        /** Whether the population is still the one it was made for. */
        STABILITY("validation"),
        /** Whether groups are treated alike. */
        FAIRNESS("validation"),
        /** How other models do. */
        COMPARISON("validation"),
        /** What one who didn't develop it concludes. */
        CONCLUSION("validation"),
        /** Who answers for it. */
        OWNER("governance"),
        /** When it is looked at again. */
        REVIEW_BY("governance"),
        /** Its place in the inventory and its approvals. */
        APPROVALS("governance");

        private final String section;

        Gap(String section) {
            this.section = section;
        }

        String section() {
            return section;
        }
    }

    private final String model;
    private final ModelInfo info;
    private final @Nullable String checksum;
    private final List<SampleResult> samples;

    private DraftCard(String model, ModelInfo info, @Nullable String checksum, List<SampleResult> samples) {
        this.model = Required.text("model", model);
        this.info = requireNonNull(info, "info");
        this.checksum = checksum;
        this.samples = List.copyOf(samples);
    }

    /**
     * A card of what a model's file tells.
     *
     * @param model its name, or its file's
     * @param info its provenance
     * @return the card
     */
    public static DraftCard of(String model, ModelInfo info) {
        return new DraftCard(model, info, null, List.of());
    }

    /**
     * With the checksum of the model's file.
     *
     * @param sha256 as {@link io.lendcrm.core.Checksum} tells it
     * @return the changed card
     */
    public DraftCard withChecksum(String sha256) {
        return new DraftCard(model, info, Required.text("sha256", sha256), samples);
    }

    /**
     * With one more sample.
     *
     * @param result how the model did on it
     * @return the changed card
     */
    public DraftCard withSample(SampleResult result) {
        List<SampleResult> more = new ArrayList<>(samples);
        more.add(requireNonNull(result, "result"));
        return new DraftCard(model, info, checksum, more);
    }

    /** {@return what is missing for a {@link ModelCard}, in the order of the page} */
    public List<Gap> gaps() {
        return Arrays.stream(Gap.values()).filter(this::isOpen).toList();
    }

    private boolean isOpen(Gap gap) {
        return switch (gap) {
            case MEANINGS -> !info.schema().features().stream().allMatch(DraftCard::hasMeaning);
            case OUTCOMES -> samples.isEmpty();
            case PROBABILITIES ->
                samples.stream().allMatch(s -> s.probabilities().isEmpty());
            default -> true;
        };
    }

    /** A feature's own description is its meaning; its name isn't, nor is the name of its column written another way. */
    static boolean hasMeaning(Feature feature) {
        String meaning = letters(feature.description());
        return !meaning.isEmpty() && !meaning.equals(letters(feature.name()));
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
    }

    /** {@return the model's name} */
    public String model() {
        return model;
    }

    /** {@return its provenance} */
    public ModelInfo info() {
        return info;
    }

    /** {@return the checksum of its file, if it was told} */
    public Optional<String> checksum() {
        return Optional.ofNullable(checksum);
    }

    /** {@return how it did on each sample} */
    public List<SampleResult> samples() {
        return samples;
    }

    /**
     * The card to read.
     *
     * @param texts the headings, such as {@link io.lendcrm.core.reason.ReasonCatalogue#standard()}
     * @param language the language of the headings
     * @return Markdown
     */
    public String toMarkdown(ReasonTexts texts, Locale language) {
        return Markdown.of(CardPage.of(this), texts, language);
    }

    /** {@return the card as a document, with all digits, for {@link io.lendcrm.core.json.DocumentJson}} */
    public Document.Tree toDocument() {
        return CardPage.of(this).toDocument();
    }

    /** {@return the model and what is missing} */
    @Override
    public String toString() {
        return "DraftCard[" + model + ", missing " + gaps() + "]";
    }
}
