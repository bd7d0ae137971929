package io.lendcrm.scoring.value.purchase;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.history.PurchaseSummary;
import io.lendcrm.core.model.FittedModel;
import io.lendcrm.core.money.DiscountRate;
import io.lendcrm.core.time.CalendarUnit;
import io.lendcrm.core.time.Horizon;
import io.lendcrm.scoring.likelihood.Contrast;
import java.util.List;

/**
 * Whether a client is still active and how often it will come back. The client's times are in {@link #unit()}s, those of
 * the data the model was fitted on; a horizon carries its own unit. Implementations are immutable and thread-safe.
 */
public interface PurchaseModel extends FittedModel {

    /** {@return the unit of a client's times} */
    CalendarUnit unit();

    /**
     * The probability that a client is still active at the end of its observation.
     *
     * @param client the client's history
     * @return a probability; 0 where it is below the least double
     */
    double probabilityAlive(PurchaseSummary client);

    /**
     * How many purchases are expected of a client from the end of its observation on, given its history.
     *
     * @param client the client's history
     * @param ahead for how long
     * @return the expected number, finite, at least 0, growing with the horizon
     */
    double expectedPurchases(PurchaseSummary client, Horizon ahead);

    /**
     * How many repeat purchases are expected of a client who makes its first purchase now.
     *
     * @param ahead for how long
     * @return the expected number, the first purchase not counted
     */
    default double expectedPurchases(Horizon ahead) {
        return expectedPurchases(NewClient.SUMMARY, ahead);
    }

    /**
     * The purchases expected of a client, each discounted from its own moment to the end of the observation:
     * {@code ∫ exp(-δτ) dE(τ)} over the horizon, with {@code E} the {@link #expectedPurchases} and {@code δ} the force of
     * interest. It is integrated by parts, {@code exp(-δt) E(t) + δ ∫ exp(-δτ) E(τ) dτ}, the integral by an adaptive
     * Gauss-Kronrod rule to a relative error of 1e-12; without interest it is {@code E(t)} to the last bit.
     *
     * @param client the client's history
     * @param ahead for how long
     * @param rate the rate at which a later purchase counts less
     * @return the discounted number, finite
     */
    default double discountedPurchases(PurchaseSummary client, Horizon ahead, DiscountRate rate) {
        requireNonNull(client, "client");
        double force = rate.continuousPerYear() * unit().days() / CalendarUnit.YEAR.days();
        return Discounting.discounted(
                time -> expectedPurchases(client, new Horizon(time, unit())), ahead.in(unit()), force);
    }

    /**
     * The discounted purchases expected of a client who makes its first purchase now.
     *
     * @param ahead for how long
     * @param rate the rate at which a later purchase counts less
     * @return the discounted number, finite, the first purchase not counted
     */
    default double discountedPurchases(Horizon ahead, DiscountRate rate) {
        return discountedPurchases(NewClient.SUMMARY, ahead, rate);
    }

    /**
     * What the data leave open about the parameters, as models a small step away on either side, one pair for each
     * independent direction.
     *
     * @return the pairs; none if the parameters were set and not estimated
     */
    default List<Contrast<PurchaseModel>> contrasts() {
        return List.of();
    }
}
