package io.lendcrm.scoring.value.retention;

import io.lendcrm.core.ClientId;

/**
 * Says whether it is worth while to keep a client that may leave. The probability comes from any model of churn, the value
 * from any model of a client's value. Implementations are immutable and thread-safe.
 */
@FunctionalInterface
public interface RetentionRule {

    /**
     * Whether to act, and why.
     *
     * @param client who may leave
     * @param churnProbability with which probability it leaves if nothing is done, within [0, 1]
     * @param valueAtStake what is lost if it leaves, in units of money; below 0 for a client that costs more than it brings
     * @return the advice with its reasons
     * @throws IllegalArgumentException if the probability or the value is out of range
     */
    RetentionAdvice advise(ClientId client, double churnProbability, double valueAtStake);
}
