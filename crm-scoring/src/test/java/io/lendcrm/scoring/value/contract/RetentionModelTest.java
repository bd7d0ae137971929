package io.lendcrm.scoring.value.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.lendcrm.core.money.DiscountRate;
import io.lendcrm.core.time.CalendarUnit;
import io.lendcrm.core.time.Horizon;
import io.lendcrm.scoring.value.purchase.Oracle;
import org.junit.jupiter.api.Test;

class RetentionModelTest {

    private static final String FOLDER = "/io/lendcrm/scoring/value/contract/";
    private static final DiscountRate TEN = DiscountRate.perYear(0.1);
    private static final DiscountRate NONE = DiscountRate.perYear(0);

    @Test
    void agreesWithSixtyDigits() {
        assertThat(Oracle.rows(FOLDER + "closed-forms.tsv")).hasSize(43).allSatisfy(row -> {
            BdwModel model = BdwModel.of(CalendarUnit.YEAR, row.number("alpha"), row.number("beta"), row.number("c"));
            int at = row.whole("at");
            double found = switch (row.text("quantity")) {
                case "survival" -> model.survival(at);
                case "retention" -> model.renewal(at - 1);
                case "derl" -> model.residualLifetime(at, TEN);
                case "del" -> model.discountedLifetime(TEN);
                default -> throw new IllegalStateException(row.toString());
            };
            assertThat(found).isCloseTo(row.number("value"), within(1e-14 * Math.max(1, found)));
        });
    }

    /** 2F1(1, b; c; z) at a rate of next to nothing, by mpmath with 40 digits: 9775.041631862152161440... */
    @Test
    void aRateOfNextToNothingKeepsTheDigits() {
        double alpha = 1.5191239636127345E-4;
        double beta = 44792.097238689734;
        DiscountRate rate = DiscountRate.perYear(Math.expm1(1.0230373402934258E-4));
        double renewal = (beta + 38) / (alpha + beta + 38);

        assertThat(BdwModel.shiftedBetaGeometric(CalendarUnit.YEAR, alpha, beta).residualLifetime(38, rate))
                .isCloseTo(renewal * 9775.041631862152, withinPercentage(1e-11));
    }

    @Test
    void residualLifetimesAgreeWithFortyDigits() {
        assertThat(Oracle.rows(FOLDER + "residual-lifetimes.tsv")).hasSize(16).allSatisfy(row -> {
            double[] p = row.numbers("first", "second", "c");
            RetentionModel model = row.text("model").equals("bdw")
                    ? BdwModel.of(CalendarUnit.YEAR, p[0], p[1], p[2])
                    : WeibullGammaModel.of(CalendarUnit.YEAR, p[0], p[1], p[2]);
            DiscountRate rate = DiscountRate.perYear(Math.expm1(row.number("force")));
            double tenure = row.number("tenure");
            double found = row.text("horizon").isEmpty()
                    ? model.residualLifetime(tenure, rate)
                    : model.residualLifetime(tenure, Horizon.years(row.number("horizon")), rate);
            assertThat(found).isCloseTo(row.number("value"), withinPercentage(1e-10));
        });
    }

    @Test
    void theSumOfLastResortIsTheContinuedFraction() {
        BdwModel fraction = BdwModel.shiftedBetaGeometric(CalendarUnit.YEAR, 0.668, 3.806);
        BdwModel sum = BdwModel.of(CalendarUnit.YEAR, 0.668, 3.806, 1 + 1e-15);

        for (double yearly : new double[] {0.5, 0.1, 0.01, 0.0009}) {
            DiscountRate rate = DiscountRate.perYear(yearly);
            assertThat(sum.residualLifetime(3, rate))
                    .isCloseTo(fraction.residualLifetime(3, rate), withinPercentage(1e-10));
        }
    }

    @Test
    void withoutInterestItIsTheMeanResidualLife() {
        BdwModel beta = BdwModel.shiftedBetaGeometric(CalendarUnit.YEAR, 1.8, 3);
        assertThat(beta.expectedLifetime()).isCloseTo(1 + 3 / 0.8, within(1e-14));
        assertThat(beta.residualLifetime(5, NONE)).isCloseTo(8 / 0.8, within(1e-13));
        // the same by the sum without end, whose tail falls as t^-1.8
        assertThat(BdwModel.of(CalendarUnit.YEAR, 1.8, 3, 1 + 1e-15).residualLifetime(5, NONE))
                .isCloseTo(8 / 0.8, withinPercentage(1e-9));

        WeibullGammaModel pareto = WeibullGammaModel.exponentialGamma(CalendarUnit.MONTH, 2.5, 30);
        assertThat(pareto.expectedLifetime()).isCloseTo(20, within(1e-13));
        assertThat(pareto.residualLifetime(12, NONE)).isCloseTo(42 / 1.5, withinPercentage(1e-11));
        WeibullGammaModel burr = WeibullGammaModel.of(CalendarUnit.MONTH, 1.2, 300, 1.7);
        assertThat(burr.residualLifetime(0, NONE)).isCloseTo(burr.expectedLifetime(), withinPercentage(1e-11));
    }

    @Test
    void aTailTooHeavyHasNoMean() {
        assertThat(BdwModel.shiftedBetaGeometric(CalendarUnit.YEAR, 0.668, 3.806)
                        .expectedLifetime())
                .isInfinite();
        assertThat(BdwModel.of(CalendarUnit.YEAR, 0.5, 3, 1.9).expectedLifetime())
                .isInfinite();
        assertThat(WeibullGammaModel.of(CalendarUnit.YEAR, 0.5, 3, 1.9).expectedLifetime())
                .isInfinite();
        assertThat(WeibullGammaModel.of(CalendarUnit.YEAR, 0.5, 3, 1.9).residualLifetime(2, NONE))
                .isInfinite();
        assertThat(WeibullGammaModel.of(CalendarUnit.YEAR, 0.5, 3, 1.9).residualLifetime(2, TEN))
                .isLessThan(1 / Math.log(1.1));
    }

    @Test
    void alikeClientsHaveOneRetention() {
        // all renew with 0.9: r (1+d)/(1+d-r) (Reference: constant retention)
        BdwModel alike = BdwModel.shiftedBetaGeometric(CalendarUnit.YEAR, 1e9, 9e9);
        assertThat(alike.residualLifetime(4, TEN)).isCloseTo(0.9 * 1.1 / (1.1 - 0.9), withinPercentage(1e-7));
        assertThat(alike.discountedLifetime(TEN)).isCloseTo(1.1 / (1.1 - 0.9), withinPercentage(1e-7));
    }

    @Test
    void aRateFitsAnyUnit() {
        WeibullGammaModel years = WeibullGammaModel.of(CalendarUnit.YEAR, 1.3, 2.4, 1.6);
        WeibullGammaModel months = WeibullGammaModel.of(CalendarUnit.MONTH, 1.3, 2.4 * Math.pow(12, 1.6), 1.6);

        assertThat(months.residualLifetime(18, TEN) / 12)
                .isCloseTo(years.residualLifetime(1.5, TEN), withinPercentage(1e-11));
        assertThat(months.residualLifetime(18, Horizon.years(3), TEN) / 12)
                .isCloseTo(years.residualLifetime(1.5, Horizon.months(36), TEN), withinPercentage(1e-11));
    }

    @Test
    void aHorizonEndsThePayments() {
        BdwModel model = BdwModel.shiftedBetaGeometric(CalendarUnit.YEAR, 0.668, 3.806);

        assertThat(model.residualLifetime(2, Horizon.years(1), TEN)).isCloseTo(model.renewal(2), within(1e-15));
        assertThat(model.residualLifetime(2, Horizon.years(0), TEN)).isZero();
        assertThat(model.residualLifetime(2, Horizon.years(2), TEN))
                .isCloseTo(model.renewal(2) * (1 + model.renewal(3) / 1.1), within(1e-14));
    }

    @Test
    void refusesWhatCannotBe() {
        BdwModel model = BdwModel.shiftedBetaGeometric(CalendarUnit.YEAR, 0.668, 3.806);

        assertThatThrownBy(() -> model.survival(1.5))
                .hasMessage("ahead must be a whole number of periods within [0, 2147483647], found 1.5");
        assertThatThrownBy(() -> model.renewal(-1)).hasMessageStartingWith("tenure must be a whole number of periods");
        assertThatThrownBy(() -> model.residualLifetime(1, DiscountRate.perYear(-0.01)))
                .hasMessage("rate must be at least 0 where there is no horizon, found -0.01");
        assertThatThrownBy(() -> BdwModel.of(CalendarUnit.YEAR, 1, 1, 31))
                .hasMessage("c must be within (0, 30.0], found 31.0");
        assertThatThrownBy(() -> BdwModel.of(CalendarUnit.YEAR, 0, 1, 1))
                .hasMessage("alpha must be finite and above 0, found 0.0");
        assertThatThrownBy(
                        () -> WeibullGammaModel.of(CalendarUnit.YEAR, 1, 1, 1).survival(Double.NaN))
                .hasMessage("ahead must be within [0, 1e300], found NaN");
    }
}
