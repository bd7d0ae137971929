package io.lendcrm.core.quality;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many records were read, accepted and rejected, and what was found. Always {@code read = accepted + rejected} and
 * {@code clean <= accepted}. Counts are exact; of the findings themselves at most {@value #SAMPLES_PER_RULE} a rule are
 * kept, those that come first in the order of findings. {@link #merge} is associative and commutative, so reports of
 * parts add up to the report of the whole. Immutable and thread-safe.
 */
public final class QualityReport {

    /** How many findings of a rule are kept as samples. */
    public static final int SAMPLES_PER_RULE = 20;

    private final long clean;
    private final long accepted;
    private final long rejected;
    private final SortedMap<String, Long> counts;
    private final List<Finding> samples;

    private QualityReport(long clean, long accepted, long rejected, Map<String, Long> counts, List<Finding> samples) {
        this.clean = clean;
        this.accepted = accepted;
        this.rejected = rejected;
        this.counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
        this.samples = samples.stream().sorted().toList();
    }

    /** {@return a report to fill} */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return how many records were read: accepted and rejected} */
    public long read() {
        return accepted + rejected;
    }

    /** {@return how many records are used} */
    public long accepted() {
        return accepted;
    }

    /** {@return how many records are not used, each for a finding} */
    public long rejected() {
        return rejected;
    }

    /** {@return how many records are used and have no finding} */
    public long clean() {
        return clean;
    }

    /** {@return the share of records read that have no finding, from 0 to 1; 1 if nothing was read} */
    public double cleanShare() {
        return read() == 0 ? 1 : (double) clean / read();
    }

    /** {@return how many findings each rule has, by the rule's code} */
    public SortedMap<String, Long> counts() {
        return counts;
    }

    /**
     * How many findings a rule has.
     *
     * @param rule the rule's code
     * @return the count, 0 if none
     */
    public long count(String rule) {
        return counts.getOrDefault(requireNonNull(rule, "rule"), 0L);
    }

    /** {@return how many findings there are in all} */
    public long findings() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** {@return some findings of each rule in their order} */
    public List<Finding> samples() {
        return samples;
    }

    /** {@return true if nothing was found} */
    public boolean isClean() {
        return counts.isEmpty();
    }

    /**
     * This report and another one.
     *
     * @param other the report of other records
     * @return the report of both
     */
    public QualityReport merge(QualityReport other) {
        return new Builder().add(this).add(other).build();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof QualityReport that
                && clean == that.clean
                && accepted == that.accepted
                && rejected == that.rejected
                && counts.equals(that.counts)
                && samples.equals(that.samples);
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(accepted) + counts.hashCode();
    }

    /** {@return the counts} */
    @Override
    public String toString() {
        return "QualityReport[read=" + read() + ", accepted=" + accepted + ", rejected=" + rejected + ", findings="
                + counts + "]";
    }

    /** Counts records and findings. Not thread-safe; confine to one thread. */
    public static final class Builder {

        private long clean;
        private long accepted;
        private long rejected;
        private final Map<String, Long> counts = new HashMap<>();
        private final Map<String, PriorityQueue<Finding>> samples = new HashMap<>();

        private Builder() {}

        /** Counts a record that has no finding. */
        public void accept() {
            clean++;
            accepted++;
        }

        /**
         * Counts a record that is used all the same.
         *
         * @param warnings its findings
         */
        public void accept(List<Finding> warnings) {
            if (warnings.isEmpty()) {
                clean++;
            }
            accepted++;
            warnings.forEach(this::note);
        }

        /**
         * Counts a record that isn't used.
         *
         * @param findings why, at least one
         */
        public void reject(List<Finding> findings) {
            if (findings.isEmpty()) {
                throw new IllegalArgumentException("a record must be rejected for a finding, found none");
            }
            rejected++;
            findings.forEach(this::note);
        }

        /**
         * Counts a record that isn't used.
         *
         * @param finding why
         */
        public void reject(Finding finding) {
            reject(List.of(finding));
        }

        /**
         * Counts a finding that belongs to no record, or to one counted already.
         *
         * @param finding the finding
         */
        public void note(Finding finding) {
            counts.merge(finding.rule(), 1L, Long::sum);
            keep(finding);
        }

        /**
         * Adds a report of other records.
         *
         * @param other the report
         * @return this
         */
        public Builder add(QualityReport other) {
            clean += other.clean;
            accepted += other.accepted;
            rejected += other.rejected;
            other.counts.forEach((rule, count) -> counts.merge(rule, count, Long::sum));
            other.samples.forEach(this::keep);
            return this;
        }

        /** {@return the report so far} */
        public QualityReport build() {
            List<Finding> kept = new ArrayList<>();
            samples.values().forEach(kept::addAll);
            return new QualityReport(clean, accepted, rejected, counts, kept);
        }

        /** Keeps the first ones in the order of findings, whatever the order they come in. */
        private void keep(Finding finding) {
            PriorityQueue<Finding> kept =
                    samples.computeIfAbsent(finding.rule(), rule -> new PriorityQueue<>(Comparator.reverseOrder()));
            if (kept.size() < SAMPLES_PER_RULE) {
                kept.add(finding);
            } else if (finding.compareTo(kept.element()) < 0) {
                kept.remove();
                kept.add(finding);
            }
        }
    }
}
