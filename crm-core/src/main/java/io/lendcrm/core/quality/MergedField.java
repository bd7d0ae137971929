package io.lendcrm.core.quality;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.SourceId;
import java.time.Instant;
import java.util.List;

/**
 * A field's value and where it comes from. Printed without the value. Immutable and thread-safe.
 *
 * @param value the value taken; empty if the source taken says that there is none
 * @param source whose value
 * @param recordedAt when that source recorded it
 * @param policy why it was taken
 * @param stale whether it is older than its source's facts hold
 * @param dissenting the sources that give another value, in order of their names
 */
public record MergedField(
        String value,
        SourceId source,
        Instant recordedAt,
        MergePolicy policy,
        boolean stale,
        List<SourceId> dissenting) {

    public MergedField {
        requireNonNull(value, "value");
        requireNonNull(source, "source");
        requireNonNull(recordedAt, "recordedAt");
        requireNonNull(policy, "policy");
        dissenting = List.copyOf(dissenting);
    }

    /** {@return the provenance, without the value} */
    @Override
    public String toString() {
        return "MergedField[" + source + ", " + recordedAt + ", " + policy + (stale ? ", stale" : "")
                + (dissenting.isEmpty() ? "" : ", against " + dissenting) + "]";
    }
}
