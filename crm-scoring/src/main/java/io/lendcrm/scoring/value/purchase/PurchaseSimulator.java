package io.lendcrm.scoring.value.purchase;

import io.lendcrm.core.history.PurchaseSummary;
import java.util.SplittableRandom;

/** Draws clients' histories from a model at its parameters. Implementations are immutable and thread-safe. */
public interface PurchaseSimulator {

    /**
     * A client drawn at random.
     *
     * @param age for how long it is watched after its first purchase, in the model's unit; finite, at least 0
     * @param random where chance comes from; it moves on
     * @return what is seen of it until then
     */
    PurchaseSummary simulate(double age, SplittableRandom random);
}
