package io.lendcrm.scoring.risk.loss;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.model.FittedModel;
import io.lendcrm.core.model.ModelInfo;
import java.util.HashSet;
import java.util.List;

/**
 * The loss given default by segment, with what is added for a downturn. Immutable and thread-safe.
 *
 * @param info where it comes from
 * @param segments the estimates in order of their names
 * @param downturn added to each of them, within [0, 1]
 */
public record LgdModel(ModelInfo info, List<SegmentLoss> segments, double downturn) implements FittedModel {

    /** The stable name of this type of model. */
    public static final String TYPE = "loss-given-default";

    public LgdModel {
        requireNonNull(info, "info");
        segments = List.copyOf(segments);
        HashSet<String> names = new HashSet<>();
        for (SegmentLoss segment : segments) {
            if (!names.add(segment.segment())) {
                throw new IllegalArgumentException(
                        "segments must be distinct, found \"" + segment.segment() + "\" twice");
            }
        }
        if (segments.isEmpty()) {
            throw new IllegalArgumentException("segments must not be empty");
        }
        if (!(downturn >= 0 && downturn <= 1)) {
            throw new IllegalArgumentException("downturn must be within [0, 1], found " + downturn);
        }
    }

    /**
     * The estimate of a segment.
     *
     * @param segment its name
     * @return the estimate, without the downturn
     * @throws IllegalArgumentException if there is no such segment; the message names those there are
     */
    public SegmentLoss segment(String segment) {
        return segments.stream()
                .filter(s -> s.segment().equals(segment))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("segment must be one of "
                        + segments.stream().map(SegmentLoss::segment).toList() + ", found \"" + segment + "\""));
    }

    /**
     * The loss given default to calculate with: the long-run average, not below 0, and the downturn.
     *
     * @param segment its name
     * @return {@code max(0, average) + downturn}; above 1 only if the average is
     */
    public double lossGivenDefault(String segment) {
        double average = Math.max(0, segment(segment).mean().value());
        return Math.max(average, Math.min(1, average + downturn));
    }
}
