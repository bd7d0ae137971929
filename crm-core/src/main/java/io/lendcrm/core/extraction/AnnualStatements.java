package io.lendcrm.core.extraction;

import io.lendcrm.core.statement.FinancialStatement;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The last annual statement and the one a year before it, of the group where there is one, else of the firm alone.
 *
 * @param last the statement of a year that ended last; of two that ended on one day the consolidated one
 * @param before the one of the same basis whose year ended about a year earlier
 */
record AnnualStatements(Optional<FinancialStatement> last, Optional<FinancialStatement> before) {

    /** A year may be a few days longer or shorter, such as one of 52 or 53 weeks. */
    private static final long YEAR = 365;

    private static final long TOLERANCE = 15;

    static AnnualStatements of(List<FinancialStatement> statements) {
        Optional<FinancialStatement> last = statements.stream()
                .filter(s -> isYear(ChronoUnit.DAYS.between(s.from(), s.until()) + 1))
                .max(Comparator.comparing(FinancialStatement::until).thenComparing(FinancialStatement::basis));
        Optional<FinancialStatement> before = last.flatMap(l -> statements.stream()
                .filter(s -> s.basis() == l.basis()
                        && isYear(ChronoUnit.DAYS.between(s.from(), s.until()) + 1)
                        && isYear(ChronoUnit.DAYS.between(s.until(), l.until())))
                .max(Comparator.comparing(FinancialStatement::until)));
        return new AnnualStatements(last, before);
    }

    private static boolean isYear(long days) {
        return Math.abs(days - YEAR) <= TOLERANCE;
    }
}
