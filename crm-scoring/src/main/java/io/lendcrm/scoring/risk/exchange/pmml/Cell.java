package io.lendcrm.scoring.risk.exchange.pmml;

import org.jspecify.annotations.Nullable;

/** A value of a field as predicates see it: missing, invalid, a number, a text, or a text that the file doesn't know. */
record Cell(State state, double number, @Nullable String text) {

    enum State {
        MISSING,
        INVALID,
        KNOWN
    }

    static final Cell MISSING = new Cell(State.MISSING, Double.NaN, null);
    static final Cell INVALID = new Cell(State.INVALID, Double.NaN, null);
    /** A text that is equal to none of the file. */
    static final Cell OTHER = new Cell(State.KNOWN, Double.NaN, null);

    static Cell of(double number) {
        return new Cell(State.KNOWN, number + 0.0, null);
    }

    static Cell of(String text) {
        return new Cell(State.KNOWN, Double.NaN, text);
    }

    boolean isMissing() {
        return state == State.MISSING;
    }

    boolean isInvalid() {
        return state == State.INVALID;
    }
}
