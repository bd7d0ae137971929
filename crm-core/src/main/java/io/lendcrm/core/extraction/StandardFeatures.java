package io.lendcrm.core.extraction;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.client.IndustryScheme;
import io.lendcrm.core.client.SizeRules;
import io.lendcrm.core.feature.Dimension;
import io.lendcrm.core.feature.FeatureExtractor;
import io.lendcrm.core.feature.RunningFeatures;
import io.lendcrm.core.history.ClientHistory;
import io.lendcrm.core.money.ExchangeRates;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * The features that lenders look at, by dimension: size and industry, finance and solvency, credit history, urgency, risk
 * capacity and willingness, and behaviour. Each is documented in its {@link io.lendcrm.core.feature.Feature} with unit,
 * formula and the fields it reads.
 *
 * <p>Money of all currencies is converted to one at the rates known at the point in time. Where a rate is lacking, the
 * amount is missing and a feature whose name ends in {@code unconverted} or {@code unconverted_12m} counts how many
 * amounts couldn't be converted. Immutable and thread-safe, as far as the exchange rates are.
 */
public final class StandardFeatures {

    private final Currency currency;
    private final ExchangeRates rates;
    private final IndustryScheme scheme;
    private final List<String> sections;
    private final SizeRules sizes;
    private final Definitions<Behaviour> behaviour;

    private StandardFeatures(
            Currency currency, ExchangeRates rates, IndustryScheme scheme, List<String> sections, SizeRules sizes) {
        this.currency = requireNonNull(currency, "currency");
        this.rates = requireNonNull(rates, "rates");
        this.scheme = requireNonNull(scheme, "scheme");
        this.sections = List.copyOf(sections);
        this.sizes = requireNonNull(sizes, "sizes");
        this.behaviour = Behaviour.definitions(currency);
    }

    /**
     * The standard features with amounts in one currency, industries of NACE and sizes by the definition of the European
     * Union.
     *
     * @param currency the currency of all amounts
     * @param rates converts other currencies to it
     * @return the features
     */
    public static StandardFeatures of(Currency currency, ExchangeRates rates) {
        return new StandardFeatures(currency, rates, IndustryScheme.NACE, letters(), SizeRules.europeanUnion());
    }

    /**
     * The same with industries of another scheme.
     *
     * @param newScheme the scheme
     * @param newSections the codes of its broadest level, in the order wanted
     * @return the features
     */
    public StandardFeatures withIndustries(IndustryScheme newScheme, List<String> newSections) {
        return new StandardFeatures(currency, rates, newScheme, newSections, sizes);
    }

    /**
     * The same with sizes by other rules.
     *
     * @param newSizes the rules
     * @return the features
     */
    public StandardFeatures withSizes(SizeRules newSizes) {
        return new StandardFeatures(currency, rates, scheme, sections, newSizes);
    }

    /** {@return an extractor of all of them, in the order in which {@link Dimension} lists the dimensions} */
    public FeatureExtractor all() {
        return of(EnumSet.allOf(Dimension.class));
    }

    /**
     * An extractor of some dimensions.
     *
     * @param dimensions which ones
     * @return the extractor, its features in the order in which {@link Dimension} lists the dimensions
     */
    public FeatureExtractor of(Set<Dimension> dimensions) {
        List<FeatureExtractor> chosen = new ArrayList<>();
        for (Dimension dimension : Dimension.values()) {
            if (dimensions.contains(dimension)) {
                chosen.addAll(extractors(dimension));
            }
        }
        return FeatureExtractor.all(chosen);
    }

    /**
     * An extractor of what is known of persons: age, household and income. They are sensitive, and a gate that refuses one
     * refuses the read, so they aren't among {@link #all()}.
     *
     * @return the extractor
     */
    public FeatureExtractor personal() {
        return extractor(PersonalTraits.definitions(currency), h -> PersonalTraits.of(h, currency, rates));
    }

    /**
     * An extractor of how closely a client keeps to this lender: breadth of products, share of wallet, renewals and
     * referrals. The share of wallet is sensitive, so that they aren't among {@link #all()}.
     *
     * @return the extractor
     */
    public FeatureExtractor loyalty() {
        return extractor(Loyalty.definitions(), h -> Loyalty.of(h, currency, rates));
    }

    /**
     * The behaviour features of a state that is kept up to date event by event: the same values to the last bit as
     * {@link #of(Set)} reads for {@link Dimension#BEHAVIOUR} from the history of the same events.
     *
     * @param state the state
     * @return its features, to be read by {@link io.lendcrm.core.feature.FeatureReader}
     */
    public RunningFeatures running(BehaviourState state) {
        return new RunningBehaviour(requireNonNull(state, "state"), behaviour, currency, rates);
    }

    private List<FeatureExtractor> extractors(Dimension dimension) {
        return switch (dimension) {
            case SIZE_AND_INDUSTRY ->
                List.of(extractor(
                        SizeAndIndustry.definitions(scheme, sections, sizes),
                        h -> SizeAndIndustry.of(h, scheme, sizes, rates)));
            case FINANCE_AND_SOLVENCY ->
                List.of(extractor(
                        FinanceAndSolvency.definitions(currency), h -> FinanceAndSolvency.of(h, currency, rates)));
            case CREDIT_HISTORY ->
                List.of(
                        extractor(CreditHistory.definitions(currency), h -> CreditHistory.of(h, currency, rates)),
                        extractor(BureauRecord.definitions(currency), h -> BureauRecord.of(h, currency, rates)));
            case URGENCY -> List.of(extractor(Urgency.definitions(), Urgency::of));
            case RISK_CAPACITY_AND_WILLINGNESS ->
                List.of(extractor(RiskCapacity.definitions(), h -> RiskCapacity.of(h, currency, rates)));
            case BEHAVIOUR -> List.of(extractor(behaviour, h -> Behaviour.of(h, currency, rates)));
        };
    }

    private static <V> FeatureExtractor extractor(Definitions<V> definitions, Function<ClientHistory, V> view) {
        return new DefinedExtractor<>(definitions, view);
    }

    /** The sections of NACE and ISIC, A to U. */
    private static List<String> letters() {
        return Arrays.asList("ABCDEFGHIJKLMNOPQRSTU".split(""));
    }
}
