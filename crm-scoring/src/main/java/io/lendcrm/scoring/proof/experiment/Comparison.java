package io.lendcrm.scoring.proof.experiment;

import static java.util.Objects.requireNonNull;

import io.lendcrm.scoring.likelihood.Interval;

/**
 * Where an experiment stands at a look. Immutable and thread-safe.
 *
 * @param difference challenger less champion, with an interval that holds at all looks at once; unbounded while too
 *     little is known
 * @param pValue of so much evidence at any look if there were no difference
 * @param verdict what to do
 */
public record Comparison(Interval difference, double pValue, Verdict verdict) {

    /** What to do. */
    public enum Verdict {
        /** Nothing is proven yet. */
        GO_ON,
        /** The challenger's outcomes are higher. */
        CHALLENGER_HIGHER,
        /** The champion's outcomes are higher. */
        CHAMPION_HIGHER,
        /** The difference is smaller than one that matters, either way. */
        ALIKE
    }

    public Comparison {
        requireNonNull(difference, "difference");
        requireNonNull(verdict, "verdict");
        if (!(pValue >= 0 && pValue <= 1)) {
            throw new IllegalArgumentException("pValue must be within [0, 1], found " + pValue);
        }
    }
}
