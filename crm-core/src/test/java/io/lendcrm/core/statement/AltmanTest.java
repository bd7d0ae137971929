package io.lendcrm.core.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Altman's scores against numbers computed apart from this library; the file names their source. */
class AltmanTest {

    @ParameterizedTest
    @CsvFileSource(resources = "altman.csv", numLinesToSkip = 2)
    void scoresAndZonesMatchTheReference(ArgumentsAccessor row) {
        FinancialStatement statement = Statements.year(
                "CURRENT_ASSETS=" + row.getString(1),
                "CURRENT_LIABILITIES=" + row.getString(2),
                "TOTAL_ASSETS=" + row.getString(3),
                "RETAINED_EARNINGS=" + row.getString(4),
                "OPERATING_PROFIT=" + row.getString(5),
                "EQUITY=" + row.getString(6),
                "TOTAL_LIABILITIES=" + row.getString(7),
                "REVENUE=" + row.getString(8));

        double doublePrime = score(Ratio.ALTMAN_Z_DOUBLE_PRIME, statement);
        double prime = score(Ratio.ALTMAN_Z_PRIME, statement);

        assertThat(doublePrime).isCloseTo(row.getDouble(14), within(1e-12));
        assertThat(score(Ratio.ALTMAN_Z_EMERGING, statement)).isCloseTo(row.getDouble(15), within(1e-12));
        assertThat(AltmanZone.ofDoublePrime(doublePrime)).isEqualTo(zone(row.getString(16)));
        assertThat(prime).isCloseTo(row.getDouble(17), within(1e-12));
        assertThat(AltmanZone.ofPrime(prime)).isEqualTo(zone(row.getString(18)));
    }

    @Test
    void theBoundsOfAZoneAreGrey() {
        assertThat(AltmanZone.ofDoublePrime(1.1)).isEqualTo(AltmanZone.GREY);
        assertThat(AltmanZone.ofDoublePrime(Math.nextDown(1.1))).isEqualTo(AltmanZone.DISTRESS);
        assertThat(AltmanZone.ofDoublePrime(2.6)).isEqualTo(AltmanZone.GREY);
        assertThat(AltmanZone.ofDoublePrime(Math.nextUp(2.6))).isEqualTo(AltmanZone.SAFE);
        assertThatThrownBy(() -> AltmanZone.ofPrime(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void doublePrimeNeedsNoSalesAndPrimeDoes() {
        FinancialStatement noSales = Statements.year(
                "CURRENT_ASSETS=480",
                "CURRENT_LIABILITIES=260",
                "TOTAL_ASSETS=1000",
                "RETAINED_EARNINGS=310",
                "OPERATING_PROFIT=125",
                "EQUITY=520",
                "TOTAL_LIABILITIES=480");

        assertThat(Ratio.ALTMAN_Z_DOUBLE_PRIME.of(noSales).kind()).isEqualTo(RatioValue.Kind.DEFINED);
        assertThat(Ratio.ALTMAN_Z_PRIME.of(noSales))
                .isEqualTo(RatioValue.undefined(RatioValue.Reason.MISSING, "revenue"));
    }

    private static double score(Ratio ratio, FinancialStatement statement) {
        return ratio.of(statement).asDouble().orElseThrow();
    }

    private static AltmanZone zone(String name) {
        return AltmanZone.valueOf(name.toUpperCase(Locale.ROOT));
    }
}
