package io.lendcrm.examples.review;

import io.lendcrm.core.quality.Finding;
import io.lendcrm.core.quality.QualityReport;
import io.lendcrm.core.tier.LifecycleStage;
import io.lendcrm.examples.report.Count;
import io.lendcrm.examples.report.Findings;
import io.lendcrm.examples.report.Gate;
import io.lendcrm.examples.report.Overview;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** The parts of the report that need no model: the book at a glance, what was wrong with the data, the gate. */
final class Summary {

    private static final int ACTIVE_DAYS = 90;
    private static final int MOST_QUARTERS = 40;
    private static final int MOST_INDUSTRIES = 12;

    private final BookScan scan;
    private final Words words;

    Summary(BookScan scan, Words words) {
        this.scan = scan;
        this.words = words;
    }

    /** Clients may have come long before the first interaction that is told; the chart begins with the latter. */
    Overview overview(long active, double monetary) {
        List<Count> kinds = new ArrayList<>();
        scan.kinds()
                .forEach((kind, count) ->
                        kinds.add(new Count(words.text("kind." + kind.name().toLowerCase(Locale.ROOT)), count)));
        List<Count> industries = scan.industries().entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_INDUSTRIES)
                .map(e -> new Count(words.name("industry", e.getKey().replace(' ', '-')), e.getValue()))
                .toList();
        TreeSet<Integer> quarters = new TreeSet<>(scan.activity().keySet());
        quarters.addAll(scan.newcomers().keySet());
        List<Overview.Period> growth = new ArrayList<>();
        for (int quarter : quarters.tailSet(Activity.quarter(scan.firstDay()))) {
            growth.add(new Overview.Period(
                    Activity.start(quarter),
                    scan.newcomers().getOrDefault(quarter, 0L),
                    scan.activity().getOrDefault(quarter, 0L)));
        }
        return new Overview(
                kinds,
                active,
                words.text("active.rule", ACTIVE_DAYS),
                monetary,
                words.text("monetary.rule"),
                stages(),
                industries,
                Overview.Step.QUARTER,
                growth.subList(Math.max(0, growth.size() - MOST_QUARTERS), growth.size()));
    }

    private List<Count> stages() {
        List<Count> counts = new ArrayList<>();
        for (LifecycleStage stage : LifecycleStage.values()) {
            String name = stage.name().toLowerCase(Locale.ROOT);
            long count = scan.stages().getOrDefault(name, 0L);
            if (count > 0) {
                counts.add(new Count(words.text("stage." + name), count));
            }
        }
        return counts;
    }

    static boolean isActive(int recencyDays) {
        return recencyDays <= ACTIVE_DAYS;
    }

    Findings findings() {
        Map<String, QualityReport> feeds = new LinkedHashMap<>(scan.book().feeds());
        QualityReport histories = scan.findings();
        List<Findings.Feed> lines = new ArrayList<>();
        feeds.forEach((name, report) ->
                lines.add(new Findings.Feed(name, report.read(), report.accepted(), report.rejected())));
        lines.add(new Findings.Feed("client histories", histories.read(), histories.accepted(), histories.rejected()));
        QualityReport all = histories;
        for (QualityReport feed : feeds.values()) {
            all = all.merge(feed);
        }
        return new Findings(lines, rules(all));
    }

    private List<Findings.Rule> rules(QualityReport all) {
        Map<String, List<Finding>> samples = new LinkedHashMap<>();
        all.samples()
                .forEach(f -> samples.computeIfAbsent(f.rule(), r -> new ArrayList<>())
                        .add(f));
        List<Findings.Rule> rules = new ArrayList<>();
        samples.forEach((code, findings) -> rules.add(new Findings.Rule(
                code,
                words.name("rule", code),
                severity(findings.get(0)),
                all.count(code),
                findings.stream().map(Summary::sample).toList())));
        rules.sort(Comparator.comparing(Findings.Rule::severity)
                .thenComparing(Comparator.comparingLong(Findings.Rule::count).reversed())
                .thenComparing(Findings.Rule::code));
        return rules;
    }

    private static Findings.Severity severity(Finding finding) {
        return switch (finding.severity()) {
            case ERROR -> Findings.Severity.ERROR;
            case WARNING -> Findings.Severity.WARNING;
        };
    }

    private static Findings.Sample sample(Finding finding) {
        String file = finding.place().file().isEmpty()
                ? finding.place().client()
                : finding.place().file();
        return new Findings.Sample(file, finding.place().line(), finding.field(), finding.value(), finding.expected());
    }

    Gate gate(long granted) {
        List<Gate.Denial> denials = scan.denials().entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(e -> new Gate.Denial(e.getKey(), words.name("denial", e.getKey()), e.getValue()))
                .toList();
        return new Gate(words.text("purpose.valuation"), granted, denials);
    }
}
