package io.lendcrm.scoring.value.profit;

import io.lendcrm.core.ClientId;

/**
 * Tells what contracts that don't exist yet are worth: renewals, further loans, other products. A model of purchases and
 * spend, a propensity with a product's margin, or an expert can stand behind it. Implementations are thread-safe.
 */
@FunctionalInterface
public interface NewBusiness {

    /**
     * The expected present value of a client's future contracts, discounted to the day and at the rate of the contracts'
     * own values, in their currency.
     *
     * @param client the client
     * @return the value, finite
     */
    double expectedValue(ClientId client);

    /** {@return nothing for anybody: the value of existing contracts alone} */
    static NewBusiness none() {
        return client -> 0;
    }
}
