package io.lendcrm.core.statement;

import io.lendcrm.core.ClientId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.EnumMap;
import java.util.Map;

/** Statements for tests, in 万元 unless told otherwise. */
final class Statements {

    static final LocalDate JANUARY = LocalDate.of(2023, 1, 1);
    static final LocalDate DECEMBER = LocalDate.of(2023, 12, 31);

    private Statements() {}

    /** A year's statement from pairs such as {@code "CASH=12.5", "REVENUE=100"}. */
    static FinancialStatement year(String... lines) {
        return of(JANUARY, DECEMBER, 10_000, lines);
    }

    static FinancialStatement of(LocalDate from, LocalDate until, int unit, String... lines) {
        Map<LineItem, BigDecimal> amounts = new EnumMap<>(LineItem.class);
        for (String line : lines) {
            String[] cells = line.split("=", 2);
            amounts.put(LineItem.valueOf(cells[0]), new BigDecimal(cells[1]));
        }
        return new FinancialStatement(
                ClientId.of("c-1"),
                from,
                until,
                FinancialStatement.Basis.SOLO,
                true,
                Currency.getInstance("CNY"),
                BigDecimal.valueOf(unit),
                amounts,
                Instant.EPOCH);
    }
}
