package io.lendcrm.scoring.value.spend;

import io.lendcrm.core.model.FittedModel;
import io.lendcrm.scoring.likelihood.Contrast;
import java.util.List;

/**
 * How much a client brings with each purchase, judged by what it brought so far and by what others do. Amounts are in the
 * currency and unit of the data the model was fitted on. Implementations are immutable and thread-safe.
 */
public interface SpendModel extends FittedModel {

    /**
     * The amount expected of each further purchase.
     *
     * @param frequency how many repeat purchases the mean is taken of, at least 0
     * @param meanSpend their mean amount; not read where there were none
     * @return the expected amount; with no repeat purchase, the mean of all clients
     */
    double expectedSpend(int frequency, double meanSpend);

    /**
     * Whether expected amounts may be 0 or below, so that a value's interval is symmetric on the scale of money rather than
     * of its logarithm.
     *
     * @return true if so; amounts are always above 0 otherwise
     */
    default boolean allowsLosses() {
        return false;
    }

    /**
     * What the data leave open about the parameters, as models a small step away on either side, one pair for each
     * independent direction.
     *
     * @return the pairs; none if the parameters were set and not estimated
     */
    default List<Contrast<SpendModel>> contrasts() {
        return List.of();
    }
}
