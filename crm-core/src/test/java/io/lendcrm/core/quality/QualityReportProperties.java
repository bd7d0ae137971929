package io.lendcrm.core.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class QualityReportProperties {

    @Property
    void mergingIsCommutativeAndAssociative(
            @ForAll("reports") QualityReport a,
            @ForAll("reports") QualityReport b,
            @ForAll("reports") QualityReport c) {
        assertThat(a.merge(b)).isEqualTo(b.merge(a));
        assertThat(a.merge(b).merge(c)).isEqualTo(a.merge(b.merge(c)));
        assertThat(a.merge(QualityReport.builder().build())).isEqualTo(a);
    }

    @Property
    void reportsOfPartsAddUpToTheReportOfTheWhole(@ForAll("findings") List<Finding> findings, @ForAll("cuts") int cut) {
        int at = Math.min(cut, findings.size());

        QualityReport parts = of(findings.subList(0, at)).merge(of(findings.subList(at, findings.size())));

        assertThat(parts).isEqualTo(of(findings));
    }

    @Property
    void countsReconcileAndSamplesAreTheFirstOfEachRule(@ForAll("findings") List<Finding> findings) {
        QualityReport report = of(findings);

        assertThat(report.read())
                .isEqualTo(report.accepted() + report.rejected())
                .isEqualTo(findings.size());
        assertThat(report.findings()).isEqualTo(findings.size());
        for (String rule : report.counts().keySet()) {
            List<Finding> all = findings.stream()
                    .filter(f -> f.rule().equals(rule))
                    .sorted()
                    .toList();
            assertThat(report.count(rule)).isEqualTo(all.size());
            assertThat(report.samples().stream().filter(f -> f.rule().equals(rule)))
                    .isEqualTo(all.subList(0, Math.min(QualityReport.SAMPLES_PER_RULE, all.size())));
        }
    }

    @Provide
    Arbitrary<QualityReport> reports() {
        return findings().map(QualityReportProperties::of);
    }

    @Provide
    Arbitrary<Integer> cuts() {
        return Arbitraries.integers().between(0, 80);
    }

    @Provide
    Arbitrary<List<Finding>> findings() {
        return Combinators.combine(
                        Arbitraries.of("missing-value", "range", "future-date"),
                        Arbitraries.of(Severity.values()),
                        Arbitraries.longs().between(1, 40),
                        Arbitraries.of("income", "age"))
                .as((rule, severity, line, field) ->
                        new Finding(rule, severity, Place.of("a.csv", line), field, "", "a value"))
                .list()
                .ofMaxSize(80);
    }

    private static QualityReport of(List<Finding> findings) {
        QualityReport.Builder report = QualityReport.builder();
        for (Finding finding : findings) {
            if (finding.severity() == Severity.ERROR) {
                report.reject(finding);
            } else {
                report.accept(List.of(finding));
            }
        }
        return report.build();
    }
}
