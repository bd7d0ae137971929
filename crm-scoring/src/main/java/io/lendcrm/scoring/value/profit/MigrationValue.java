package io.lendcrm.scoring.value.profit;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The value of a client by the state it is in now, part by part, and how far it scatters. Immutable and thread-safe. */
public final class MigrationValue {

    private final List<String> states;
    private final Map<ValuePart, double[]> parts;
    private final double[] variance;

    MigrationValue(List<String> states, Map<ValuePart, double[]> parts, double[] variance) {
        this.states = states;
        this.parts = new EnumMap<>(ValuePart.class);
        this.parts.putAll(parts);
        this.variance = variance;
        for (double v : variance) {
            if (!Double.isFinite(v)) {
                throw new IllegalArgumentException("the value must have a finite variance, found " + v
                        + ": amounts, horizon or a negative discount rate are too large");
            }
        }
    }

    /** {@return the states' names} */
    public List<String> states() {
        return states;
    }

    /**
     * The expected present value of a client in a state, with its waterfall.
     *
     * @param state the state's name
     * @return the value
     */
    public LendingValue value(String state) {
        int place = place(state);
        double[] all = new double[ValuePart.COUNT];
        parts.forEach((part, values) -> all[part.place()] = values[place]);
        return LendingValue.of(all, null);
    }

    /**
     * How far the present value of one client scatters around its expectation.
     *
     * @param state the state's name
     * @return the variance, at least 0
     */
    public double variance(String state) {
        return variance[place(state)];
    }

    /**
     * The root of the variance.
     *
     * @param state the state's name
     * @return the standard deviation, in the currency of the flows
     */
    public double standardDeviation(String state) {
        return Math.sqrt(variance(state));
    }

    private int place(String state) {
        int place = states.indexOf(state);
        if (place < 0) {
            throw new IllegalArgumentException("state must be one of " + states + ", found \"" + state + "\"");
        }
        return place;
    }

    /** {@return the states} */
    @Override
    public String toString() {
        return "MigrationValue" + states;
    }
}
