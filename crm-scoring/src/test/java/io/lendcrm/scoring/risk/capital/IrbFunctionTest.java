package io.lendcrm.scoring.risk.capital;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.scoring.ReferenceTable;
import io.lendcrm.scoring.risk.capital.IrbFunction.Exposure;
import java.util.List;
import org.junit.jupiter.api.Test;

class IrbFunctionTest {

    @Test
    void corporateCapitalMeetsTheReference() {
        List<ReferenceTable> rows = ReferenceTable.rows(getClass(), "irb-corporate.tsv");
        assertThat(rows).hasSize(35);
        for (ReferenceTable row : rows) {
            IrbFunction function =
                    row.has("sales") ? IrbFunction.smallOrMedium(row.number("sales")) : IrbFunction.corporate();
            CapitalRequirement found = function.requirement(row.number("pd"), row.number("lgd"), row.number("M"));
            assertThat(found.correlation()).as(row.toString()).isCloseTo(row.number("R"), within(1e-12));
            assertThat(found.maturityAdjustment()).as(row.toString()).isCloseTo(row.number("b"), within(1e-12));
            assertThat(found.capital()).as(row.toString()).isCloseTo(row.number("K"), within(1e-12));
            assertThat(found.riskWeight()).as(row.toString()).isCloseTo(row.number("RW"), within(1e-12));
        }
    }

    @Test
    void retailCapitalMeetsTheReference() {
        for (ReferenceTable row : ReferenceTable.rows(getClass(), "irb-retail.tsv")) {
            IrbFunction function = IrbFunction.of(Exposure.valueOf(row.text("exposure")));
            assertThat(function.capital(row.number("pd"), row.number("lgd"), 2.5))
                    .as(row.toString())
                    .isCloseTo(row.number("K"), within(1e-14));
        }
    }

    @Test
    void theNormalDistributionIsAccurateInBothTails() {
        for (ReferenceTable row : ReferenceTable.rows(getClass(), "normal.tsv")) {
            double found = row.text("kind").equals("quantile")
                    ? Normal.quantile(row.number("input"))
                    : Normal.cumulative(row.number("input"));
            double expected = row.number("expected");
            assertThat(found).as(row.toString()).isCloseTo(expected, within(4e-15 * Math.abs(expected)));
        }
    }

    @Test
    void theAdjustmentForSizeEndsAtFiveAndFiftyMillion() {
        assertThat(IrbFunction.smallOrMedium(1).capital(0.01, 0.45, 2.5))
                .isEqualTo(IrbFunction.smallOrMedium(5).capital(0.01, 0.45, 2.5))
                .isLessThan(IrbFunction.smallOrMedium(20).capital(0.01, 0.45, 2.5));
        assertThat(IrbFunction.smallOrMedium(80).capital(0.01, 0.45, 2.5))
                .isEqualTo(IrbFunction.corporate().capital(0.01, 0.45, 2.5));
    }

    @Test
    void aFloorIsUsedOnlyIfSet() {
        CapitalRequirement floored = IrbFunction.corporate().withPdFloor(0.0005).requirement(0.0001, 0.4, 2.5);

        assertThat(floored).isEqualTo(IrbFunction.corporate().requirement(0.0005, 0.4, 2.5));
        assertThat(floored.pd()).isEqualTo(0.0005);
        assertThat(IrbFunction.corporate().requirement(0.0001, 0.4, 2.5).pd()).isEqualTo(0.0001);
        assertThat(floored.riskWeightedAssets(1000)).isEqualTo(12_500 * floored.capital());
    }

    @Test
    void aDefaultedExposureNeedsWhatItMayLoseBeyondTheBestEstimate() {
        assertThat(IrbFunction.defaulted(0.45, 0.3).capital()).isEqualTo(0.45 - 0.3);
        assertThat(IrbFunction.defaulted(0.3, 0.45).riskWeight()).isZero();
    }

    @Test
    void limitsAreDocumentedAndBadNumbersNamed() {
        assertThat(IrbFunction.of(Exposure.OTHER_RETAIL).capital(0, 0.5, 1)).isZero();
        assertThat(IrbFunction.corporate().capital(1, 0.5, 1)).isZero();
        assertThat(IrbFunction.effectiveMaturity(0.2)).isEqualTo(1);
        assertThat(IrbFunction.effectiveMaturity(7)).isEqualTo(5);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IrbFunction.corporate().capital(2.9e-6, 0.5, 1))
                .withMessageContaining("pd must be above 2.93e-6");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IrbFunction.corporate().capital(Double.NaN, 0.5, 1))
                .withMessage("pd must be within [0, 1], found NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IrbFunction.corporate().capital(0.1, 1.5, 1))
                .withMessage("lgd must be within [0, 1], found 1.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IrbFunction.corporate().capital(0.1, 0.5, 6))
                .withMessage("maturityYears must be within [1, 5], found 6.0");
        assertThatIllegalArgumentException().isThrownBy(() -> IrbFunction.smallOrMedium(-1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IrbFunction.corporate().withPdFloor(1));
    }
}
