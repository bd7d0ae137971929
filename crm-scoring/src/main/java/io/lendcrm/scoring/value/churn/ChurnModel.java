package io.lendcrm.scoring.value.churn;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.time.Horizon;
import io.lendcrm.scoring.Score;

/**
 * How likely a client is to leave. The value of a score is a probability within [0, 1]; each model says what its base
 * is. Implementations are immutable and thread-safe.
 *
 * @param <S> what is known of a client
 */
@FunctionalInterface
public interface ChurnModel<S> {

    /**
     * The probability that a client leaves, or has left, within a horizon from now.
     *
     * @param client whose
     * @param known what is known of it now
     * @param ahead the horizon
     * @return the probability with its reasons, or why there is none
     */
    Score churn(ClientId client, S known, Horizon ahead);
}
