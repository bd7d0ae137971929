package io.lendcrm.scoring.value.profit;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.portrait.Measure;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

/**
 * What a whole client is worth: its contracts and the business expected of it. Immutable and thread-safe.
 *
 * @param client the client
 * @param contracts the values of its contracts, in one currency
 * @param total their sum with the expected new business
 */
public record ClientValue(ClientId client, List<LendingValue> contracts, LendingValue total) {

    /** The name of the measure that a value becomes. */
    public static final String MEASURE = "lending_value";

    public ClientValue {
        requireNonNull(client, "client");
        contracts = List.copyOf(contracts);
        requireNonNull(total, "total");
    }

    /**
     * Adds up a client.
     *
     * @param client the client
     * @param contracts the values of its contracts, in one currency
     * @param newBusiness what is expected beyond them
     * @return the value
     * @throws IllegalArgumentException if the new business isn't finite
     */
    public static ClientValue of(ClientId client, List<LendingValue> contracts, NewBusiness newBusiness) {
        double expected = newBusiness.expectedValue(client);
        LendingValue total = LendingValue.sum(contracts);
        return new ClientValue(
                client, contracts, expected == 0 ? total : total.plus(LendingValue.ofNewBusiness(expected)));
    }

    /**
     * The value as a measure of the client's portrait, the waterfall as its reasons.
     *
     * @param currency the currency of the contracts
     * @param asOf the day to which values are discounted
     * @return the measure
     */
    public Measure measure(Currency currency, LocalDate asOf) {
        return Measure.of(MEASURE, total.npv(), currency.getCurrencyCode(), "lending-value", asOf)
                .withReasons(total.waterfall());
    }

    /** {@return the client's fingerprint and the number of contracts, without amounts} */
    @Override
    public String toString() {
        return "ClientValue[" + client + ", " + contracts.size() + " contracts]";
    }
}
