package io.lendcrm.core.statement;

import java.util.List;

/** The weighted sum that Altman's models share. */
final class AltmanTerms {

    private AltmanTerms() {}

    /** A weight of zero leaves its term out, so that the lines it needs may be missing. */
    static RatioValue weigh(Lines lines, double constant, double... weights) {
        List<RatioValue> terms = List.of(
                lines.get(LineItem.CURRENT_ASSETS)
                        .minus(LineItem.CURRENT_LIABILITIES)
                        .over(LineItem.TOTAL_ASSETS),
                lines.get(LineItem.RETAINED_EARNINGS).over(LineItem.TOTAL_ASSETS),
                lines.get(LineItem.OPERATING_PROFIT).over(LineItem.TOTAL_ASSETS),
                lines.get(LineItem.EQUITY).over(LineItem.TOTAL_LIABILITIES),
                lines.get(LineItem.REVENUE).over(LineItem.TOTAL_ASSETS));
        double sum = constant;
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] == 0) {
                continue;
            }
            if (terms.get(i) instanceof RatioValue.Defined term) {
                sum += weights[i] * term.value();
            } else {
                return terms.get(i);
            }
        }
        return Double.isFinite(sum) ? RatioValue.of(sum) : RatioValue.undefined(RatioValue.Reason.TOO_LARGE, "sum");
    }
}
