package io.lendcrm.scoring.value.profit;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.time.Horizon;
import java.util.List;

/**
 * A loan that builds something: drawn down step by step during construction, then paid back, after a grace period if the
 * repayment has one. Interest of the construction is paid, or added to what is owed (capitalised). What isn't drawn yet
 * costs a commitment fee, and a part of it, the credit conversion factor, would be drawn before a default. Immutable and
 * thread-safe.
 *
 * @param drawDowns what is drawn at the beginning of each construction period, amounts of at least 0; at least one
 * @param capitalised whether interest of the construction is added to what is owed
 * @param yearlyRate the nominal rate, a fraction a year
 * @param commitmentRate the fee on what isn't drawn yet, a fraction a year
 * @param conversionFactor the part of the undrawn that is drawn before a default, within [0, 1]
 * @param period how long a period takes, above 0
 * @param operatingPeriods how many periods follow the construction, the grace included, at least 1
 * @param repayment how it is paid back in them; its periods of interest alone are the grace
 * @param upfrontFee the fee now, finite
 */
public record ProjectLoan(
        List<Double> drawDowns,
        boolean capitalised,
        double yearlyRate,
        double commitmentRate,
        double conversionFactor,
        Horizon period,
        int operatingPeriods,
        Repayment repayment,
        double upfrontFee)
        implements LoanContract {

    public ProjectLoan {
        drawDowns = List.copyOf(drawDowns);
        Check.periods(drawDowns.size());
        drawDowns.forEach(amount -> Check.amount(amount, "drawDowns"));
        Check.amount(yearlyRate, "yearlyRate");
        Check.finite(commitmentRate, "commitmentRate");
        Check.fraction(conversionFactor, "conversionFactor");
        requireNonNull(period, "period");
        Check.years(period);
        Check.periods(operatingPeriods);
        requireNonNull(repayment, "repayment");
        Check.finite(upfrontFee, "upfrontFee");
    }

    @Override
    public Kind kind() {
        return Kind.PROJECT_LOAN;
    }

    /** {@return what is owed at the end of the construction} */
    public double owedAtCompletion() {
        double rate = yearlyRate * Check.years(period);
        double owed = 0;
        for (double draw : drawDowns) {
            owed = (owed + draw) * (capitalised ? 1 + rate : 1);
        }
        return owed;
    }

    @Override
    public ExposurePath exposures() {
        double years = Check.years(period);
        double rate = yearlyRate * years;
        int construction = drawDowns.size();
        double[] drawn = new double[construction + operatingPeriods];
        double[] atDefault = new double[drawn.length];
        double[] fees = new double[drawn.length];
        double undrawn = drawDowns.stream().mapToDouble(Double::doubleValue).sum();
        double owed = 0;
        for (int t = 0; t < construction; t++) {
            double draw = drawDowns.get(t);
            owed += draw;
            undrawn = t == construction - 1 ? 0 : Math.max(0, undrawn - draw);
            drawn[t] = owed;
            atDefault[t] = owed + conversionFactor * undrawn;
            fees[t] = undrawn * commitmentRate * years;
            owed *= capitalised ? 1 + rate : 1;
        }
        repayment.fill(owed, rate, drawn, construction);
        System.arraycopy(drawn, construction, atDefault, construction, operatingPeriods);
        return ExposurePath.of(period, yearlyRate, drawn)
                .withExposureAtDefault(atDefault)
                .withFees(fees)
                .withUpfrontFee(upfrontFee);
    }
}
