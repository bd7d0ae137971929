package io.lendcrm.scoring.value.contract;

import io.lendcrm.core.model.FittedModel;
import io.lendcrm.core.money.DiscountRate;
import io.lendcrm.core.time.CalendarUnit;
import io.lendcrm.core.time.Horizon;
import io.lendcrm.scoring.likelihood.Contrast;
import java.util.List;
import java.util.Map;

/**
 * For how long clients under contract stay. Tenures, and spans after them, are in {@link #unit()}s of the data the model
 * was fitted on; a horizon and a discount rate carry their own. A model in periods knows whole tenures only: a tenure of
 * n is that of a client who has renewed n times. What is expected of a client depends on its tenure, though no contract
 * ages: those who stayed are those who were readier to stay from the start. Implementations are immutable and thread-safe.
 */
public interface RetentionModel extends FittedModel {

    /** {@return the unit of tenures; for a model in periods, the length of a period} */
    CalendarUnit unit();

    /** {@return the parameters by name, in the order the literature gives them} */
    Map<String, Double> parameters();

    /** {@return the standard errors by parameter; none for one that was set or held} */
    Map<String, Double> standardErrors();

    /**
     * The probability that a client stays on: {@code S(tenure + ahead) / S(tenure)}.
     *
     * @param tenure how long it has been there, finite, at least 0
     * @param ahead for how much longer, finite, at least 0
     * @return a probability
     * @throws IllegalArgumentException if a time is impossible
     */
    double retention(double tenure, double ahead);

    /**
     * The share of clients still there after some time, {@code S(tenure)}.
     *
     * @param tenure how long after their start, finite, at least 0
     * @return a probability, 1 at 0 and never rising
     * @throws IllegalArgumentException if the tenure is impossible
     */
    default double survival(double tenure) {
        return retention(0, tenure);
    }

    /**
     * The probability that a client stays for the next unit of time: that one who has renewed n times renews once more.
     *
     * @param tenure how long it has been there
     * @return a probability
     * @throws IllegalArgumentException if the tenure is impossible
     */
    default double renewal(double tenure) {
        return retention(tenure, 1);
    }

    /**
     * For how many units a new client is expected to stay; in periods, the first one counted.
     *
     * @return the mean tenure, above 0; infinite where so many stay for so long that there is no mean
     */
    double expectedLifetime();

    /**
     * The discounted expected lifetime of a new client (DEL): of a payment of 1 a unit of time as long as the client stays,
     * what it is worth now. In periods a payment falls due at the start of each, the first one now; else it comes in all
     * along.
     *
     * @param rate the rate at which later payments count less, at least 0
     * @return the worth in payments; infinite without interest where there is no mean tenure
     * @throws IllegalArgumentException if the rate is below 0
     */
    double discountedLifetime(DiscountRate rate);

    /**
     * The discounted expected residual lifetime (DERL) of a client: what all its payments of 1 a unit of time are worth
     * that are still to come. In periods it is reckoned just before the next renewal, with which the first of them falls
     * due: {@code Σ S(n+1+i)/S(n) / (1+d)^i} from i = 0 on; else it is {@code ∫ S(t+τ)/S(t) exp(-δτ) dτ}.
     *
     * @param tenure how long the client has been there
     * @param rate the rate at which later payments count less, at least 0
     * @return the worth in payments; infinite without interest where there is no mean tenure
     * @throws IllegalArgumentException if the tenure is impossible or the rate below 0
     */
    double residualLifetime(double tenure, DiscountRate rate);

    /**
     * As {@link #residualLifetime(double, DiscountRate)}, of the payments within a horizon only; in periods these are the
     * payments due before its end.
     *
     * @param tenure how long the client has been there
     * @param ahead the horizon
     * @param rate the rate at which later payments count less
     * @return the worth in payments, finite
     * @throws IllegalArgumentException if the tenure is impossible
     */
    double residualLifetime(double tenure, Horizon ahead, DiscountRate rate);

    /**
     * What the data leave open about the parameters, as models a small step away on either side, one pair for each
     * independent direction. {@link io.lendcrm.scoring.likelihood.Interval} makes intervals of them.
     *
     * @return the pairs; none if the parameters were set and not estimated
     */
    List<Contrast<RetentionModel>> contrasts();
}
