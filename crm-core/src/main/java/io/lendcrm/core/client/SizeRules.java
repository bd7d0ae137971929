package io.lendcrm.core.client;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.money.ExchangeRates;
import io.lendcrm.core.money.Money;
import io.lendcrm.core.privacy.Classified;
import io.lendcrm.core.privacy.DataClass;
import io.lendcrm.core.time.AsOf;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Rules that put firms into size bands, as data. Each row covers some industries and says what it takes to be more than
 * {@link SizeBand#MICRO}. Every condition is a lower bound, so more employees, sales or assets never give a smaller
 * band. Where a figure is unknown, the band is found if the figure can't matter.
 *
 * <p>A firm is judged by its own figures; where a standard counts partners and linked firms in, add them up first.
 * Immutable and thread-safe.
 *
 * @param name the standard's name
 * @param currency the currency of the bounds
 * @param rows the rows
 */
public record SizeRules(
        @Classified(DataClass.ORDINARY) String name,
        @Classified(DataClass.ORDINARY) Currency currency,
        @Classified(DataClass.ORDINARY) List<Row> rows) {

    /** What is measured of a firm. */
    public enum Measure {
        /** People employed. */
        EMPLOYEES,
        /** Sales a year. */
        TURNOVER,
        /** Total assets. */
        ASSETS;

        /** {@return the name in lower case, as {@link FirmSize.Unknown} tells it} */
        String label() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * A lower bound.
     *
     * @param measure what is measured
     * @param bound the bound, in people or in major units of the rules' currency
     * @param included whether the bound itself is enough
     */
    public record Bound(
            @Classified(DataClass.ORDINARY) Measure measure,
            @Classified(DataClass.ORDINARY) BigDecimal bound,
            @Classified(DataClass.ORDINARY) boolean included) {
        public Bound {
            requireNonNull(measure, "measure");
            requireNonNull(bound, "bound");
        }

        private boolean isReached(BigDecimal value) {
            int order = value.compareTo(bound);
            return included ? order >= 0 : order > 0;
        }
    }

    /**
     * What it takes to be at least of a band.
     *
     * @param band the band
     * @param anyOf alternatives, of which one is enough; each is a list of bounds that are all needed
     */
    public record Floor(
            @Classified(DataClass.ORDINARY) SizeBand band,
            @Classified(DataClass.ORDINARY) List<List<Bound>> anyOf) {
        public Floor {
            requireNonNull(band, "band");
            anyOf = anyOf.stream().map(List::copyOf).toList();
        }

        private boolean isReached(Map<Measure, BigDecimal> values) {
            return anyOf.stream()
                    .anyMatch(all ->
                            all.stream().allMatch(b -> b.isReached(values.getOrDefault(b.measure(), BigDecimal.ZERO))));
        }
    }

    /**
     * The rule for some industries.
     *
     * @param id the row's name
     * @param scheme the scheme of the codes; null for a row that covers every firm
     * @param codes the codes whose industries it covers, the longest code of all rows winning
     * @param floors what the bands above micro take
     */
    public record Row(
            @Classified(DataClass.ORDINARY) String id,
            @Classified(DataClass.ORDINARY) @Nullable IndustryScheme scheme,
            @Classified(DataClass.ORDINARY) List<String> codes,
            @Classified(DataClass.ORDINARY) List<Floor> floors) {
        public Row {
            requireNonNull(id, "id");
            codes = List.copyOf(codes);
            floors = List.copyOf(floors);
        }

        /** How well a row fits an industry: the digits of the code that covers it; -1 if none does. */
        private int fit(@Nullable Industry industry) {
            if (scheme == null) {
                return 0;
            }
            if (industry == null || !industry.scheme().equals(scheme.name())) {
                return -1;
            }
            int best = -1;
            for (String code : codes) {
                Optional<String> broader = scheme.rollUp(industry.code(), scheme.levelOf(code));
                if (broader.isPresent() && broader.get().equals(scheme.canonical(code))) {
                    best = Math.max(best, code.length());
                }
            }
            return best;
        }

        private boolean uses(Measure measure) {
            return floors.stream()
                    .flatMap(floor -> floor.anyOf().stream())
                    .flatMap(List::stream)
                    .anyMatch(bound -> bound.measure() == measure);
        }

        private SizeBand band(Map<Measure, BigDecimal> values) {
            SizeBand highest = SizeBand.MICRO;
            for (Floor floor : floors) {
                if (floor.band().compareTo(highest) > 0 && floor.isReached(values)) {
                    highest = floor.band();
                }
            }
            return highest;
        }
    }

    public SizeRules {
        requireNonNull(name, "name");
        requireNonNull(currency, "currency");
        rows = List.copyOf(rows);
    }

    /**
     * The definition of the European Union: Commission Recommendation 2003/361/EC, annex, art. 2. Medium-sized: fewer
     * than 250 people, and a turnover of at most 50 or a balance sheet of at most 43 million euros; small: fewer than
     * 50, and at most 10 million of either; micro: fewer than 10, and at most 2 million of either.
     *
     * @return the rules
     */
    public static SizeRules europeanUnion() {
        return SizeStandards.europeanUnion();
    }

    /**
     * The Chinese standard of 2011 (中小企业划型标准规定, 工信部联企业〔2011〕300号, art. 4), in force for all sixteen
     * of its industries; their codes are those of GB/T 4754-2017. Not covered, as in the standard: railways, finance,
     * education, health care, public administration, and letting one's own property.
     *
     * @return the rules
     */
    public static SizeRules china() {
        return SizeStandards.china();
    }

    /**
     * The band of an organisation whose amounts are in any currency.
     *
     * @param firm the organisation
     * @param rates to convert its amounts
     * @param asOf the point in time of the conversion
     * @return the band, or what is missing to find it
     */
    public FirmSize sizeOf(Organisation firm, ExchangeRates rates, AsOf asOf) {
        Map<Measure, BigDecimal> known = new EnumMap<>(Measure.class);
        Set<String> noRate = new TreeSet<>();
        if (firm.employees() != null) {
            known.put(Measure.EMPLOYEES, BigDecimal.valueOf(firm.employees()));
        }
        put(Measure.TURNOVER, firm.yearlyTurnover(), rates, asOf, known, noRate);
        put(Measure.ASSETS, firm.totalAssets(), rates, asOf, known, noRate);
        FirmSize size = sizeOf(firm.industry(), known);
        if (size instanceof FirmSize.Unknown unknown && !noRate.isEmpty()) {
            noRate.addAll(unknown.missing());
            return new FirmSize.Unknown(noRate);
        }
        return size;
    }

    /**
     * The band of a firm of which some figures are known.
     *
     * @param industry what it does; null if unknown
     * @param known the figures known, not negative, amounts in major units of the rules' currency
     * @return the band, or what is missing to find it
     * @throws IllegalArgumentException if a figure is negative
     */
    public FirmSize sizeOf(@Nullable Industry industry, Map<Measure, BigDecimal> known) {
        known.forEach((measure, value) -> {
            if (value.signum() < 0) {
                throw new IllegalArgumentException(measure.label() + " must not be negative, found " + value);
            }
        });
        Row covering = null;
        int best = -1;
        for (Row row : rows) {
            int fit = row.fit(industry);
            if (fit > best) {
                best = fit;
                covering = row;
            }
        }
        if (covering == null) {
            return new FirmSize.Unknown(Set.of("industry"));
        }
        SizeBand least = covering.band(filled(known, BigDecimal.ZERO));
        if (least == covering.band(filled(known, BEYOND_ALL))) {
            return new FirmSize.Banded(least, name + ": " + covering.id());
        }
        Set<String> missing = new TreeSet<>();
        for (Measure measure : Measure.values()) {
            if (!known.containsKey(measure) && covering.uses(measure)) {
                missing.add(measure.label());
            }
        }
        return new FirmSize.Unknown(missing);
    }

    private static final BigDecimal BEYOND_ALL = new BigDecimal("1e30");

    private static Map<Measure, BigDecimal> filled(Map<Measure, BigDecimal> known, BigDecimal unknown) {
        Map<Measure, BigDecimal> all = new EnumMap<>(Measure.class);
        for (Measure measure : Measure.values()) {
            all.put(measure, known.getOrDefault(measure, unknown));
        }
        return all;
    }

    private void put(
            Measure measure,
            @Nullable Money amount,
            ExchangeRates rates,
            AsOf asOf,
            Map<Measure, BigDecimal> known,
            Set<String> noRate) {
        if (amount != null) {
            Optional<Money> converted = rates.convert(amount, currency, asOf);
            if (converted.isPresent()) {
                known.put(measure, converted.get().amount());
            } else {
                noRate.add("rate " + amount.currency());
            }
        }
    }
}
