package io.lendcrm.core.ingest;

/**
 * Refuses a row from within the code that reads it: {@link DelimitedFile#forEach} catches it, makes it a finding and goes
 * on with the next row. Made by {@link Row#refuse} and thrown by the getters of {@link Row}.
 */
public final class RefusedRowException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String rule;
    private final String column;
    private final String value;
    private final String expected;

    /** Without a stack trace: it is thrown once a bad row and caught by the reader. */
    RefusedRowException(String rule, String column, String value, String expected) {
        super(rule + " " + column + ": expected " + expected, null, false, false);
        this.rule = rule;
        this.column = column;
        this.value = value;
        this.expected = expected;
    }

    String rule() {
        return rule;
    }

    String column() {
        return column;
    }

    String value() {
        return value;
    }

    String expected() {
        return expected;
    }
}
