package io.lendcrm.examples.report;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The whole review of one client book. Every part but the first three may be absent: a source that cannot fill it
 * leaves it out, and so does the page. Immutable and thread-safe.
 *
 * @param title what the report is about
 * @param overview the book at a glance
 * @param findings what was wrong with the data
 * @param gate what the use gate let through, or null
 * @param rfm recency, frequency and monetary value, or null
 * @param value what the clients are expected to be worth, or null
 * @param purchases the purchase and spend models against what happened, or null
 * @param lending the value of contracts and how long they last, or null
 * @param kpi the KPI card's scores, or null
 * @param segments the clusters, or null
 * @param portraits some clients in full; may be empty
 * @param notes remarks on method and data beyond the standard ones; may be empty
 */
public record ReviewReport(
        Title title,
        Overview overview,
        Findings findings,
        @Nullable Gate gate,
        @Nullable RfmMap rfm,
        @Nullable ValueBook value,
        @Nullable Purchases purchases,
        @Nullable Lending lending,
        @Nullable KpiScores kpi,
        @Nullable Segments segments,
        List<Portrait> portraits,
        List<Note> notes) {
    public ReviewReport {
        requireNonNull(title, "title");
        requireNonNull(overview, "overview");
        requireNonNull(findings, "findings");
        portraits = List.copyOf(portraits);
        notes = List.copyOf(notes);
    }

    /**
     * A report of the required parts alone.
     *
     * @param title what the report is about
     * @param overview the book at a glance
     * @param findings what was wrong with the data
     * @return the report
     */
    public static ReviewReport of(Title title, Overview overview, Findings findings) {
        return new ReviewReport(
                title, overview, findings, null, null, null, null, null, null, null, List.of(), List.of());
    }

    /**
     * {@return this report with another gate block}
     *
     * @param block the block
     */
    public ReviewReport withGate(Gate block) {
        requireNonNull(block, "block");
        return new ReviewReport(
                title, overview, findings, block, rfm, value, purchases, lending, kpi, segments, portraits, notes);
    }

    /**
     * {@return this report with another RFM block}
     *
     * @param block the block
     */
    public ReviewReport withRfm(RfmMap block) {
        requireNonNull(block, "block");
        return new ReviewReport(
                title, overview, findings, gate, block, value, purchases, lending, kpi, segments, portraits, notes);
    }

    /**
     * {@return this report with another value block}
     *
     * @param block the block
     */
    public ReviewReport withValue(ValueBook block) {
        requireNonNull(block, "block");
        return new ReviewReport(
                title, overview, findings, gate, rfm, block, purchases, lending, kpi, segments, portraits, notes);
    }

    /**
     * {@return this report with another block on purchases}
     *
     * @param block the block
     */
    public ReviewReport withPurchases(Purchases block) {
        requireNonNull(block, "block");
        return new ReviewReport(
                title, overview, findings, gate, rfm, value, block, lending, kpi, segments, portraits, notes);
    }

    /**
     * {@return this report with another block on contracts}
     *
     * @param block the block
     */
    public ReviewReport withLending(Lending block) {
        requireNonNull(block, "block");
        return new ReviewReport(
                title, overview, findings, gate, rfm, value, purchases, block, kpi, segments, portraits, notes);
    }

    /**
     * {@return this report with another KPI block}
     *
     * @param block the block
     */
    public ReviewReport withKpi(KpiScores block) {
        requireNonNull(block, "block");
        return new ReviewReport(
                title, overview, findings, gate, rfm, value, purchases, lending, block, segments, portraits, notes);
    }

    /**
     * {@return this report with other segments}
     *
     * @param block the block
     */
    public ReviewReport withSegments(Segments block) {
        requireNonNull(block, "block");
        return new ReviewReport(
                title, overview, findings, gate, rfm, value, purchases, lending, kpi, block, portraits, notes);
    }

    /**
     * {@return this report with other portraits}
     *
     * @param clients the portraits, the one to show first in front
     */
    public ReviewReport withPortraits(List<Portrait> clients) {
        return new ReviewReport(
                title, overview, findings, gate, rfm, value, purchases, lending, kpi, segments, clients, notes);
    }

    /**
     * {@return this report with other remarks}
     *
     * @param remarks the remarks
     */
    public ReviewReport withNotes(List<Note> remarks) {
        return new ReviewReport(
                title, overview, findings, gate, rfm, value, purchases, lending, kpi, segments, portraits, remarks);
    }

    /**
     * A remark on method or data. Immutable and thread-safe.
     *
     * @param term what it is about
     * @param meaning the remark
     * @param formula a short formula, or empty
     * @param source the paper or standard, or empty
     */
    public record Note(Text term, Text meaning, String formula, String source) {
        public Note {
            requireNonNull(term, "term");
            requireNonNull(meaning, "meaning");
            requireNonNull(formula, "formula");
            requireNonNull(source, "source");
        }
    }
}
