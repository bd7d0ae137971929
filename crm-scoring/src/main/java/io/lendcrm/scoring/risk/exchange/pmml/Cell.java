package io.lendcrm.scoring.risk.exchange.pmml;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A value of a field as predicates see it: missing, invalid, a number, a text, or a text that the file doesn't know. In order,
 * so that sets of them stay fast where many have the same hash.
 */
record Cell(State state, double number, @Nullable String text) implements Comparable<Cell> {

    private static final Comparator<Cell> ORDER = Comparator.comparing(Cell::state)
            .thenComparingDouble(Cell::number)
            .thenComparing(Cell::text, Comparator.nullsFirst(Comparator.naturalOrder()));

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

    @Override
    public int compareTo(Cell other) {
        return ORDER.compare(this, other);
    }

    boolean isMissing() {
        return state == State.MISSING;
    }

    boolean isInvalid() {
        return state == State.INVALID;
    }
}
