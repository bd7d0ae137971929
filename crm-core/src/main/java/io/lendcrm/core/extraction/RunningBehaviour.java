package io.lendcrm.core.extraction;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.feature.FeatureSink;
import io.lendcrm.core.feature.RunningFeatures;
import io.lendcrm.core.money.ExchangeRates;
import io.lendcrm.core.time.AsOf;
import java.util.Currency;

/** The behaviour features of a state. */
record RunningBehaviour(
        BehaviourState state, Definitions<Behaviour> definitions, Currency currency, ExchangeRates rates)
        implements RunningFeatures {

    @Override
    public ClientId client() {
        return state.client();
    }

    @Override
    public FeatureSchema schema() {
        return definitions.schema();
    }

    @Override
    public boolean covers(AsOf asOf) {
        return state.covers(asOf);
    }

    @Override
    public void extract(AsOf asOf, FeatureSink out) {
        definitions.evaluate(Behaviour.of(state, asOf, currency, rates), out);
    }
}
