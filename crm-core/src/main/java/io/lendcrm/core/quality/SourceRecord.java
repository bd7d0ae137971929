package io.lendcrm.core.quality;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.SourceId;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one source says of a client. A field it doesn't have it says nothing about; an empty text says that there is no
 * value. Printed without the values. Immutable and thread-safe.
 *
 * @param source who says it
 * @param recordedAt when it was recorded
 * @param fields the texts by field
 */
public record SourceRecord(SourceId source, Instant recordedAt, SortedMap<String, String> fields) {

    public SourceRecord {
        requireNonNull(source, "source");
        requireNonNull(recordedAt, "recordedAt");
        fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    }

    /** {@return the source, the time and the names of the fields, without their values} */
    @Override
    public String toString() {
        return "SourceRecord[" + source + ", " + recordedAt + ", " + fields.keySet() + "]";
    }
}
