package io.lendcrm.scoring.proof.report;

import static io.lendcrm.scoring.proof.report.Page.number;
import static io.lendcrm.scoring.proof.report.Page.text;
import static io.lendcrm.scoring.proof.report.Page.whole;
import static io.lendcrm.scoring.proof.report.Page.word;

import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.scoring.likelihood.Interval;
import io.lendcrm.scoring.proof.fairness.DecisionFairness;
import io.lendcrm.scoring.proof.fairness.GroupComparison;
import io.lendcrm.scoring.proof.fairness.GroupDecisions;
import io.lendcrm.scoring.proof.fairness.GroupRate;
import io.lendcrm.scoring.proof.fairness.GroupScores;
import io.lendcrm.scoring.proof.fairness.ScoreFairness;
import io.lendcrm.scoring.proof.report.Page.Cell;
import io.lendcrm.scoring.proof.validation.Calibration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lays out a validation report. */
final class ReportPage {

    static final double LEVEL = 0.95;

    private ReportPage() {}

    static Page of(ValidationReport report) {
        Page page = new Page("validation-report", report.model());
        ModelInfo info = report.info();
        page.section("model")
                .line("type", info.type())
                .line("developer", report.developer())
                .line("fitted-at", info.fittedAt().toString())
                .line("fitted-rows", info.rows())
                .line("fingerprint", info.fingerprint());
        page.section("development-and-use")
                .line("purpose", report.purpose())
                .bullets("limits", report.limits())
                .bullets("warnings", info.warnings());
        page.section("discrimination");
        samples(page, report.samples());
        probabilities(page.section("calibration"), report.samples());
        leftOut(page, report, ValidationReport.Part.CALIBRATION);
        page.section("stability")
                .table(
                        "stability-index",
                        List.of("variable", "psi", "psi-limit", "p-value"),
                        report.stability().entrySet().stream()
                                .map(e -> List.of(
                                        text(e.getKey()),
                                        number(e.getValue().index()),
                                        number(e.getValue().critical(LEVEL)),
                                        number(e.getValue().pValue())))
                                .toList());
        leftOut(page, report, ValidationReport.Part.STABILITY);
        fairness(page.section("fairness"), report);
        leftOut(page, report, ValidationReport.Part.FAIRNESS);
        page.section("comparison")
                .table(
                        "comparisons",
                        List.of("kind", "other", "measure", "of-model", "of-other", "p-value"),
                        report.comparisons().stream()
                                .map(c -> List.of(
                                        word(c.kind()),
                                        text(c.other()),
                                        text(c.measure()),
                                        number(c.ofModel()),
                                        number(c.ofOther()),
                                        number(c.chance().orElse(Double.NaN))))
                                .toList());
        leftOut(page, report, ValidationReport.Part.COMPARISON);
        page.section("findings").line("findings-count", report.findings().size());
        page.table(
                "findings",
                List.of("severity", "title", "detail", "action"),
                report.findings().stream()
                        .map(f -> List.of(word(f.severity()), text(f.title()), text(f.detail()), text(f.action())))
                        .toList());
        conclusion(page.section("conclusion"), report.conclusion());
        return page;
    }

    static void samples(Page page, List<SampleResult> samples) {
        page.table(
                "samples",
                List.of("sample", "source", "rows", "bads", "auc", "auc-lower", "auc-upper", "gini", "ks", "h"),
                samples.stream()
                        .map(s -> List.of(
                                text(s.sample()),
                                text(s.source()),
                                whole(s.rows()),
                                whole(s.bads()),
                                number(s.auc().value()),
                                number(s.auc().lower(LEVEL)),
                                number(s.auc().upper(LEVEL)),
                                number(s.auc().gini()),
                                number(s.ks()),
                                number(s.hMeasure())))
                        .toList());
        page.table(
                "data",
                List.of("sample", "fingerprint"),
                samples.stream()
                        .map(s -> List.of(text(s.sample()), text(s.fingerprint())))
                        .toList());
    }

    static void probabilities(Page page, List<SampleResult> samples) {
        List<List<Cell>> scores = new ArrayList<>();
        List<List<Cell>> groups = new ArrayList<>();
        for (SampleResult sample : samples) {
            Optional<Calibration> probabilities = sample.probabilities();
            if (probabilities.isEmpty()) {
                continue;
            }
            Calibration c = probabilities.orElseThrow();
            scores.add(List.of(
                    text(sample.sample()),
                    number(c.brier()),
                    number(c.reliability()),
                    number(c.resolution()),
                    number(c.uncertainty()),
                    number(c.logLoss())));
            for (Calibration.Group group : c.groups()) {
                Interval rate = group.interval(LEVEL);
                groups.add(List.of(
                        text(sample.sample()),
                        whole(group.size()),
                        number(group.probability()),
                        number(rate.value()),
                        number(rate.lower()),
                        number(rate.upper())));
            }
        }
        page.table(
                "probabilities",
                List.of("sample", "brier", "reliability", "resolution", "uncertainty", "log-loss"),
                scores);
        page.table(
                "calibration-groups", List.of("sample", "rows", "probability", "bad-rate", "lower", "upper"), groups);
    }

    static void fairness(Page page, ValidationReport report) {
        List<List<Cell>> rates = new ArrayList<>();
        List<List<Cell>> measures = new ArrayList<>();
        for (DecisionFairness decisions : report.decisionFairness()) {
            for (GroupDecisions group : decisions.groups()) {
                rates.add(List.of(
                        text(decisions.attribute()),
                        text(group.group()),
                        whole(group.rows()),
                        number(group.rate(GroupRate.FAVOURABLE)
                                .map(r -> r.value())
                                .orElse(Double.NaN)),
                        whole(group.unknownOutcomes())));
            }
            for (GroupComparison one : decisions.comparisons()) {
                measures.add(List.of(
                        text(decisions.attribute()),
                        text(one.group()),
                        text(one.reference()),
                        word(one.measure()),
                        number(one.estimate().map(Interval::value).orElse(Double.NaN)),
                        number(one.estimate().map(Interval::lower).orElse(Double.NaN)),
                        number(one.estimate().map(Interval::upper).orElse(Double.NaN)),
                        word(one.evidence())));
            }
        }
        page.table("group-rates", List.of("attribute", "group", "rows", "approval-rate", "unknown-outcomes"), rates);
        page.table(
                "group-measures",
                List.of("attribute", "group", "reference", "measure", "value", "lower", "upper", "evidence"),
                measures);
        List<List<Cell>> scores = new ArrayList<>();
        for (ScoreFairness compared : report.scoreFairness()) {
            for (GroupScores group : compared.groups()) {
                scores.add(List.of(
                        text(compared.attribute()),
                        text(group.group()),
                        whole(group.whole().size()),
                        number(group.whole().probability()),
                        number(group.whole().badRate()),
                        number(group.ranking().map(a -> a.value()).orElse(Double.NaN)),
                        number(group.ks()),
                        word(group.calibration())));
            }
        }
        page.table(
                "group-scores",
                List.of("attribute", "group", "rows", "probability", "bad-rate", "auc", "ks-distance", "evidence"),
                scores);
        if (!rates.isEmpty() || !scores.isEmpty()) {
            page.word("no-verdict", Page.NO_VERDICT);
        }
    }

    private static void leftOut(Page page, ValidationReport report, ValidationReport.Part part) {
        String why = report.leftOut().get(part);
        if (why != null) {
            page.line("left-out", why);
        }
    }

    static void conclusion(Page page, Conclusion conclusion) {
        page.word("decision", conclusion.decision().name())
                .line("person", conclusion.person())
                .line("day", conclusion.day().toString())
                .line("reason", conclusion.reason())
                .bullets("conditions", conclusion.conditions());
    }
}
