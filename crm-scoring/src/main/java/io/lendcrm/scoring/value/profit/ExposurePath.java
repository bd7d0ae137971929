package io.lendcrm.scoring.value.profit;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.credit.Facility;
import io.lendcrm.core.credit.Instalment;
import io.lendcrm.core.time.Horizon;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a contract brings and puts at risk, period by period, as long as the borrower pays as agreed: the drawn amount on
 * which interest runs, the exposure if the borrower defaults, the interest rate and the fees. Amounts are those of the
 * beginning of a period; interest and fees come at its end. All amounts are in one currency. Immutable and thread-safe.
 */
public final class ExposurePath {

    private final Horizon period;
    private final double[] drawn;
    private final double[] atDefault;
    private final double[] rates;
    private final double[] fees;
    private final double upfrontFee;

    private ExposurePath(
            Horizon period, double[] drawn, double[] atDefault, double[] rates, double[] fees, double upfrontFee) {
        this.period = period;
        this.drawn = drawn;
        this.atDefault = atDefault;
        this.rates = rates;
        this.fees = fees;
        this.upfrontFee = upfrontFee;
    }

    /**
     * A path of drawn amounts, with no fees and an exposure at default of what is drawn.
     *
     * @param period how long a period takes, above 0
     * @param yearlyRate the nominal interest rate, a fraction a year; finite
     * @param drawn what is drawn at the beginning of each period, at least 0; at least one period
     * @return the path
     */
    public static ExposurePath of(Horizon period, double yearlyRate, double... drawn) {
        requireNonNull(period, "period");
        Check.years(period);
        int n = Check.periods(drawn.length);
        double[] amounts = Check.amounts(drawn, n, "drawn");
        double[] rates = Check.filled(Check.finite(yearlyRate, "yearlyRate"), n);
        return new ExposurePath(period, amounts, amounts, rates, new double[n], 0);
    }

    /**
     * What a loan's plan leaves open from a day on, in months: at the beginning of each month the principal of the
     * instalments that are due later. Instalments that were due are taken for paid, and the rate for the one to the end.
     *
     * @param facility a contract with a plan
     * @param day the day of the value
     * @return the path, one month for each until the last instalment, or empty if none is due after the day
     * @throws IllegalArgumentException if a principal is negative or the last instalment is too far ahead
     */
    public static Optional<ExposurePath> from(Facility facility, LocalDate day) {
        List<Instalment> open = facility.plan().stream()
                .filter(instalment -> instalment.dueOn().isAfter(day))
                .sorted(Comparator.comparing(Instalment::dueOn))
                .toList();
        if (open.isEmpty()) {
            return Optional.empty();
        }
        int months = Check.periods(monthsUntil(day, open.get(open.size() - 1).dueOn()));
        double[] owed = new double[months];
        for (Instalment instalment : open) {
            double principal = instalment.principal().toDouble();
            for (int t = 0; t < monthsUntil(day, instalment.dueOn()); t++) {
                owed[t] += principal;
            }
        }
        return Optional.of(of(Horizon.months(1), facility.rate().toDouble(), owed));
    }

    /** How many months begin before a later day, the first one on the day itself. */
    private static int monthsUntil(LocalDate day, LocalDate later) {
        long whole = ChronoUnit.MONTHS.between(day, later);
        return Math.toIntExact(day.plusMonths(whole).isBefore(later) ? whole + 1 : whole);
    }

    /**
     * With another exposure at default than what is drawn.
     *
     * @param byPeriod the amount owed at a default in each period, at least 0
     * @return the changed path
     */
    public ExposurePath withExposureAtDefault(double... byPeriod) {
        return new ExposurePath(
                period, drawn, Check.amounts(byPeriod, periods(), "exposureAtDefault"), rates, fees, upfrontFee);
    }

    /**
     * With a rate for each period.
     *
     * @param yearlyByPeriod the nominal rates, fractions a year
     * @return the changed path
     */
    public ExposurePath withRates(double... yearlyByPeriod) {
        return new ExposurePath(
                period, drawn, atDefault, Check.finites(yearlyByPeriod, periods(), "rates"), fees, upfrontFee);
    }

    /**
     * With fees at the end of each period, paid by who hasn't defaulted in it.
     *
     * @param byPeriod the amounts, finite
     * @return the changed path
     */
    public ExposurePath withFees(double... byPeriod) {
        return new ExposurePath(
                period, drawn, atDefault, rates, Check.finites(byPeriod, periods(), "fees"), upfrontFee);
    }

    /**
     * With a fee now.
     *
     * @param amount the amount, finite; negative for a cost such as a broker's
     * @return the changed path
     */
    public ExposurePath withUpfrontFee(double amount) {
        return new ExposurePath(period, drawn, atDefault, rates, fees, Check.finite(amount, "upfrontFee"));
    }

    /** {@return how long a period takes} */
    public Horizon period() {
        return period;
    }

    /** {@return how many periods there are} */
    public int periods() {
        return drawn.length;
    }

    /**
     * What is drawn over a period.
     *
     * @param number the period from 1; one after the last is 0
     * @return the amount
     */
    public double drawn(int number) {
        return number == drawn.length + 1 ? 0 : drawn[number - 1];
    }

    /**
     * What is owed at a default in a period.
     *
     * @param number the period from 1
     * @return the amount
     */
    public double atDefault(int number) {
        return atDefault[number - 1];
    }

    /**
     * The nominal interest rate in a period.
     *
     * @param number the period from 1
     * @return the fraction a year
     */
    public double rate(int number) {
        return rates[number - 1];
    }

    /**
     * The fees at the end of a period.
     *
     * @param number the period from 1
     * @return the amount
     */
    public double fees(int number) {
        return fees[number - 1];
    }

    /** {@return the fee now} */
    public double upfrontFee() {
        return upfrontFee;
    }

    /** {@return the number of periods and what is drawn at first} */
    @Override
    public String toString() {
        return "ExposurePath[" + periods() + " of " + period.length() + " " + period.unit() + ", drawn " + drawn[0]
                + "]";
    }
}
