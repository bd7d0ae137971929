package io.lendcrm.scoring.serving;

/**
 * Is told of each score, for the host's metrics. Called by the thread that scores, so it must be quick, thread-safe and
 * throw nothing.
 */
@FunctionalInterface
public interface ScoreObserver {

    /** A client has a score. */
    int SCORED = 0;

    /** A client can't be scored. */
    int NOT_SCORED = 1;

    /**
     * A client was scored, or wasn't.
     *
     * @param model the model that did it
     * @param status {@link #SCORED} or {@link #NOT_SCORED}
     * @param score the score; {@code NaN} without one
     * @param nanos how long it took; for a row of a batch the mean of the batch
     */
    void scored(ModelId model, int status, double score, long nanos);
}
