package io.lendcrm.core.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.client.SizeRules.Measure;
import io.lendcrm.core.money.ExchangeRates;
import io.lendcrm.core.money.Money;
import io.lendcrm.core.time.AsOf;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizeRulesTest {

    private static final LocalDate DAY = LocalDate.of(2024, 6, 30);
    private static final AsOf AS_OF = AsOf.endOf(DAY, ZoneOffset.UTC);
    private static final ExchangeRates NO_RATES = (from, to, asOf) -> Optional.empty();

    /** Recommendation 2003/361/EC, annex, article 2; turnover and assets in euros. */
    @ParameterizedTest
    @CsvSource({
        "9, 2000000, 9999999999, MICRO",
        "9, 9999999999, 2000000, MICRO",
        "9, 2000001, 2000001, SMALL",
        "10, 0, 0, SMALL",
        "49, 10000000, 9999999999, SMALL",
        "49, 9999999999, 10000000, SMALL",
        "49, 10000001, 10000001, MEDIUM",
        "50, 0, 0, MEDIUM",
        "249, 50000000, 9999999999, MEDIUM",
        "249, 9999999999, 43000000, MEDIUM",
        "249, 50000001, 43000001, LARGE",
        "250, 0, 0, LARGE",
    })
    void europeanBoundaries(long employees, long turnover, long assets, SizeBand expected) {
        assertThat(SizeRules.europeanUnion().sizeOf(null, figures(employees, turnover, assets)))
                .isEqualTo(new FirmSize.Banded(expected, "2003/361/EC: all industries"));
    }

    /**
     * 工信部联企业〔2011〕300号, article 4: for each industry what is just enough for a band, and one less of either.
     * Columns: code; employees; turnover and assets in 万元.
     */
    @ParameterizedTest
    @CsvSource({
        // agriculture looks at turnover alone
        "A0111, 0, 49, 0, MICRO",
        "A0111, 0, 50, 0, SMALL",
        "A0111, 0, 500, 0, MEDIUM",
        "A0111, 9999, 19999, 99999, MEDIUM",
        "A0111, 0, 20000, 0, LARGE",
        // industry
        "C1440, 20, 300, 0, SMALL",
        "C1440, 19, 999999, 0, MICRO",
        "C1440, 9999, 299, 0, MICRO",
        "C1440, 300, 2000, 0, MEDIUM",
        "C1440, 299, 2000, 0, SMALL",
        "C1440, 300, 1999, 0, SMALL",
        "C1440, 1000, 40000, 0, LARGE",
        "C1440, 999, 40000, 0, MEDIUM",
        "B0610, 1000, 39999, 0, MEDIUM",
        "D4411, 1000, 40000, 0, LARGE",
        // construction: turnover and assets
        "E4710, 0, 300, 300, SMALL",
        "E4710, 0, 299, 99999, MICRO",
        "E4710, 0, 6000, 5000, MEDIUM",
        "E4710, 0, 6000, 4999, SMALL",
        "E4710, 0, 80000, 80000, LARGE",
        "E4710, 0, 80000, 79999, MEDIUM",
        // wholesale and retail
        "F5111, 5, 1000, 0, SMALL",
        "F5111, 20, 5000, 0, MEDIUM",
        "F5111, 200, 40000, 0, LARGE",
        "F5111, 199, 40000, 0, MEDIUM",
        "F5211, 10, 100, 0, SMALL",
        "F5211, 50, 500, 0, MEDIUM",
        "F5211, 300, 20000, 0, LARGE",
        "F5211, 9, 20000, 0, MICRO",
        // transport; loading and unloading (591) is transport, the rest of 59 storage
        "G5411, 20, 200, 0, SMALL",
        "G5411, 300, 3000, 0, MEDIUM",
        "G5411, 1000, 30000, 0, LARGE",
        "G5910, 299, 30000, 0, SMALL",
        "G5920, 299, 30000, 0, LARGE",
        "G5990, 20, 100, 0, SMALL",
        "G5990, 100, 1000, 0, MEDIUM",
        "G5990, 200, 29999, 0, MEDIUM",
        "G6010, 20, 100, 0, SMALL",
        "G6010, 300, 2000, 0, MEDIUM",
        "G6010, 1000, 30000, 0, LARGE",
        // hotels and restaurants
        "H6110, 10, 100, 0, SMALL",
        "H6210, 100, 2000, 0, MEDIUM",
        "H6210, 300, 10000, 0, LARGE",
        // telecommunication and software
        "I6311, 2000, 100000, 0, LARGE",
        "I6311, 1999, 100000, 0, MEDIUM",
        "I6420, 10, 100, 0, SMALL",
        "I6420, 10, 99, 0, MICRO",
        "I6510, 10, 50, 0, SMALL",
        "I6510, 100, 1000, 0, MEDIUM",
        "I6510, 300, 10000, 0, LARGE",
        // property
        "K7010, 0, 100, 2000, SMALL",
        "K7010, 0, 1000, 5000, MEDIUM",
        "K7010, 0, 200000, 10000, LARGE",
        "K7010, 0, 199999, 10000, MEDIUM",
        "K7020, 100, 500, 0, SMALL",
        "K7020, 300, 1000, 0, MEDIUM",
        "K7020, 1000, 5000, 0, LARGE",
        // leasing and business services: employees and assets
        "L7211, 10, 0, 100, SMALL",
        "L7211, 100, 0, 8000, MEDIUM",
        "L7211, 300, 0, 120000, LARGE",
        "L7211, 300, 0, 119999, MEDIUM",
        // all others: employees alone
        "M7310, 9, 99999, 99999, MICRO",
        "M7310, 10, 0, 0, SMALL",
        "R8610, 100, 0, 0, MEDIUM",
        "O8010, 300, 0, 0, LARGE",
    })
    void chineseBoundaries(String code, long employees, long turnover, long assets, SizeBand expected) {
        assertThat(band(code, figures(employees, turnover * 10_000, assets * 10_000)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"J6621", "P8321", "Q8411", "S9221", "T9700", "G5311", "K7040", "G", "F"})
    void industriesThatTheChineseStandardLeavesOutHaveNoBand(String code) {
        assertThat(SizeRules.china().sizeOf(new Industry("GB/T 4754", code), figures(10, 10, 10)))
                .isEqualTo(new FirmSize.Unknown(Set.of("industry")));
    }

    @Test
    void aCodeOfAnotherSchemeHasNoBand() {
        assertThat(SizeRules.china().sizeOf(new Industry("NACE", "10.51"), figures(10, 10, 10)))
                .isEqualTo(new FirmSize.Unknown(Set.of("industry")));
        assertThat(SizeRules.china().sizeOf(null, figures(10, 10, 10)))
                .isEqualTo(new FirmSize.Unknown(Set.of("industry")));
    }

    @Test
    void anUnknownFigureMattersOnlyIfItCould() {
        SizeRules european = SizeRules.europeanUnion();

        assertThat(european.sizeOf(null, Map.of(Measure.EMPLOYEES, BigDecimal.valueOf(250))))
                .isEqualTo(new FirmSize.Banded(SizeBand.LARGE, "2003/361/EC: all industries"));
        assertThat(european.sizeOf(
                        null,
                        Map.of(
                                Measure.EMPLOYEES,
                                BigDecimal.valueOf(9),
                                Measure.TURNOVER,
                                BigDecimal.valueOf(2000000))))
                .isEqualTo(new FirmSize.Banded(SizeBand.MICRO, "2003/361/EC: all industries"));
        assertThat(european.sizeOf(null, Map.of(Measure.EMPLOYEES, BigDecimal.valueOf(9))))
                .isEqualTo(new FirmSize.Unknown(Set.of("turnover", "assets")));
        assertThat(SizeRules.china()
                        .sizeOf(new Industry("GB/T 4754", "1440"), Map.of(Measure.EMPLOYEES, BigDecimal.valueOf(19))))
                .isEqualTo(new FirmSize.Banded(SizeBand.MICRO, "工信部联企业〔2011〕300号: industry 工业"));
    }

    @Test
    void anOrganisationsAmountsAreConverted() {
        Organisation firm = Organisation.builder()
                .id(ClientId.of("c-1"))
                .relationship(Relationship.since(DAY))
                .type(Organisation.Type.ENTERPRISE)
                .employees(40)
                .yearlyTurnover(Money.parse("80000000", "CNY"))
                .totalAssets(Money.parse("80000001", "CNY"))
                .build();
        ExchangeRates eight = (from, to, asOf) -> Optional.of(new BigDecimal("0.125"));

        assertThat(SizeRules.europeanUnion().sizeOf(firm, eight, AS_OF))
                .isEqualTo(new FirmSize.Banded(SizeBand.SMALL, "2003/361/EC: all industries"));
        assertThat(SizeRules.europeanUnion().sizeOf(firm, NO_RATES, AS_OF))
                .isEqualTo(new FirmSize.Unknown(Set.of("rate CNY", "turnover", "assets")));
    }

    @Test
    void negativeFiguresAreRefused() {
        assertThatThrownBy(() -> SizeRules.europeanUnion().sizeOf(null, figures(-1, 0, 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("employees must not be negative, found -1");
    }

    private static SizeBand band(String code, Map<Measure, BigDecimal> figures) {
        return ((FirmSize.Banded) SizeRules.china().sizeOf(new Industry("GB/T 4754", code), figures)).band();
    }

    private static Map<Measure, BigDecimal> figures(long employees, long turnover, long assets) {
        Map<Measure, BigDecimal> figures = new EnumMap<>(Measure.class);
        figures.put(Measure.EMPLOYEES, BigDecimal.valueOf(employees));
        figures.put(Measure.TURNOVER, BigDecimal.valueOf(turnover));
        figures.put(Measure.ASSETS, BigDecimal.valueOf(assets));
        return figures;
    }
}
