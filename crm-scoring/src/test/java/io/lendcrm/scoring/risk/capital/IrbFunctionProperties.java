package io.lendcrm.scoring.risk.capital;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.scoring.risk.capital.IrbFunction.Exposure;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;

class IrbFunctionProperties {

    @Property
    void capitalIsWithinTheLossAndProportionalToIt(
            @ForAll Exposure exposure,
            @ForAll @Scale(12) @DoubleRange(min = 3e-4, max = 0.999) double pd,
            @ForAll @Scale(12) @DoubleRange(min = 0, max = 1) double lgd,
            @ForAll @Scale(12) @DoubleRange(min = 1, max = 5) double maturity) {
        IrbFunction function = IrbFunction.of(exposure);
        double k = function.capital(pd, lgd, maturity);

        assertThat(k).isFinite().isGreaterThanOrEqualTo(0);
        assertThat(k).isCloseTo(lgd * function.capital(pd, 1, maturity), within(1e-14));
    }

    @Property
    void longerCorporateLoansNeedMoreAndRetailOnesTheSame(
            @ForAll @Scale(12) @DoubleRange(min = 3e-4, max = 0.9) double pd,
            @ForAll @Scale(12) @DoubleRange(min = 1, max = 4.9) double maturity) {
        assertThat(IrbFunction.corporate().capital(pd, 0.45, maturity + 0.1))
                .isGreaterThan(IrbFunction.corporate().capital(pd, 0.45, maturity));
        IrbFunction retail = IrbFunction.of(Exposure.OTHER_RETAIL);
        assertThat(retail.capital(pd, 0.45, maturity + 0.1)).isEqualTo(retail.capital(pd, 0.45, maturity));
    }

    @Property
    void theQuantileTurnsTheDistributionBack(@ForAll @Scale(12) @DoubleRange(min = 1e-12, max = 0.999) double p) {
        assertThat(Normal.cumulative(Normal.quantile(p))).isCloseTo(p, within(1e-14 * p * 30));
    }
}
