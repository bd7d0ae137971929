package io.lendcrm.scoring.value.propensity;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.time.Horizon;
import io.lendcrm.scoring.value.clv.Estimate;
import io.lendcrm.scoring.value.spend.SpendModel;
import java.util.OptionalDouble;

/**
 * What is expected of a client's next loan: whether, when, how much. It takes for granted that how much doesn't depend on
 * when. Immutable and thread-safe.
 *
 * @param probability that the client borrows within the span, with interval and reasons
 * @param ahead the span
 * @param medianWait the span in the model's unit within which it borrows with probability 1/2
 * @param amount what the next loan is expected to be, whenever it comes, in the spend model's currency
 */
public record NextLoan(Estimate probability, Horizon ahead, double medianWait, double amount) {

    private static final double HALF = 0.5;

    public NextLoan {
        requireNonNull(probability, "probability");
        requireNonNull(ahead, "ahead");
        if (!(medianWait >= 0)) {
            throw new IllegalArgumentException("medianWait must be at least 0, found " + medianWait);
        }
        if (!(amount > 0)) {
            throw new IllegalArgumentException("amount must be above 0, found " + amount);
        }
    }

    /**
     * The next loan of a client.
     *
     * @param model when clients borrow
     * @param client its loans so far
     * @param amounts how much clients borrow, fitted to the mean amounts of clients by number of loans
     * @param meanAmount the mean amount of the client's loans so far, above 0
     * @param ahead the span
     * @param level the interval's level, within (0, 1)
     * @return what is expected
     */
    public static NextLoan of(
            NextLoanModel model,
            BorrowingHistory client,
            SpendModel amounts,
            double meanAmount,
            Horizon ahead,
            double level) {
        return new NextLoan(
                model.estimate(client, ahead, level),
                ahead,
                model.waitUntil(client, HALF),
                amounts.expectedSpend(client.loans(), meanAmount));
    }

    /**
     * The amount expected to be borrowed by the next loan within the span.
     *
     * @return probability × amount; empty where the amount is infinite
     */
    public OptionalDouble expectedAmount() {
        return amount == Double.POSITIVE_INFINITY
                ? OptionalDouble.empty()
                : OptionalDouble.of(probability.value() * amount);
    }
}
