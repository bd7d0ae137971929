package io.lendcrm.core.extraction;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.feature.Dimension;
import io.lendcrm.core.feature.FeatureExtractor;
import io.lendcrm.core.feature.RunningFeatures;
import io.lendcrm.core.money.ExchangeRates;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The features that lenders look at, by dimension: size and industry, finance and solvency, credit history, urgency, risk
 * capacity and willingness, and behaviour. Each is documented in its {@link io.lendcrm.core.feature.Feature} with unit,
 * formula and the fields it reads.
 *
 * <p>Money of all currencies is converted to one at the rates known at the point in time. Where a rate is lacking, the
 * amount is missing and a count says how many amounts couldn't be converted. Immutable and thread-safe, as far as the
 * exchange rates are.
 */
public final class StandardFeatures {

    private final Currency currency;
    private final ExchangeRates rates;
    private final Definitions<Behaviour> behaviour;
    private final Map<Dimension, FeatureExtractor> extractors = new EnumMap<>(Dimension.class);

    private StandardFeatures(Currency currency, ExchangeRates rates) {
        this.currency = requireNonNull(currency, "currency");
        this.rates = requireNonNull(rates, "rates");
        this.behaviour = Behaviour.definitions(currency);
        extractors.put(
                Dimension.BEHAVIOUR,
                new DefinedExtractor<>(behaviour, history -> Behaviour.of(history, currency, rates)));
    }

    /**
     * The standard features with amounts in one currency.
     *
     * @param currency the currency of all amounts
     * @param rates converts other currencies to it
     * @return the features
     */
    public static StandardFeatures of(Currency currency, ExchangeRates rates) {
        return new StandardFeatures(currency, rates);
    }

    /** {@return an extractor of all of them} */
    public FeatureExtractor all() {
        return FeatureExtractor.all(new ArrayList<>(extractors.values()));
    }

    /**
     * An extractor of some dimensions.
     *
     * @param dimensions which ones
     * @return the extractor, its features in the order in which {@link Dimension} lists the dimensions
     */
    public FeatureExtractor of(Set<Dimension> dimensions) {
        List<FeatureExtractor> chosen = new ArrayList<>();
        extractors.forEach((dimension, extractor) -> {
            if (dimensions.contains(dimension)) {
                chosen.add(extractor);
            }
        });
        return FeatureExtractor.all(chosen);
    }

    /**
     * The behaviour features of a state that is kept up to date event by event: the same values to the last bit as
     * {@link #of(Set) of}({@link Dimension#BEHAVIOUR}) reads from the history of the same events.
     *
     * @param state the state
     * @return its features, to be read by {@link io.lendcrm.core.feature.FeatureReader}
     */
    public RunningFeatures running(BehaviourState state) {
        return new RunningBehaviour(requireNonNull(state, "state"), behaviour, currency, rates);
    }
}
