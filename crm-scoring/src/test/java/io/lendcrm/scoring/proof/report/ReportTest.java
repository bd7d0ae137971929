package io.lendcrm.scoring.proof.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lendcrm.core.feature.Dimension;
import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.feature.FeatureType;
import io.lendcrm.core.json.DocumentJson;
import io.lendcrm.core.json.ModelJson;
import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.DocumentReader;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.core.model.Run;
import io.lendcrm.core.privacy.DataClass;
import io.lendcrm.core.privacy.FieldSet;
import io.lendcrm.core.reason.ReasonCatalogue;
import io.lendcrm.scoring.proof.fairness.DecisionFairness;
import io.lendcrm.scoring.proof.fairness.Decisions;
import io.lendcrm.scoring.proof.fairness.FairnessRule;
import io.lendcrm.scoring.proof.fairness.ProtectedAttribute;
import io.lendcrm.scoring.proof.fairness.ScoreFairness;
import io.lendcrm.scoring.proof.monitoring.PopulationStability;
import io.lendcrm.scoring.proof.registry.InMemoryModelRegistry;
import io.lendcrm.scoring.proof.registry.ModelFile;
import io.lendcrm.scoring.proof.registry.ModelRegistry;
import io.lendcrm.scoring.proof.registry.RegisteredModel;
import io.lendcrm.scoring.proof.report.ValidationFinding.Severity;
import io.lendcrm.scoring.proof.report.ValidationReport.Part;
import io.lendcrm.scoring.proof.validation.AucDifference;
import io.lendcrm.scoring.proof.validation.ScoredOutcomes;
import io.lendcrm.scoring.risk.binning.Bins;
import io.lendcrm.scoring.risk.scorecard.Characteristic;
import io.lendcrm.scoring.risk.scorecard.Scorecard;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReportTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final ReasonCatalogue TEXTS = ReasonCatalogue.standard();

    private final Scorecard card = Scorecard.of(
            100,
            List.of(
                    Characteristic.of(Bins.numeric(described(), 30.0), 0, 20, 5),
                    Characteristic.of(Bins.numeric(Feature.numeric("income", "CNY"), 1000.0), 0, 10, 0)));
    private final boolean[] bad = new boolean[400];
    private final double[] probability = new double[400];
    private final List<String> group = new ArrayList<>();

    ReportTest() {
        for (int row = 0; row < 400; row++) {
            probability[row] = (row % 10 + 0.5) / 20;
            bad[row] = row / 10 % 10 < row % 10;
            group.add(row < 250 ? "a" : "b");
        }
    }

    @Test
    void gathersTheProofInBothLanguages() {
        ValidationReport report = complete().build();
        String english = report.toMarkdown(TEXTS, Locale.ENGLISH);
        String chinese = report.toMarkdown(TEXTS, Locale.CHINESE);

        assertThat(english)
                .startsWith("# Validation report: retail-card/1\n")
                .contains("## Sound development and use", "- **Intended use:** cut-off of consumer loans")
                .contains("| out of time | March 2026 | 400 | 180 | 0.")
                .contains("| group | b | a | adverse-impact ratio | 1.0000 |")
                .contains("- **Decision:** fit for use with conditions")
                .contains("These figures show differences; they are no legal verdict.")
                .doesNotContain("report.");
        assertThat(chinese)
                .startsWith("# 验证报告: retail-card/1\n")
                .contains("## 稳健的开发与使用", "- **决定:** 附条件适用", "| 中 | drift |")
                .doesNotContain("report.");
        assertThat(english.lines().count()).isEqualTo(chinese.lines().count());
    }

    @Test
    void isADocumentWithAllDigits() {
        ValidationReport report = complete().build();
        Document.Tree tree = DocumentJson.readTree(DocumentJson.write(report.toDocument()));
        DocumentReader samples = DocumentReader.of(tree, "$").tree("discrimination");

        List<Double> areas = samples.trees("samples", sample -> {
            sample.names();
            return sample.decimal("auc");
        });
        assertThat(areas).containsExactly(report.samples().get(0).auc().value());
        assertThat(report.fingerprint())
                .hasSize(64)
                .isEqualTo(complete().build().fingerprint());
        assertThat(complete()
                        .finding(new ValidationFinding(Severity.LOW, "note", "something", ""))
                        .build()
                        .fingerprint())
                .isNotEqualTo(report.fingerprint());
    }

    @Test
    void namesAllThatIsMissing() {
        assertThatThrownBy(() -> ValidationReport.builder(card.info()).build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("ValidationReport lacks model, purpose, limits, developer, sample, calibration, stability,"
                        + " fairness, comparison, conclusion");
        assertThatThrownBy(() -> ModelCard.builder(card, complete().build()).build())
                .hasMessage("ModelCard lacks outOfScope, meaning of income, trainingData, owner, reviewBy");
    }

    @Test
    void aPartLeftOutSaysWhy() {
        ValidationReport report = ValidationReport.builder(card.info())
                .model("retail-card/1")
                .purpose("ranking", List.of("not for companies"))
                .developer("Dora")
                .sample(SampleResult.ofScores("development", "2025", "00", outcomes()))
                .leaveOut(Part.CALIBRATION, "points are no probabilities")
                .leaveOut(Part.STABILITY, "no later sample yet")
                .leaveOut(Part.FAIRNESS, "attributes are not held")
                .leaveOut(Part.COMPARISON, "first model")
                .conclusion(
                        new Conclusion(Conclusion.Decision.FIT_FOR_USE, "Vera", DAY, "ranks well enough", List.of()))
                .build();

        assertThat(report.toMarkdown(TEXTS, Locale.ENGLISH))
                .contains("- **Left out, because:** points are no probabilities")
                .contains("- **Number of findings:** 0");
        assertThat(report.leftOut()).containsOnlyKeys(Part.values());
    }

    @Test
    void aGraveFindingForbidsUseAndADeveloperDoesNotValidate() {
        ValidationFinding leak = new ValidationFinding(Severity.HIGH, "leak", "income is known later", "drop it");

        assertThatThrownBy(() -> complete().finding(leak).build())
                .hasMessage(
                        "a model with a finding of severity HIGH must be NOT_FIT_FOR_USE, found FIT_WITH_CONDITIONS");
        assertThatThrownBy(() -> complete().developer("vera ").build())
                .hasMessage("a model must not be validated by its developer");
        assertThatThrownBy(() -> new ValidationFinding(Severity.MEDIUM, "drift", "PSI 0.3", " "))
                .hasMessage("action must be given for a finding of severity MEDIUM");
        assertThatThrownBy(() -> new Conclusion(Conclusion.Decision.FIT_FOR_USE, "Vera", DAY, "ok", List.of("watch")))
                .hasMessageStartingWith("conditions must be given for FIT_WITH_CONDITIONS and only then");
    }

    @Test
    void aReportDoesNotChangeWithItsBuilder() {
        ValidationReport.Builder builder = complete();
        ValidationReport report = builder.build();
        builder.model("other/1").finding(new ValidationFinding(Severity.LOW, "later", "later", ""));

        assertThat(report.model()).isEqualTo("retail-card/1");
        assertThat(report.findings()).hasSize(1);
    }

    @Test
    void whatPeopleWroteIsNoMarkup() {
        String markdown = complete()
                .finding(new ValidationFinding(Severity.LOW, "a | b", "# line\n<script>x</script> [a](b)", ""))
                .build()
                .toMarkdown(TEXTS, Locale.ENGLISH);

        assertThat(markdown)
                .contains("| low | a \\| b | \\# line \\<script\\>x\\</script\\> \\[a\\](b) |  |")
                .doesNotContain("<script>");
    }

    @Test
    void whatPeopleWroteIsNotTranslated() {
        String chinese = complete()
                .developer("Low")
                .purpose("VALIDATED", List.of("- RETIRED _now_", "1. LOW"))
                .finding(new ValidationFinding(Severity.LOW, "BINARY", "HIGH", "NUMERIC"))
                .build()
                .toMarkdown(TEXTS, Locale.CHINESE);

        assertThat(chinese)
                .contains("| 低 | BINARY | HIGH | NUMERIC |", ":** VALIDATED\n")
                .contains("- \\- RETIRED \\_now\\_\n", "- 1\\. LOW\n");
    }

    @Test
    void aDraftTellsWhatIsKnownAndNamesWhatIsMissing() {
        DraftCard bare = DraftCard.of("card.json", card.info());
        assertThat(bare.gaps()).containsExactly(DraftCard.Gap.values());
        assertThat(bare.toMarkdown(TEXTS, Locale.ENGLISH))
                .startsWith("# Model card: card.json\n")
                .contains("## Sound development and use", "- **Type:** scorecard", "- what it is for\n")
                .contains("| age | number | years |  | sensitive | age in full years on the day of application |")
                .contains("| income | number | CNY |  | ordinary |  |", "the meaning of each input that has none")
                .contains("## Validation: effective challenge and outcomes analysis", "outcomes analysis on rows")
                .contains("## Governance", "- **In the inventory:** not registered", "two approvals")
                .doesNotContain("report.", "AUC");

        DraftCard tried = bare.withChecksum("00ff")
                .withSample(SampleResult.ofProbabilities("out of time", "March 2026", "aa11", outcomes(), 5));
        assertThat(tried.gaps())
                .doesNotContain(DraftCard.Gap.OUTCOMES, DraftCard.Gap.PROBABILITIES)
                .contains(DraftCard.Gap.CONCLUSION, DraftCard.Gap.FAIRNESS);
        assertThat(tried.toMarkdown(TEXTS, Locale.CHINESE))
                .startsWith("# 模型卡: card.json\n")
                .contains("| out of time | March 2026 | 400 | 180 | 0.", "00ff", "未参与开发者的结论")
                .doesNotContain("report.", "在未参与拟合的样本上");
        assertThat(DocumentJson.readTree(DocumentJson.write(tried.toDocument())).members())
                .containsOnlyKeys("format", "version", "title", "development-and-use", "validation", "governance");
    }

    @Test
    void theNameOfAColumnIsNoMeaning() {
        assertThat(gapsOfAgeInYears("Age.in.Years")).contains(DraftCard.Gap.MEANINGS);
        assertThat(gapsOfAgeInYears("on the day of application")).doesNotContain(DraftCard.Gap.MEANINGS);
    }

    private static List<DraftCard.Gap> gapsOfAgeInYears(String description) {
        Feature age = new Feature(
                "age_in_years",
                FeatureType.NUMERIC,
                "years",
                List.of(),
                Dimension.BEHAVIOUR,
                DataClass.ORDINARY,
                new FieldSet(Set.of()),
                description);
        ModelInfo info = ModelInfo.of("scorecard", Run.sequential(), 0, "").withSchema(FeatureSchema.of(age));
        return DraftCard.of("card.json", info).gaps();
    }

    @Test
    void theCardSaysWhatGoesInAndWhoAnswersForIt() {
        ModelRegistry registry =
                InMemoryModelRegistry.of(Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC));
        RegisteredModel draft =
                registry.register("retail-card", ModelFile.from(card, ModelJson.standard()), "Dora", "first");
        registry.validate(draft.id(), "Vera", "report");
        registry.approve(draft.id(), "Ada", "agreed");
        ModelCard written = carded().registered(registry.approve(draft.id(), "Ben", "agreed"))
                .build();
        String english = written.toMarkdown(TEXTS, Locale.ENGLISH);

        assertThat(english)
                .startsWith("# Model card: retail-card/1\n")
                .contains("| age | number | years | sensitive | age in full years on the day of application |")
                .contains("| income | number | CNY | ordinary | declared yearly income |")
                .contains("## Validation: effective challenge and outcomes analysis")
                .contains("## Governance", "- **Owner:** Olga", "- **In the inventory:** retail-card/1")
                .contains("| approved | Ben | 2026-03-01T12:00:00Z | agreed |")
                .contains(written.validation().fingerprint())
                .doesNotContain("report.");
        assertThat(written.toMarkdown(TEXTS, Locale.CHINESE))
                .startsWith("# 模型卡: retail-card/1")
                .doesNotContain("report.");
        assertThat(carded().build().toMarkdown(TEXTS, Locale.ENGLISH))
                .contains("- **In the inventory:** not registered");
        assertThat(DocumentJson.readTree(DocumentJson.write(written.toDocument()))
                        .members())
                .containsOnlyKeys("format", "version", "title", "development-and-use", "validation", "governance");
    }

    @Test
    void aCardIsOfTheModelValidated() {
        Scorecard other = Scorecard.of(0, List.of(Characteristic.of(Bins.numeric(described(), 40.0), 0, 20, 5)));

        assertThatThrownBy(() -> ModelCard.builder(other, complete().build()))
                .hasMessageStartingWith("validation must be of this model, found one of scorecard");
        assertThatThrownBy(() -> carded().meaning("hair", "colour").build())
                .hasMessage("meanings must be of the model's inputs [age, income], found \"hair\"");
    }

    @Test
    void everyWordHasATextInBothLanguages() {
        Set<String> english = codes(Locale.ENGLISH);

        assertThat(english).containsAll(Markdown.words()).isEqualTo(codes(Locale.CHINESE));
    }

    private static Set<String> codes(Locale language) {
        return TEXTS.codes(language).stream()
                .filter(code -> code.startsWith("report."))
                .map(code -> code.substring("report.".length()))
                .collect(java.util.stream.Collectors.toSet());
    }

    private ModelCard.Builder carded() {
        return ModelCard.builder(card, complete().build())
                .outOfScope(List.of("companies", "collections"))
                .meaning("income", "declared yearly income")
                .trainingData("set by experts")
                .owner("Olga", DAY.plusYears(1));
    }

    private ValidationReport.Builder complete() {
        ProtectedAttribute attribute = ProtectedAttribute.of("group", group);
        double[] goodness = new double[400];
        double[] rival = new double[400];
        for (int row = 0; row < 400; row++) {
            goodness[row] = -probability[row];
            rival[row] = row % 7;
        }
        return ValidationReport.builder(card.info())
                .model("retail-card/1")
                .purpose("cut-off of consumer loans", List.of("not for companies"))
                .developer("Dora")
                .sample(SampleResult.ofProbabilities("out of time", "March 2026", "00ff", outcomes(), 5))
                .stability("score", PopulationStability.of(new long[] {90, 110}, new long[] {100, 100}))
                .fairness(DecisionFairness.of(attribute, Decisions.from(goodness, -0.3), FairnessRule.defaults()))
                .fairness(ScoreFairness.of(attribute, outcomes(), 4, FairnessRule.defaults()))
                .comparison(
                        ModelComparison.of("old card", AucDifference.of(outcomes(), ScoredOutcomes.ofRisk(rival, bad))))
                .comparison(
                        new ModelComparison(ModelComparison.Kind.SENSITIVITY, "without income", "AUC", 0.7, 0.68, null))
                .finding(new ValidationFinding(Severity.MEDIUM, "drift", "PSI 0.01", "watch monthly"))
                .conclusion(new Conclusion(
                        Conclusion.Decision.FIT_WITH_CONDITIONS,
                        "Vera",
                        DAY,
                        "ranks well, level to be watched",
                        List.of("recalibrate by June")));
    }

    private ScoredOutcomes outcomes() {
        return ScoredOutcomes.ofRisk(probability, bad);
    }

    private static Feature described() {
        return new Feature(
                "age",
                FeatureType.NUMERIC,
                "years",
                List.of(),
                Dimension.BEHAVIOUR,
                DataClass.SENSITIVE,
                new FieldSet(Set.of()),
                "age in full years on the day of application");
    }
}
