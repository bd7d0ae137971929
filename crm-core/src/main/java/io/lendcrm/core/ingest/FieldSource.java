package io.lendcrm.core.ingest;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a mapping takes a member's value from: a column of the file, perhaps through a table of codes, or a constant.
 * Immutable and thread-safe.
 *
 * @param column the column, by name or position; null for a constant
 * @param constant the constant; null for a column
 * @param codes what the source's codes mean; empty if its values stand as they are. A code that isn't among them is
 *     what {@code *} means, or a finding
 */
public record FieldSource(@Nullable String column, @Nullable String constant, Map<String, String> codes) {

    /** The key of the code that stands for all others. */
    public static final String ANY_OTHER = "*";

    public FieldSource {
        codes = Map.copyOf(codes);
        if ((column == null) == (constant == null)) {
            throw new IllegalArgumentException("a member must come from a column or be a constant, one of both");
        }
    }

    /**
     * A column as it stands.
     *
     * @param name the column, by name or position
     * @return the source
     */
    public static FieldSource column(String name) {
        return new FieldSource(requireNonNull(name, "name"), null, Map.of());
    }

    /**
     * The same value in each record.
     *
     * @param value the value
     * @return the source
     */
    public static FieldSource constant(String value) {
        return new FieldSource(null, requireNonNull(value, "value"), Map.of());
    }

    /**
     * This column through a table of codes.
     *
     * @param meanings what each code means; {@value #ANY_OTHER} for any other
     * @return the source
     */
    public FieldSource withCodes(Map<String, String> meanings) {
        return new FieldSource(column, constant, meanings);
    }

    /** The value in a row for a member; empty if missing. */
    Optional<String> value(Row row, String member) {
        if (constant != null) {
            return Optional.of(constant);
        }
        Optional<String> text = row.value(requireNonNull(column));
        if (text.isEmpty() || codes.isEmpty()) {
            return text;
        }
        String meaning = codes.getOrDefault(text.get(), codes.get(ANY_OTHER));
        if (meaning == null) {
            throw RefusedRowException.of("unknown-code", member, text.get(), "a code of the mapping");
        }
        return Optional.of(meaning);
    }
}
