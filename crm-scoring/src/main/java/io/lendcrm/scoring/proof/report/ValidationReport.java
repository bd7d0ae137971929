package io.lendcrm.scoring.proof.report;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.feature.Fingerprint;
import io.lendcrm.core.json.DocumentJson;
import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.core.reason.ReasonTexts;
import io.lendcrm.scoring.proof.fairness.DecisionFairness;
import io.lendcrm.scoring.proof.fairness.ScoreFairness;
import io.lendcrm.scoring.proof.monitoring.PopulationStability;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The validation of a model: what it is for, what it was tried on, how well it ranks and how good its probabilities are,
 * whether its population holds, whether groups are treated alike, how others do, what was found, and what a person
 * concludes. A part that wasn't looked at must say why. Immutable and thread-safe.
 */
public final class ValidationReport {

    /** Proof that may be left out for a reason. Immutable and thread-safe. */
    public enum Part {
        /** How good the probabilities are. */
        CALIBRATION,
        /** Whether the population is still the one the model was made for. */
        STABILITY,
        /** Whether groups are treated alike. */
        FAIRNESS,
        /** How other models, or the model under other assumptions, do. */
        COMPARISON
    }

    private final Builder parts;

    private ValidationReport(Builder parts) {
        this.parts = parts;
    }

    /**
     * A report to be filled.
     *
     * @param info the model's provenance
     * @return the builder
     */
    public static Builder builder(ModelInfo info) {
        return new Builder(requireNonNull(info, "info"));
    }

    /** {@return the model's name and version} */
    public String model() {
        return parts.model;
    }

    /** {@return the model's provenance} */
    public ModelInfo info() {
        return parts.info;
    }

    /** {@return what the model is for} */
    public String purpose() {
        return parts.purpose;
    }

    /** {@return what it can't do} */
    public List<String> limits() {
        return parts.limits;
    }

    /** {@return who developed it} */
    public String developer() {
        return parts.developer;
    }

    /** {@return how it did on each sample} */
    public List<SampleResult> samples() {
        return Collections.unmodifiableList(parts.samples);
    }

    /** {@return the stability of each variable, the score among them, by name} */
    public Map<String, PopulationStability> stability() {
        return Collections.unmodifiableMap(parts.stability);
    }

    /** {@return decisions compared between groups} */
    public List<DecisionFairness> decisionFairness() {
        return Collections.unmodifiableList(parts.decisions);
    }

    /** {@return probabilities compared between groups} */
    public List<ScoreFairness> scoreFairness() {
        return Collections.unmodifiableList(parts.scores);
    }

    /** {@return other models and assumptions} */
    public List<ModelComparison> comparisons() {
        return Collections.unmodifiableList(parts.comparisons);
    }

    /** {@return the parts left out, with the reason} */
    public Map<Part, String> leftOut() {
        return Collections.unmodifiableMap(parts.leftOut);
    }

    /** {@return what was found, gravest first} */
    public List<ValidationFinding> findings() {
        return Collections.unmodifiableList(parts.findings);
    }

    /** {@return what the validator concludes} */
    public Conclusion conclusion() {
        return requireNonNull(parts.conclusion);
    }

    /**
     * The report to read.
     *
     * @param texts the headings, such as {@link io.lendcrm.core.reason.ReasonCatalogue#standard()}
     * @param language the language of the headings; what people wrote stays in theirs
     * @return Markdown
     */
    public String toMarkdown(ReasonTexts texts, Locale language) {
        return Markdown.of(ReportPage.of(this), texts, language);
    }

    /** {@return the report as a document, with all digits, for {@link DocumentJson}} */
    public Document.Tree toDocument() {
        return ReportPage.of(this).toDocument();
    }

    /** {@return SHA-256 of the document, to be named where the model is validated and approved} */
    public String fingerprint() {
        return Fingerprint.empty().add(DocumentJson.toLine(toDocument())).hex();
    }

    /** {@return the model and the decision} */
    @Override
    public String toString() {
        return "ValidationReport[" + parts.model + ", " + conclusion().decision() + "]";
    }

    /** Fills a report. Not thread-safe; confine to one thread. */
    public static final class Builder {
        private final ModelInfo info;
        private String model = "";
        private String purpose = "";
        private List<String> limits = List.of();
        private String developer = "";
        private final List<SampleResult> samples;
        private final Map<String, PopulationStability> stability;
        private final List<DecisionFairness> decisions;
        private final List<ScoreFairness> scores;
        private final List<ModelComparison> comparisons;
        private final Map<Part, String> leftOut;
        private final List<ValidationFinding> findings;
        private @Nullable Conclusion conclusion;

        private Builder(ModelInfo info) {
            this.info = info;
            this.samples = new ArrayList<>();
            this.stability = new LinkedHashMap<>();
            this.decisions = new ArrayList<>();
            this.scores = new ArrayList<>();
            this.comparisons = new ArrayList<>();
            this.leftOut = new EnumMap<>(Part.class);
            this.findings = new ArrayList<>();
        }

        private Builder(Builder from) {
            this.info = from.info;
            this.model = from.model;
            this.purpose = from.purpose;
            this.limits = from.limits;
            this.developer = from.developer;
            this.samples = new ArrayList<>(from.samples);
            this.stability = new LinkedHashMap<>(from.stability);
            this.decisions = new ArrayList<>(from.decisions);
            this.scores = new ArrayList<>(from.scores);
            this.comparisons = new ArrayList<>(from.comparisons);
            this.leftOut = new EnumMap<>(from.leftOut);
            this.findings = new ArrayList<>(from.findings);
            this.conclusion = from.conclusion;
        }

        /**
         * Names the model.
         *
         * @param nameAndVersion such as {@code retail-card/3}
         * @return this
         */
        public Builder model(String nameAndVersion) {
            model = requireNonNull(nameAndVersion, "nameAndVersion");
            return this;
        }

        /**
         * Says what the model is for and what it can't do.
         *
         * @param text the purpose
         * @param limitations its limits, at least one
         * @return this
         */
        public Builder purpose(String text, List<String> limitations) {
            purpose = requireNonNull(text, "text");
            limits = List.copyOf(limitations);
            return this;
        }

        /**
         * Says who developed it.
         *
         * @param person the developer
         * @return this
         */
        public Builder developer(String person) {
            developer = requireNonNull(person, "person");
            return this;
        }

        /**
         * Adds a sample.
         *
         * @param result how the model did on it
         * @return this
         */
        public Builder sample(SampleResult result) {
            samples.add(requireNonNull(result, "result"));
            return this;
        }

        /**
         * Adds the stability of a variable.
         *
         * @param variable its name; the score's too
         * @param index how far its distribution has moved
         * @return this
         */
        public Builder stability(String variable, PopulationStability index) {
            stability.put(variable, requireNonNull(index, "index"));
            return this;
        }

        /**
         * Adds decisions compared between groups.
         *
         * @param comparison the comparison
         * @return this
         */
        public Builder fairness(DecisionFairness comparison) {
            decisions.add(requireNonNull(comparison, "comparison"));
            return this;
        }

        /**
         * Adds probabilities compared between groups.
         *
         * @param comparison the comparison
         * @return this
         */
        public Builder fairness(ScoreFairness comparison) {
            scores.add(requireNonNull(comparison, "comparison"));
            return this;
        }

        /**
         * Adds another model, or the model under other assumptions.
         *
         * @param comparison the comparison
         * @return this
         */
        public Builder comparison(ModelComparison comparison) {
            comparisons.add(requireNonNull(comparison, "comparison"));
            return this;
        }

        /**
         * Leaves a part out.
         *
         * @param part the part
         * @param why the reason
         * @return this
         */
        public Builder leaveOut(Part part, String why) {
            leftOut.put(part, Required.text("why", why));
            return this;
        }

        /**
         * Adds a finding.
         *
         * @param finding the finding
         * @return this
         */
        public Builder finding(ValidationFinding finding) {
            findings.add(requireNonNull(finding, "finding"));
            return this;
        }

        /**
         * Concludes.
         *
         * @param decided what the validator decides
         * @return this
         */
        public Builder conclusion(Conclusion decided) {
            conclusion = requireNonNull(decided, "decided");
            return this;
        }

        /**
         * The report.
         *
         * @return the report
         * @throws IllegalStateException if parts are missing, all of which are named; if the developer validates; or if the
         *     model is fit for use though a finding of high severity is open
         */
        public ValidationReport build() {
            boolean calibrated =
                    samples.stream().anyMatch(s -> s.probabilities().isPresent());
            new Required("ValidationReport")
                    .and("model", model)
                    .and("purpose", purpose)
                    .and("limits", limits)
                    .and("developer", developer)
                    .and("sample", samples)
                    .and("calibration", calibrated || leftOut.containsKey(Part.CALIBRATION))
                    .and("stability", !stability.isEmpty() || leftOut.containsKey(Part.STABILITY))
                    .and("fairness", !decisions.isEmpty() || !scores.isEmpty() || leftOut.containsKey(Part.FAIRNESS))
                    .and("comparison", !comparisons.isEmpty() || leftOut.containsKey(Part.COMPARISON))
                    .and("conclusion", conclusion)
                    .check();
            Conclusion decided = requireNonNull(conclusion);
            if (decided.person().strip().equalsIgnoreCase(developer.strip())) {
                throw new IllegalStateException("a model must not be validated by its developer");
            }
            boolean grave = findings.stream().anyMatch(f -> f.severity() == ValidationFinding.Severity.HIGH);
            if (grave && decided.decision() != Conclusion.Decision.NOT_FIT_FOR_USE) {
                throw new IllegalStateException(
                        "a model with a finding of severity HIGH must be NOT_FIT_FOR_USE, found " + decided.decision());
            }
            Builder copy = new Builder(this);
            copy.findings.sort(java.util.Comparator.comparing(ValidationFinding::severity));
            return new ValidationReport(copy);
        }
    }
}
