package io.lendcrm.scoring.risk.binning;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;

/**
 * How a variable is binned. Immutable and thread-safe.
 *
 * @param method how edges are found
 * @param specials values that stand for something else than a number, each list to get a bin of its own
 * @param missing where missing values go
 * @param missingBelow they go there only if their share of rows is below this, else apart; within [0, 1], and 1 means always
 * @param unseen where levels go that had no row
 * @param zeroCell what counts for the goods or the bads of a bin that has none, see {@link Binning}
 */
public record VariableOptions(
        BinningMethod method,
        List<List<Double>> specials,
        MissingBin missing,
        double missingBelow,
        UnseenLevel unseen,
        double zeroCell) {

    public VariableOptions {
        requireNonNull(method, "method");
        specials = specials.stream().map(List::copyOf).toList();
        requireNonNull(missing, "missing");
        requireNonNull(unseen, "unseen");
        if (!(missingBelow >= 0 && missingBelow <= 1)) {
            throw new IllegalArgumentException("missingBelow must be within [0, 1], found " + missingBelow);
        }
        if (!(zeroCell > 0 && zeroCell <= 1)) {
            throw new IllegalArgumentException("zeroCell must be within (0, 1], found " + zeroCell);
        }
    }

    /**
     * A method; no special values, missing ones apart, unseen levels neutral, a zero cell counting as one half.
     *
     * @param method how edges are found
     * @return the options
     */
    public static VariableOptions of(BinningMethod method) {
        return new VariableOptions(method, List.of(), MissingBin.APART, 1, UnseenLevel.NEUTRAL, Binning.ZERO_CELL);
    }

    /** {@return exact optimal binning with its defaults} */
    public static VariableOptions defaults() {
        return of(OptimalBinning.defaults());
    }

    /**
     * With special values, each in a bin of its own.
     *
     * @param values distinct and finite
     * @return the changed options
     */
    public VariableOptions withSpecials(double... values) {
        return withSpecialGroups(Arrays.stream(values).mapToObj(List::of).toList());
    }

    /**
     * With special values, those of a group in one bin.
     *
     * @param groups the values of each bin, distinct and finite
     * @return the changed options
     */
    public VariableOptions withSpecialGroups(List<List<Double>> groups) {
        return new VariableOptions(method, groups, missing, missingBelow, unseen, zeroCell);
    }

    /**
     * With missing values elsewhere.
     *
     * @param where where they go
     * @return the changed options
     */
    public VariableOptions withMissing(MissingBin where) {
        return new VariableOptions(method, specials, where, 1, unseen, zeroCell);
    }

    /**
     * With missing values elsewhere if they are few, else apart.
     *
     * @param where where they go
     * @param below the share of rows below which they are few
     * @return the changed options
     */
    public VariableOptions withMissing(MissingBin where, double below) {
        return new VariableOptions(method, specials, where, below, unseen, zeroCell);
    }

    /**
     * With unseen levels elsewhere.
     *
     * @param where where they go
     * @return the changed options
     */
    public VariableOptions withUnseen(UnseenLevel where) {
        return new VariableOptions(method, specials, missing, missingBelow, where, zeroCell);
    }

    /**
     * With another stand-in for zeros.
     *
     * @param value within (0, 1]
     * @return the changed options
     */
    public VariableOptions withZeroCell(double value) {
        return new VariableOptions(method, specials, missing, missingBelow, unseen, value);
    }
}
