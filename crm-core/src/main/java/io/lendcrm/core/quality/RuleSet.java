package io.lendcrm.core.quality;

import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.privacy.DataClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Rules for records of one kind. Values in findings are masked but for the fields that {@link #showing} names.
 *
 * <pre>{@code
 * RuleSet rules = RuleSet.of(
 *         Rule.unique("id"), Rule.required("income").asWarning(), Rule.within("age", "18", "120"));
 * }</pre>
 *
 * <p>Immutable and thread-safe; each {@link Checker} belongs to one thread.
 */
public final class RuleSet {

    private final List<Rule> rules;
    private final Set<String> shown;

    private RuleSet(List<Rule> rules, Set<String> shown) {
        this.rules = List.copyOf(rules);
        this.shown = Set.copyOf(shown);
    }

    /**
     * A set of these rules.
     *
     * @param rules the rules
     * @return the set
     */
    public static RuleSet of(Rule... rules) {
        return new RuleSet(List.of(rules), Set.of());
    }

    /**
     * The same rules with fields whose values findings may show.
     *
     * @param fields fields without personal values
     * @return the set
     */
    public RuleSet showing(String... fields) {
        return new RuleSet(rules, Set.of(fields));
    }

    /** {@return the rules in order} */
    public List<Rule> rules() {
        return rules;
    }

    /**
     * Begins to check records that come one by one; it remembers what uniqueness has to know.
     *
     * @return a fresh checker
     */
    public Checker checker() {
        return new Checker();
    }

    /**
     * Checks records.
     *
     * @param records the records
     * @return the report
     */
    public QualityReport check(Iterable<? extends FieldRecord> records) {
        Checker checker = checker();
        records.forEach(checker::check);
        return checker.report();
    }

    /**
     * Checks a table: its features are the fields; numbers are read exactly, levels by their names, 0 and 1 of a yes/no
     * feature as {@code 0} and {@code 1}.
     *
     * @param table the table
     * @return the report; places are the clients' fingerprints
     */
    public QualityReport check(FeatureTable table) {
        Checker checker = checker();
        for (int row = 0; row < table.rows(); row++) {
            checker.check(new TableRecord(table, row));
        }
        return checker.report();
    }

    /** {@return how many rules} */
    @Override
    public String toString() {
        return "RuleSet[" + rules.size() + " rules]";
    }

    /** Checks records one by one. Not thread-safe; confine to one thread. */
    public final class Checker {

        private final QualityReport.Builder report = QualityReport.builder();
        private final List<RuleTest> tests = rules.stream().map(RuleTest::new).toList();

        private Checker() {}

        /**
         * Checks a record and counts it.
         *
         * @param record the record
         * @return what was found, in the order of the rules; the record is rejected if one is an error
         */
        public List<Finding> check(FieldRecord record) {
            List<Finding> findings = new ArrayList<>();
            for (RuleTest test : tests) {
                if (!test.passes(record)) {
                    findings.add(finding(test.rule, record));
                }
            }
            if (findings.stream().anyMatch(f -> f.severity() == Severity.ERROR)) {
                report.reject(findings);
            } else {
                report.accept(findings);
            }
            return findings;
        }

        /** {@return the report of the records so far} */
        public QualityReport report() {
            return report.build();
        }

        private Finding finding(Rule rule, FieldRecord record) {
            String field = rule.check().fields().get(0);
            return Finding.of(
                    rule.check().code(),
                    rule.severity(),
                    record.place(),
                    field,
                    record.value(field).orElse(""),
                    shown.contains(field) ? DataClass.ORDINARY : DataClass.SENSITIVE,
                    rule.check().expected());
        }
    }
}
