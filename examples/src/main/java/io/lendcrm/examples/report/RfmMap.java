package io.lendcrm.examples.report;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Recency, frequency and monetary value of the book. Immutable and thread-safe.
 *
 * @param bins scores run from 1 (worst) to this (best)
 * @param method how the scores were cut, in a sentence
 * @param cells the clients by recency and frequency score; missing cells are empty
 * @param segments the named segments, best first
 */
public record RfmMap(int bins, Text method, List<Cell> cells, List<Segment> segments) {
    public RfmMap {
        if (bins < 2) {
            throw new IllegalArgumentException("bins must be at least 2, found " + bins);
        }
        requireNonNull(method, "method");
        cells = List.copyOf(cells);
        segments = List.copyOf(segments);
        for (Cell cell : cells) {
            if (cell.recency > bins || cell.frequency > bins) {
                throw new IllegalArgumentException("scores must be at most bins=" + bins + ", found " + cell);
            }
        }
    }

    /**
     * The clients with one recency and one frequency score. Immutable and thread-safe.
     *
     * @param recency recency score, from 1
     * @param frequency frequency score, from 1
     * @param clients how many
     * @param meanMonetary their mean monetary value
     */
    public record Cell(int recency, int frequency, long clients, double meanMonetary) {
        public Cell {
            if (recency < 1 || frequency < 1) {
                throw new IllegalArgumentException(
                        "scores must be at least 1, found recency=" + recency + ", frequency=" + frequency);
            }
            Require.count(clients, "clients");
            Require.finite(meanMonetary, "meanMonetary");
        }
    }

    /**
     * One named segment. Immutable and thread-safe.
     *
     * @param code the segment's code
     * @param name its name
     * @param description who is in it and what to do, in a sentence
     * @param clients how many
     * @param meanMonetary their mean monetary value
     * @param meanValue their mean expected value, or null if no value was estimated
     */
    public record Segment(
            String code,
            Text name,
            Text description,
            long clients,
            double meanMonetary,
            @Nullable Double meanValue) {
        public Segment {
            requireNonNull(code, "code");
            requireNonNull(name, "name");
            requireNonNull(description, "description");
            Require.count(clients, "clients");
            Require.finite(meanMonetary, "meanMonetary");
            if (meanValue != null) {
                Require.finite(meanValue, "meanValue");
            }
        }
    }
}
