package io.lendcrm.examples.command;

import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.scoring.value.spend.SpendModel;

/**
 * Takes every purchase to be worth 1, so that values are numbers of purchases.
 *
 * @param info of the model of purchases it goes with
 */
record UnitSpend(ModelInfo info) implements SpendModel {

    @Override
    public double expectedSpend(int frequency, double meanSpend) {
        return 1;
    }
}
