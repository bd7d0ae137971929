package io.lendcrm.examples.report;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What was wrong with the data, and the proof that no row was lost. Immutable and thread-safe.
 *
 * @param feeds every file read, with its reconciliation
 * @param rules the rules that found something, most severe first
 */
public record Findings(List<Feed> feeds, List<Rule> rules) {
    public Findings {
        feeds = List.copyOf(feeds);
        rules = List.copyOf(rules);
    }

    /** {@return the number of findings over all rules} */
    public long total() {
        return rules.stream().mapToLong(Rule::count).sum();
    }

    /** How bad a finding is. Immutable and thread-safe. */
    public enum Severity {
        /** The row was rejected. */
        ERROR,
        /** The row was accepted; somebody should look. */
        WARNING,
        /** Worth knowing. */
        NOTE
    }

    /**
     * The reconciliation of one file: read = accepted + rejected. Immutable and thread-safe.
     *
     * @param file the file's name
     * @param read rows read
     * @param accepted rows accepted
     * @param rejected rows rejected
     */
    public record Feed(String file, long read, long accepted, long rejected) {
        public Feed {
            requireNonNull(file, "file");
            Require.count(accepted, "accepted");
            Require.count(rejected, "rejected");
            if (read != accepted + rejected) {
                throw new IllegalArgumentException(
                        "read must equal accepted + rejected, found " + read + " and " + accepted + " + " + rejected);
            }
        }
    }

    /**
     * The findings of one rule. Immutable and thread-safe.
     *
     * @param code the rule's code
     * @param name what the rule demands
     * @param severity how bad a finding of it is
     * @param count how many there are, at least the number of samples
     * @param samples some of them, the first in the order of the files
     */
    public record Rule(String code, Text name, Severity severity, long count, List<Sample> samples) {
        public Rule {
            requireNonNull(code, "code");
            requireNonNull(name, "name");
            requireNonNull(severity, "severity");
            samples = List.copyOf(samples);
            if (count < samples.size()) {
                throw new IllegalArgumentException(
                        "count must be at least samples=" + samples.size() + ", found " + count);
            }
        }
    }

    /**
     * One finding. Immutable and thread-safe.
     *
     * @param file the file's name
     * @param line line in the file, from 1; 0 if the finding has none
     * @param field the field's name
     * @param value the value found, masked where it must be
     * @param expected what was expected
     */
    public record Sample(String file, long line, String field, String value, String expected) {
        public Sample {
            requireNonNull(file, "file");
            Require.count(line, "line");
            requireNonNull(field, "field");
            requireNonNull(value, "value");
            requireNonNull(expected, "expected");
        }
    }
}
