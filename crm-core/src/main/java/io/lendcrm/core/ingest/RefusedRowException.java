package io.lendcrm.core.ingest;

import java.util.List;

/**
 * Refuses a row from within the code that reads it: {@link DelimitedFile#forEach} catches it, makes findings of it and
 * goes on with the next row. Made by {@link Row#refuse} and thrown by the getters of {@link Row}.
 */
public final class RefusedRowException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** What is wrong with one value. */
    record Fault(String rule, String column, String value, String expected) {}

    private final transient List<Fault> faults;

    /** Without a stack trace: it is thrown once a bad row and caught by the reader. The message holds no value. */
    RefusedRowException(List<Fault> faults) {
        super(faults.get(0).rule() + " " + faults.get(0).column(), null, false, false);
        this.faults = List.copyOf(faults);
    }

    static RefusedRowException of(String rule, String column, String value, String expected) {
        return new RefusedRowException(List.of(new Fault(rule, column, value, expected)));
    }

    List<Fault> faults() {
        return faults;
    }
}
