package io.lendcrm.core.ingest;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;

/**
 * What stands between the fields of a line. Immutable and thread-safe.
 *
 * @param kind a character, runs of blanks, or to be detected
 * @param symbol the character; a blank for the other kinds
 */
public record Delimiter(Kind kind, char symbol) {

    /** How fields are divided. */
    public enum Kind {
        /** By one character; fields may stand in double quotes (RFC 4180). */
        CHARACTER,
        /** By runs of blanks and tabs; leading and trailing ones don't count, quotes mean nothing. */
        WHITESPACE,
        /** By the one of comma, semicolon, tab and bar that the first line has most of. */
        DETECTED
    }

    /** Runs of blanks and tabs. */
    public static final Delimiter WHITESPACE = new Delimiter(Kind.WHITESPACE, ' ');
    /** The one of comma, semicolon, tab and bar that the first line has most of; comma if it has none. */
    public static final Delimiter DETECTED = new Delimiter(Kind.DETECTED, ' ');

    private static final List<Character> CANDIDATES = List.of(',', ';', '\t', '|');

    public Delimiter {
        requireNonNull(kind, "kind");
        if (symbol == '"' || symbol == '\n' || symbol == '\r') {
            throw new IllegalArgumentException("delimiter must not be a quote or a line's end");
        }
    }

    /**
     * One character.
     *
     * @param symbol the character, no quote and no line's end
     * @return the delimiter
     */
    public static Delimiter of(char symbol) {
        return new Delimiter(Kind.CHARACTER, symbol);
    }

    /**
     * A delimiter from its text.
     *
     * @param text one character, or {@code tab}, {@code comma}, {@code semicolon}, {@code whitespace}, {@code detect}
     * @return the delimiter
     * @throws IllegalArgumentException if it is none of these
     */
    public static Delimiter parse(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "tab", "\\t" -> of('\t');
            case "comma" -> of(',');
            case "semicolon" -> of(';');
            case "whitespace" -> WHITESPACE;
            case "detect" -> DETECTED;
            default -> {
                if (text.length() != 1) {
                    throw new IllegalArgumentException("delimiter must be one character, tab, comma, semicolon, "
                            + "whitespace or detect, found \"" + text + "\"");
                }
                yield of(text.charAt(0));
            }
        };
    }

    /** This delimiter, or what a first line shows. */
    Delimiter resolve(String firstLine) {
        if (kind != Kind.DETECTED) {
            return this;
        }
        char best = ',';
        long most = 0;
        for (char candidate : CANDIDATES) {
            long count = countOutsideQuotes(firstLine, candidate);
            if (count > most) {
                most = count;
                best = candidate;
            }
        }
        return of(best);
    }

    private static long countOutsideQuotes(String line, char symbol) {
        long count = 0;
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == symbol && !quoted) {
                count++;
            }
        }
        return count;
    }
}
