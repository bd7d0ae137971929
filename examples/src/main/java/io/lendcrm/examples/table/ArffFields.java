package io.lendcrm.examples.table;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of an ARFF file taken apart: fields between commas, quoted by {@code '} or {@code "} or not, a backslash before a
 * quote in a quoted one; {@code %} outside quotes begins a comment. Not thread-safe; confine to one thread.
 */
final class ArffFields {

    /** What a line breaks, for a finding. */
    static final class MalformedException extends Exception {
        private static final long serialVersionUID = 1;

        MalformedException(String expected) {
            super(expected, null, false, false);
        }
    }

    /** A field: its text, and whether it was quoted, so that a quoted question mark is a text. */
    record Field(String text, boolean quoted) {}

    private final String line;
    private int at;

    ArffFields(String line) {
        this.line = line;
    }

    /** The fields up to the line's end. */
    static List<Field> of(String line) throws MalformedException {
        ArffFields fields = new ArffFields(line);
        List<Field> found = fields.upTo('%');
        if (fields.at < line.length() && line.charAt(fields.at) != '%') {
            throw new MalformedException("nothing behind the last field");
        }
        return found;
    }

    /** The fields up to a mark or the line's end, where this stands then. */
    List<Field> upTo(char mark) throws MalformedException {
        List<Field> fields = new ArrayList<>();
        while (true) {
            fields.add(field(mark));
            if (at == line.length() || line.charAt(at) != ',') {
                return fields;
            }
            at++;
        }
    }

    /** A word: quoted, or up to a blank or a brace. */
    String word() throws MalformedException {
        skipBlanks();
        if (isQuote()) {
            return quoted();
        }
        int from = at;
        while (at < line.length() && !Character.isWhitespace(line.charAt(at)) && line.charAt(at) != '{') {
            at++;
        }
        return line.substring(from, at);
    }

    /** Goes over a mark if it stands here, blanks aside. */
    boolean over(char mark) {
        skipBlanks();
        boolean there = at < line.length() && line.charAt(at) == mark;
        at += there ? 1 : 0;
        return there;
    }

    private Field field(char mark) throws MalformedException {
        skipBlanks();
        if (isQuote()) {
            String text = quoted();
            skipBlanks();
            if (at < line.length() && ",%".indexOf(line.charAt(at)) < 0 && line.charAt(at) != mark) {
                throw new MalformedException("a comma or the line's end after a closing quote");
            }
            return new Field(text, true);
        }
        int from = at;
        while (at < line.length() && ",%".indexOf(line.charAt(at)) < 0 && line.charAt(at) != mark) {
            at++;
        }
        return new Field(line.substring(from, at).strip(), false);
    }

    private boolean isQuote() {
        return at < line.length() && (line.charAt(at) == '\'' || line.charAt(at) == '"');
    }

    private String quoted() throws MalformedException {
        char quote = line.charAt(at++);
        StringBuilder text = new StringBuilder();
        for (; at < line.length(); at++) {
            char c = line.charAt(at);
            if (c == quote) {
                at++;
                return text.toString();
            }
            if (c == '\\' && at + 1 < line.length()) {
                c = line.charAt(++at);
            }
            text.append(c);
        }
        throw new MalformedException("a closing quote on the same line");
    }

    private void skipBlanks() {
        while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
            at++;
        }
    }
}
