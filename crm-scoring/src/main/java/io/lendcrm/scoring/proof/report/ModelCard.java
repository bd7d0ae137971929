package io.lendcrm.scoring.proof.report;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.FittedModel;
import io.lendcrm.core.reason.ReasonTexts;
import io.lendcrm.scoring.proof.registry.RegisteredModel;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A model on a page, in the three elements by which supervisors look at models (SR 26-2): sound development and use (what
 * for and what not, what goes in and what it means, what it was fitted on, limits), validation (who challenged it, how its
 * outcomes were analysed, with what conclusion), and governance (its place in the inventory, owner, approvals, next
 * review). Immutable and thread-safe.
 *
 * <p>Sources: SR 26-2 (2026), guidance on model risk management; Mitchell and others, Model cards for model reporting,
 * FAT* 2019.
 */
public final class ModelCard {

    private final Builder parts;

    private ModelCard(Builder parts) {
        this.parts = parts;
    }

    /**
     * A card to be filled.
     *
     * @param model the model
     * @param validation its report, whose name, purpose, developer, limits, performance and fairness the card repeats
     * @return the builder
     * @throws IllegalArgumentException if the report is about another model
     */
    public static Builder builder(FittedModel model, ValidationReport validation) {
        if (!model.info().equals(validation.info())) {
            throw new IllegalArgumentException("validation must be of this model, found one of "
                    + validation.info().type() + " fitted at "
                    + validation.info().fittedAt());
        }
        return new Builder(validation);
    }

    /** {@return the report the card rests on} */
    public ValidationReport validation() {
        return parts.validation;
    }

    /** {@return what the model must not be used for} */
    public List<String> outOfScope() {
        return parts.outOfScope;
    }

    /** {@return what each input means, by its name} */
    public Map<String, String> meanings() {
        return Collections.unmodifiableMap(parts.meanings);
    }

    /** {@return what the model was fitted on, in words} */
    public String trainingData() {
        return parts.trainingData;
    }

    /** {@return who answers for it} */
    public String owner() {
        return parts.owner;
    }

    /** {@return the day by which it must be looked at again} */
    public LocalDate reviewBy() {
        return requireNonNull(parts.reviewBy);
    }

    /** {@return its place in the inventory with status and approvals, or empty if it isn't registered} */
    public Optional<RegisteredModel> registered() {
        return Optional.ofNullable(parts.registered);
    }

    /**
     * The card to read.
     *
     * @param texts the headings, such as {@link io.lendcrm.core.reason.ReasonCatalogue#standard()}
     * @param language the language of the headings; what people wrote stays in theirs
     * @return Markdown
     */
    public String toMarkdown(ReasonTexts texts, Locale language) {
        return Markdown.of(CardPage.of(this), texts, language);
    }

    /** {@return the card as a document, with all digits, for {@link io.lendcrm.core.json.DocumentJson}} */
    public Document.Tree toDocument() {
        return CardPage.of(this).toDocument();
    }

    /** {@return the model} */
    @Override
    public String toString() {
        return "ModelCard[" + parts.validation.model() + "]";
    }

    /** Fills a card. Not thread-safe; confine to one thread. */
    public static final class Builder {
        private final ValidationReport validation;
        private List<String> outOfScope = List.of();
        private final Map<String, String> meanings;
        private String trainingData = "";
        private String owner = "";
        private @Nullable LocalDate reviewBy;
        private @Nullable RegisteredModel registered;

        private Builder(ValidationReport validation) {
            this.validation = validation;
            this.meanings = new LinkedHashMap<>();
            for (Feature feature : validation.info().schema().features()) {
                if (!feature.description().equals(feature.name())) {
                    meanings.put(feature.name(), feature.description());
                }
            }
        }

        private Builder(Builder from) {
            this.validation = from.validation;
            this.outOfScope = from.outOfScope;
            this.meanings = new LinkedHashMap<>(from.meanings);
            this.trainingData = from.trainingData;
            this.owner = from.owner;
            this.reviewBy = from.reviewBy;
            this.registered = from.registered;
        }

        /**
         * Says what the model must not be used for.
         *
         * @param uses at least one
         * @return this
         */
        public Builder outOfScope(List<String> uses) {
            outOfScope = List.copyOf(uses);
            return this;
        }

        /**
         * Says what an input means; those whose feature has a description of its own have a meaning already.
         *
         * @param input the input's name
         * @param meaning what it is and how it is taken
         * @return this
         */
        public Builder meaning(String input, String meaning) {
            meanings.put(requireNonNull(input, "input"), Required.text("meaning", meaning));
            return this;
        }

        /**
         * Says what the model was fitted on.
         *
         * @param text which clients, which dates, which definition of bad
         * @return this
         */
        public Builder trainingData(String text) {
            trainingData = requireNonNull(text, "text");
            return this;
        }

        /**
         * Says who answers for it and until when it must be looked at again.
         *
         * @param person the owner
         * @param review the day of the next review
         * @return this
         */
        public Builder owner(String person, LocalDate review) {
            owner = requireNonNull(person, "person");
            reviewBy = requireNonNull(review, "review");
            return this;
        }

        /**
         * Adds its place in the inventory.
         *
         * @param entry the version with its status and approvals
         * @return this
         */
        public Builder registered(RegisteredModel entry) {
            registered = requireNonNull(entry, "entry");
            return this;
        }

        /**
         * The card.
         *
         * @return the card
         * @throws IllegalStateException if parts are missing, all of which are named, an input without a meaning too; if a
         *     meaning is of no input; or if the entry in the inventory is of another model
         */
        public ModelCard build() {
            List<String> inputs = validation.info().schema().names();
            Required required = new Required("ModelCard")
                    .and("outOfScope", outOfScope)
                    .and("inputs", !inputs.isEmpty() || !meanings.isEmpty());
            for (String input : inputs) {
                required.and("meaning of " + input, meanings.containsKey(input));
            }
            required.and("trainingData", trainingData)
                    .and("owner", owner)
                    .and("reviewBy", reviewBy)
                    .check();
            for (String input : meanings.keySet()) {
                if (!inputs.isEmpty() && !inputs.contains(input)) {
                    throw new IllegalStateException(
                            "meanings must be of the model's inputs " + inputs + ", found \"" + input + "\"");
                }
            }
            if (registered != null && !registered.info().equals(validation.info())) {
                throw new IllegalStateException(registered.id() + " is another model than the one validated");
            }
            return new ModelCard(new Builder(this));
        }
    }
}
