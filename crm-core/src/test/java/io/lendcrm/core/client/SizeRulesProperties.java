package io.lendcrm.core.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.lendcrm.core.client.SizeRules.Measure;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

class SizeRulesProperties {

    @Property
    void moreOfAnythingNeverGivesASmallerBand(
            @ForAll("rows") SizeRules rules,
            @ForAll("industries") Industry industry,
            @ForAll @LongRange(max = 3_000) long employees,
            @ForAll("amounts") long turnover,
            @ForAll("amounts") long assets,
            @ForAll Measure grown,
            @ForAll("amounts") long by) {
        Map<Measure, BigDecimal> before = figures(employees, turnover, assets);
        Map<Measure, BigDecimal> after = new EnumMap<>(before);
        after.merge(grown, BigDecimal.valueOf(by), BigDecimal::add);

        assertThat(band(rules, industry, after)).isGreaterThanOrEqualTo(band(rules, industry, before));
    }

    /** A band told with a figure unknown is the band whatever the figure turns out to be. */
    @Property
    void aBandFoundWithoutAFigureHoldsForEveryValueOfIt(
            @ForAll("rows") SizeRules rules,
            @ForAll("industries") Industry industry,
            @ForAll @LongRange(max = 3_000) long employees,
            @ForAll("amounts") long turnover,
            @ForAll("amounts") long assets,
            @ForAll Measure unknown) {
        Map<Measure, BigDecimal> all = figures(employees, turnover, assets);
        Map<Measure, BigDecimal> some = new EnumMap<>(all);
        some.remove(unknown);

        if (rules.sizeOf(industry, some) instanceof FirmSize.Banded found) {
            assertThat(band(rules, industry, all)).isEqualTo(found.band());
        } else {
            assertThat(rules.sizeOf(industry, some)).isEqualTo(new FirmSize.Unknown(java.util.Set.of(unknown.label())));
        }
    }

    @Provide
    Arbitrary<SizeRules> rows() {
        return Arbitraries.of(SizeRules.china(), SizeRules.europeanUnion());
    }

    @Provide
    Arbitrary<Industry> industries() {
        return Arbitraries.of(
                        "0111", "1440", "4710", "5111", "5211", "5411", "5920", "6010", "6110", "6210", "6311", "6510",
                        "7010", "7020", "7211", "7310")
                .map(code -> new Industry("GB/T 4754", code));
    }

    @Provide
    Arbitrary<Long> amounts() {
        return Arbitraries.longs().between(0, 3_000_000_000L);
    }

    private static SizeBand band(SizeRules rules, Industry industry, Map<Measure, BigDecimal> figures) {
        return ((FirmSize.Banded) rules.sizeOf(industry, figures)).band();
    }

    private static Map<Measure, BigDecimal> figures(long employees, long turnover, long assets) {
        Map<Measure, BigDecimal> figures = new EnumMap<>(Measure.class);
        figures.put(Measure.EMPLOYEES, BigDecimal.valueOf(employees));
        figures.put(Measure.TURNOVER, BigDecimal.valueOf(turnover));
        figures.put(Measure.ASSETS, BigDecimal.valueOf(assets));
        return figures;
    }
}
