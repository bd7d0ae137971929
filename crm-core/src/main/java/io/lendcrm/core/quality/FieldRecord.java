package io.lendcrm.core.quality;

import java.util.Map;
import java.util.Optional;

/** A record of text fields as a source gives it: a row of a file, a line of JSON, a row of a table. */
public interface FieldRecord {

    /** {@return where it is from} */
    Place place();

    /**
     * A field's value.
     *
     * @param field its name
     * @return the text, or empty if missing
     * @throws IllegalArgumentException if the record can't have such a field
     */
    Optional<String> value(String field);

    /**
     * A record of these fields; one that isn't among them is missing.
     *
     * @param place where it is from
     * @param fields the texts by name; empty texts are missing
     * @return the record
     */
    static FieldRecord of(Place place, Map<String, String> fields) {
        Map<String, String> copy = Map.copyOf(fields);
        return new FieldRecord() {
            @Override
            public Place place() {
                return place;
            }

            @Override
            public Optional<String> value(String field) {
                return Optional.ofNullable(copy.get(field)).filter(text -> !text.isEmpty());
            }
        };
    }
}
