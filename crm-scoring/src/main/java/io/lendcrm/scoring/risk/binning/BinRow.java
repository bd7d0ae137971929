package io.lendcrm.scoring.risk.binning;

/**
 * A line of a bin table. Immutable and thread-safe.
 *
 * @param label what is in the bin, such as {@code [8, 16)} or {@code rent | for free}
 * @param good how many goods, or the sum of their weights
 * @param bad how many bads
 * @param woe weight of evidence: ln(share of all bads / share of all goods); 0 in a bin without rows
 * @param iv its part of the information value
 * @param js its part of the Jensen-Shannon divergence
 */
public record BinRow(String label, double good, double bad, double woe, double iv, double js) {

    /** {@return goods and bads} */
    public double count() {
        return good + bad;
    }

    /** {@return the share of bads in the bin, 0 to 1; 0 in a bin without rows} */
    public double badRate() {
        return count() == 0 ? 0 : bad / count();
    }
}
