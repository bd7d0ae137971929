package io.lendcrm.scoring.value.profit;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.time.Horizon;

/**
 * A line drawn and paid back at will: a part of the limit is drawn on average, and borrowers on their way to default draw
 * a part of the rest, the credit conversion factor (CCF). Exposure at default is limit · (u + CCF (1 − u)). Early
 * repayment means that the line is cancelled. Immutable and thread-safe.
 *
 * @param limit how much may be drawn, at least 0
 * @param utilisation the part of it that is drawn, within [0, 1]
 * @param conversionFactor the part of the undrawn that is drawn before a default, within [0, 1]
 * @param yearlyRate the nominal rate on what is drawn, a fraction a year
 * @param commitmentRate the fee on what isn't drawn, a fraction a year
 * @param period how long a period takes, above 0
 * @param periods how many are left, at least 1
 */
public record RevolvingLine(
        double limit,
        double utilisation,
        double conversionFactor,
        double yearlyRate,
        double commitmentRate,
        Horizon period,
        int periods)
        implements LoanContract {

    public RevolvingLine {
        Check.amount(limit, "limit");
        Check.fraction(utilisation, "utilisation");
        Check.fraction(conversionFactor, "conversionFactor");
        Check.finite(yearlyRate, "yearlyRate");
        Check.finite(commitmentRate, "commitmentRate");
        requireNonNull(period, "period");
        Check.years(period);
        Check.periods(periods);
    }

    @Override
    public Kind kind() {
        return Kind.REVOLVING_LINE;
    }

    @Override
    public ExposurePath exposures() {
        double drawn = limit * utilisation;
        double undrawn = limit * (1 - utilisation);
        return ExposurePath.of(period, yearlyRate, Check.filled(drawn, periods))
                .withExposureAtDefault(Check.filled(drawn + conversionFactor * undrawn, periods))
                .withFees(Check.filled(undrawn * commitmentRate * Check.years(period), periods));
    }
}
