package io.lendcrm.core.ingest;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.quality.FieldRecord;
import io.lendcrm.core.quality.Place;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A row of a delimited file. A column is told by its name in the header or by its position from 1; blanks around a value
 * aren't part of it; an empty value is missing. A getter that can't give what is asked for throws
 * {@link RefusedRowException}, which {@link DelimitedFile#forEach} turns into a finding. Immutable and thread-safe.
 */
public final class Row implements FieldRecord {

    private final DelimitedFile file;
    private final Columns columns;
    private final long line;
    private final String[] fields;

    Row(DelimitedFile file, Columns columns, long line, String[] fields) {
        this.file = file;
        this.columns = columns;
        this.line = line;
        this.fields = fields;
    }

    @Override
    public Place place() {
        return Place.of(file.name(), line);
    }

    /** {@return the line the row begins on, from 1} */
    public long line() {
        return line;
    }

    /** {@return the columns' names, or their positions from 1 if there is no header} */
    public List<String> columns() {
        return columns.names();
    }

    @Override
    public Optional<String> value(String column) {
        String field = field(column);
        return field.isEmpty() ? Optional.empty() : Optional.of(field);
    }

    /**
     * Whether a column has a value.
     *
     * @param column its name or position
     * @return false if it is missing
     */
    public boolean has(String column) {
        return !field(column).isEmpty();
    }

    /**
     * A text.
     *
     * @param column its name or position
     * @return the text
     * @throws RefusedRowException if it is missing
     */
    public String text(String column) {
        String field = field(column);
        if (field.isEmpty()) {
            throw RefusedRowException.of("missing-value", column, "", "a value");
        }
        return field;
    }

    /**
     * A client's key.
     *
     * @param column its name or position
     * @return the key
     * @throws RefusedRowException if it is missing or too long
     */
    public ClientId client(String column) {
        String text = text(column);
        try {
            return ClientId.of(text);
        } catch (IllegalArgumentException e) {
            throw RefusedRowException.of("unreadable-value", column, text, "a client's key of at most 200 characters");
        }
    }

    /**
     * A day in the file's format.
     *
     * @param column its name or position
     * @return the day
     * @throws RefusedRowException if it is missing or no day
     */
    public LocalDate date(String column) {
        String text = text(column);
        return file.days()
                .day(text)
                .orElseThrow(() -> RefusedRowException.of(
                        "unreadable-value", column, text, file.days().expected()));
    }

    /**
     * An exact decimal number: digits with at most one point and a sign before them; no thousands separators.
     *
     * @param column its name or position
     * @return the number
     * @throws RefusedRowException if it is missing or no such number
     */
    public BigDecimal decimal(String column) {
        String text = text(column);
        if (!Numerals.isDecimal(text)) {
            throw RefusedRowException.of(
                    "unreadable-value", column, text, "a decimal number with a point and no thousands separators");
        }
        return new BigDecimal(text);
    }

    /**
     * A number for statistics: a decimal number, or one with an exponent.
     *
     * @param column its name or position
     * @return the nearest double, finite
     * @throws RefusedRowException if it is missing or no such number
     */
    public double number(String column) {
        String text = text(column);
        if (!Numerals.isNumber(text)) {
            throw RefusedRowException.of("unreadable-value", column, text, "a number");
        }
        double value = Double.parseDouble(text);
        if (Double.isInfinite(value)) {
            throw RefusedRowException.of("unreadable-value", column, text, "a number that fits into a double");
        }
        return value;
    }

    /**
     * A whole number.
     *
     * @param column its name or position
     * @return the number
     * @throws RefusedRowException if it is missing, no whole number or beyond 64 bits
     */
    public long whole(String column) {
        String text = text(column);
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw RefusedRowException.of("unreadable-value", column, text, "a whole number");
        }
    }

    /**
     * Refuses the row for a value: throw what this gives.
     *
     * @param column the column at fault
     * @param expected what was expected of it, for people
     * @return the exception to throw
     */
    public RefusedRowException refuse(String column, String expected) {
        return RefusedRowException.of("refused-value", column, field(column), requireNonNull(expected, "expected"));
    }

    /** {@return the place and how many fields, without the values} */
    @Override
    public String toString() {
        return "Row[" + place() + ", " + fields.length + " fields]";
    }

    private String field(String column) {
        String field = fields[columns.indexOf(requireNonNull(column, "column"))].strip();
        return file.isMissing(field) ? "" : field;
    }
}
