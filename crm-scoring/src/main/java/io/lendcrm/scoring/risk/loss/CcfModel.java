package io.lendcrm.scoring.risk.loss;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.model.FittedModel;
import io.lendcrm.core.model.ModelInfo;
import java.util.HashSet;
import java.util.List;

/**
 * Credit conversion factors by segment, and the exposure at default they lead to. Immutable and thread-safe.
 *
 * @param info where it comes from
 * @param segments the factors in order of the segments' names
 */
public record CcfModel(ModelInfo info, List<SegmentConversion> segments) implements FittedModel {

    /** The stable name of this type of model. */
    public static final String TYPE = "credit-conversion";

    public CcfModel {
        requireNonNull(info, "info");
        segments = List.copyOf(segments);
        HashSet<String> names = new HashSet<>();
        for (SegmentConversion segment : segments) {
            if (!names.add(segment.segment())) {
                throw new IllegalArgumentException(
                        "segments must be distinct, found \"" + segment.segment() + "\" twice");
            }
        }
        if (segments.isEmpty()) {
            throw new IllegalArgumentException("segments must not be empty");
        }
    }

    /**
     * The factor of a segment.
     *
     * @param segment its name
     * @return the estimate
     * @throws IllegalArgumentException if there is no such segment; the message names those there are
     */
    public SegmentConversion segment(String segment) {
        return segments.stream()
                .filter(s -> s.segment().equals(segment))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("segment must be one of "
                        + segments.stream().map(SegmentConversion::segment).toList() + ", found \"" + segment
                        + "\""));
    }

    /**
     * What a line will owe if it defaults: {@code drawn + max(0, CCF) max(0, limit - drawn)}, hence never less than what
     * is drawn.
     *
     * @param segment the line's segment
     * @param drawn what is drawn, at least 0
     * @param limit what may be drawn, at least 0
     * @return the exposure at default
     */
    public double exposureAtDefault(String segment, double drawn, double limit) {
        if (!(drawn >= 0 && drawn < Double.POSITIVE_INFINITY) || !(limit >= 0 && limit < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "drawn and limit must be finite and at least 0, found " + drawn + " and " + limit);
        }
        return drawn + Math.max(0, segment(segment).mean().value()) * Math.max(0, limit - drawn);
    }
}
