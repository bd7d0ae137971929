package io.lendcrm.core.client;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.money.Money;
import io.lendcrm.core.privacy.Classified;
import io.lendcrm.core.privacy.DataClass;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The trade of a person who trades in the own name (个体工商户). Immutable and thread-safe.
 *
 * @param tradeName the name over the door; null if unknown
 * @param registrationId the number in the register of trades; null if unknown
 * @param startedOn the day trading began; null if unknown
 * @param industry what the trade is; null if unknown
 * @param employees people employed besides the trader, not negative; null if unknown
 * @param yearlyTurnover sales a year, not negative; null if unknown
 */
public record SoleTrade(
        @Classified(DataClass.IDENTIFIER) @Nullable String tradeName,
        @Classified(DataClass.IDENTIFIER) @Nullable String registrationId,
        @Classified(DataClass.ORDINARY) @Nullable LocalDate startedOn,
        @Classified(DataClass.ORDINARY) @Nullable Industry industry,
        @Classified(DataClass.ORDINARY) @Nullable Integer employees,
        @Classified(DataClass.SENSITIVE) @Nullable Money yearlyTurnover) {

    public SoleTrade {
        if (employees != null && employees < 0) {
            throw new IllegalArgumentException("employees must be at least 0, found " + employees);
        }
        if (yearlyTurnover != null && yearlyTurnover.isNegative()) {
            throw new IllegalArgumentException("yearlyTurnover must not be negative");
        }
    }

    /**
     * A trade of which only the industry is known.
     *
     * @param industry what the trade is
     * @return the trade
     */
    public static SoleTrade of(Industry industry) {
        return new SoleTrade(null, null, null, requireNonNull(industry, "industry"), null, null);
    }

    /** {@return the industry, without names and amounts} */
    @Override
    public String toString() {
        return "SoleTrade[" + (industry == null ? "unknown" : industry) + "]";
    }
}
