package io.lendcrm.scoring.value.purchase;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.history.PurchaseSummaries;
import io.lendcrm.core.history.PurchaseSummary;
import io.lendcrm.core.model.FittedModel;
import io.lendcrm.core.model.Run;
import io.lendcrm.core.money.DiscountRate;
import io.lendcrm.core.time.CalendarUnit;
import io.lendcrm.core.time.Horizon;
import io.lendcrm.scoring.likelihood.Contrast;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Whether a client is still active and how often it will come back. The client's times are in {@link #unit()}s, those of
 * the data the model was fitted on; a horizon carries its own unit. A new client is one that makes its first purchase now.
 * Implementations are immutable and thread-safe.
 */
public interface PurchaseModel extends FittedModel {

    /** {@return the unit of a client's times} */
    CalendarUnit unit();

    /** {@return the parameters by name, in the order the literature gives them} */
    Map<String, Double> parameters();

    /** {@return the standard errors by parameter; none for one that was set or held at a limit} */
    Map<String, Double> standardErrors();

    /**
     * The log-likelihood of one client's history, with all constants.
     *
     * @param client the history
     * @return the logarithm of its density, finite unless a model says otherwise
     */
    double logLikelihood(PurchaseSummary client);

    /**
     * The log-likelihood of a book: the sum over its clients, by weight.
     *
     * @param book the histories
     * @param run its threads take part
     * @return the sum; the same bits on any number of threads
     * @throws IllegalArgumentException if the book's times are in another unit
     */
    default double logLikelihood(PurchaseSummaries book, Run run) {
        return BookPredictions.sum(this, book, this::logLikelihood, run);
    }

    /**
     * The logarithm of {@link #probabilityAlive(PurchaseSummary)}, of use where that is too small for a double.
     *
     * @param client the client's history
     * @return a finite number of at most 0
     */
    double logProbabilityAlive(PurchaseSummary client);

    /**
     * The probability that a client is still active at the end of its observation.
     *
     * @param client the client's history
     * @return a probability; 0 where it is below the least double
     */
    default double probabilityAlive(PurchaseSummary client) {
        return Math.exp(logProbabilityAlive(client));
    }

    /**
     * The logarithm of {@link #probabilityAlive(PurchaseSummary, Horizon)}.
     *
     * @param client the client's history
     * @param ahead how long after the end of its observation
     * @return a finite number of at most 0
     */
    double logProbabilityAlive(PurchaseSummary client, Horizon ahead);

    /**
     * The probability that a client will still be active some time after the end of its observation, whatever it does
     * until then.
     *
     * @param client the client's history
     * @param ahead how long after the end of its observation
     * @return a probability; 0 where it is below the least double
     */
    default double probabilityAlive(PurchaseSummary client, Horizon ahead) {
        return Math.exp(logProbabilityAlive(client, ahead));
    }

    /**
     * The probability to be active over a client's history: at each moment as it was judged then, by the purchases up to
     * that moment alone. It needs the purchases' own times, which a {@link PurchaseSummary} doesn't keep.
     *
     * @param purchases the times of the repeat purchases since the first purchase, ascending, above 0
     * @param moments the times since the first purchase at which to judge, finite, at least 0, in any order
     * @return a probability for each moment
     * @throws IllegalArgumentException if a time is impossible or the purchases don't ascend
     */
    default double[] aliveCurve(double[] purchases, double[] moments) {
        return BookPredictions.aliveCurve(this, purchases, moments);
    }

    /**
     * How many purchases are expected of a client from the end of its observation on, given its history.
     *
     * @param client the client's history
     * @param ahead for how long
     * @return the expected number, finite, at least 0, growing with the horizon
     */
    double expectedPurchases(PurchaseSummary client, Horizon ahead);

    /**
     * How many repeat purchases are expected of a new client.
     *
     * @param ahead for how long
     * @return the expected number, the first purchase not counted
     */
    default double expectedPurchases(Horizon ahead) {
        return expectedPurchases(NewClient.SUMMARY, ahead);
    }

    /**
     * The probability of just so many purchases from the end of a client's observation on, given its history.
     *
     * @param client the client's history
     * @param purchases how many, at least 0
     * @param ahead for how long
     * @return a probability; those of all numbers add up to 1
     * @throws IllegalArgumentException if the number is negative
     */
    double purchaseProbability(PurchaseSummary client, int purchases, Horizon ahead);

    /**
     * The probability of just so many repeat purchases of a new client.
     *
     * @param purchases how many, the first purchase not counted; at least 0
     * @param ahead for how long
     * @return a probability
     * @throws IllegalArgumentException if the number is negative
     */
    default double purchaseProbability(int purchases, Horizon ahead) {
        return purchaseProbability(NewClient.SUMMARY, purchases, ahead);
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
        return Discounting.discounted(
                time -> expectedPurchases(client, new Horizon(time, unit())),
                ahead.in(unit()),
                Discounting.force(rate, unit()));
    }

    /**
     * The discounted purchases expected of a new client.
     *
     * @param ahead for how long
     * @param rate the rate at which a later purchase counts less
     * @return the discounted number, finite, the first purchase not counted
     */
    default double discountedPurchases(Horizon ahead, DiscountRate rate) {
        return discountedPurchases(NewClient.SUMMARY, ahead, rate);
    }

    /**
     * All purchases ever expected of a client, each discounted from its own moment to the end of the observation (DERT,
     * discounted expected residual transactions): {@code ∫ exp(-δτ) dE(τ)} without end. Unless a model knows better it is
     * integrated as over a horizon of {@code 60 / δ}, after which less than 1e-24 of it is left.
     *
     * @param client the client's history
     * @param rate the rate at which a later purchase counts less, above 0: without interest the sum need not be finite
     * @return the discounted number, finite, at least 0
     * @throws IllegalArgumentException if the rate is not above 0
     */
    default double discountedPurchases(PurchaseSummary client, DiscountRate rate) {
        requireNonNull(client, "client");
        return Discounting.forEver(
                time -> expectedPurchases(client, new Horizon(time, unit())), Discounting.positiveForce(rate, unit()));
    }

    /**
     * All purchases ever expected of a new client, discounted.
     *
     * @param rate the rate at which a later purchase counts less, above 0
     * @return the discounted number, finite, the first purchase not counted
     * @throws IllegalArgumentException if the rate is not above 0
     */
    default double discountedPurchases(DiscountRate rate) {
        return discountedPurchases(NewClient.SUMMARY, rate);
    }

    /**
     * A quantity of every client of a book, written into the caller's array. Equal rows are mostly computed once; which
     * thread computes a row makes no difference to it.
     *
     * @param book the clients' histories
     * @param quantity what is asked of each, by this model; a pure function
     * @param out filled with a number for each row of the book
     * @param run its threads take part
     * @throws IllegalArgumentException if the book's times are in another unit or the array has another length
     */
    default void predict(PurchaseSummaries book, ToDoubleFunction<PurchaseSummary> quantity, double[] out, Run run) {
        BookPredictions.fill(this, book, quantity, out, run);
    }

    /**
     * The {@link #expectedPurchases(PurchaseSummary, Horizon)} of every client of a book.
     *
     * @param book the clients' histories
     * @param ahead for how long
     * @param out filled with a number for each row of the book
     * @param run its threads take part
     * @throws IllegalArgumentException if the book's times are in another unit or the array has another length
     */
    default void expectedPurchases(PurchaseSummaries book, Horizon ahead, double[] out, Run run) {
        requireNonNull(ahead, "ahead");
        predict(book, client -> expectedPurchases(client, ahead), out, run);
    }

    /**
     * The {@link #probabilityAlive(PurchaseSummary)} of every client of a book.
     *
     * @param book the clients' histories
     * @param out filled with a number for each row of the book
     * @param run its threads take part
     * @throws IllegalArgumentException if the book's times are in another unit or the array has another length
     */
    default void probabilityAlive(PurchaseSummaries book, double[] out, Run run) {
        predict(book, this::probabilityAlive, out, run);
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
