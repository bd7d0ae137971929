package io.lendcrm.scoring.risk.binning;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Exact optimal binning: of all ways to join neighbouring pre-bins into bins, the one with the greatest information value
 * that keeps the constraints, found by a dynamic program. Numbers are pre-binned, levels are pre-bins of their own, rare ones
 * pooled; levels without an order stand in order of their bad rates. A single bin is always allowed, unless there are fixed
 * edges: so a variable too thin for the constraints keeps one bin and tells nothing. {@link Binning#optimum()} tells what each
 * constraint cost. Immutable and thread-safe.
 *
 * <p>Source: the formulation is that of Navas-Palencia, "Optimal binning: mathematical programming formulation" (2020), which
 * needs a solver; over pre-bins in a row a dynamic program finds the same optimum.
 *
 * @param trend what the bad rates of neighbouring bins have to do; levels without an order keep {@link Trend#NONE}
 * @param maxBins most bins, 1 to 50
 * @param minShare least share of all rows in a bin, within [0, 0.5]
 * @param minRows least rows of a bin, at least 0
 * @param minBad least bads of a bin, at least 0; one is needed anyway
 * @param minGood least goods of a bin, at least 0; one is needed anyway
 * @param maxPValue two neighbours' bad rates differ with at most this p-value (two-sided z test, pooled), within (0, 1]; 1 if
 *     they needn't
 * @param fixedEdges edges of numbers that must stay, ascending
 * @param preBinning how numbers are pre-binned
 * @param preBins most pre-bins, 1 to 50
 * @param preBinShare least share of a pre-bin of numbers found by {@link PreBinning#CART}, of rows that are neither missing
 *     nor special; within [0, 0.5]
 * @param rareShare levels without an order that have a smaller share of all rows are pooled, within [0, 0.5]
 */
public record OptimalBinning(
        Trend trend,
        int maxBins,
        double minShare,
        double minRows,
        double minBad,
        double minGood,
        double maxPValue,
        List<Double> fixedEdges,
        PreBinning preBinning,
        int preBins,
        double preBinShare,
        double rareShare)
        implements BinningMethod {

    /** The most pre-bins, hence bins: it bounds time and memory. */
    public static final int MOST_PRE_BINS = 50;

    /** How numbers are cut before the search. */
    public enum PreBinning {
        /** By a classification tree, which puts edges where the bad rate changes. */
        CART,
        /** Into equal shares of rows. */
        QUANTILE
    }

    public OptimalBinning {
        requireNonNull(trend, "trend");
        requireNonNull(preBinning, "preBinning");
        fixedEdges = List.copyOf(fixedEdges);
        within("maxBins", maxBins, 1, MOST_PRE_BINS);
        within("minShare", minShare, 0, 0.5);
        within("minRows", minRows, 0, Double.MAX_VALUE);
        within("minBad", minBad, 0, Double.MAX_VALUE);
        within("minGood", minGood, 0, Double.MAX_VALUE);
        within("maxPValue", maxPValue, Double.MIN_VALUE, 1);
        within("preBins", preBins, 1, MOST_PRE_BINS);
        within("preBinShare", preBinShare, 0, 0.5);
        within("rareShare", rareShare, 0, 0.5);
        for (int i = 0; i < fixedEdges.size(); i++) {
            double edge = fixedEdges.get(i);
            if (!Double.isFinite(edge) || (i > 0 && edge <= fixedEdges.get(i - 1))) {
                throw new IllegalArgumentException("fixedEdges must be finite and ascending, found " + fixedEdges);
            }
        }
        if (fixedEdges.size() >= maxBins) {
            throw new IllegalArgumentException(
                    "fixedEdges must be fewer than maxBins=" + maxBins + ", found " + fixedEdges);
        }
    }

    private static void within(String name, double value, double from, double to) {
        if (!(value >= from && value <= to)) {
            throw new IllegalArgumentException(name + " must be within [" + from + ", " + to + "], found " + value);
        }
    }

    /**
     * The trend chosen by {@link Trend#AUTO}, bins of 5 % of the rows at least; up to 20 pre-bins of 5 % by CART; levels below
     * 1 % pooled.
     *
     * @return these options
     */
    public static OptimalBinning defaults() {
        return new OptimalBinning(
                Trend.AUTO, MOST_PRE_BINS, 0.05, 0, 0, 0, 1, List.of(), PreBinning.CART, 20, 0.05, 0.01);
    }

    /**
     * With another trend.
     *
     * @param newTrend what the bad rates have to do
     * @return the changed options
     */
    public OptimalBinning withTrend(Trend newTrend) {
        return new OptimalBinning(
                newTrend,
                maxBins,
                minShare,
                minRows,
                minBad,
                minGood,
                maxPValue,
                fixedEdges,
                preBinning,
                preBins,
                preBinShare,
                rareShare);
    }

    /**
     * With another bound on the number of bins.
     *
     * @param most most bins, 1 to 50
     * @return the changed options
     */
    public OptimalBinning withMaxBins(int most) {
        return new OptimalBinning(
                trend,
                most,
                minShare,
                minRows,
                minBad,
                minGood,
                maxPValue,
                fixedEdges,
                preBinning,
                preBins,
                preBinShare,
                rareShare);
    }

    /**
     * With other least sizes of a bin.
     *
     * @param share of all rows
     * @param rows rows
     * @param bad bads
     * @param good goods
     * @return the changed options
     */
    public OptimalBinning withMinimums(double share, double rows, double bad, double good) {
        return new OptimalBinning(
                trend,
                maxBins,
                share,
                rows,
                bad,
                good,
                maxPValue,
                fixedEdges,
                preBinning,
                preBins,
                preBinShare,
                rareShare);
    }

    /**
     * With another p-value.
     *
     * @param most greatest p-value of two neighbours, within (0, 1]
     * @return the changed options
     */
    public OptimalBinning withMaxPValue(double most) {
        return new OptimalBinning(
                trend,
                maxBins,
                minShare,
                minRows,
                minBad,
                minGood,
                most,
                fixedEdges,
                preBinning,
                preBins,
                preBinShare,
                rareShare);
    }

    /**
     * With edges that must stay.
     *
     * @param edges ascending
     * @return the changed options
     */
    public OptimalBinning withFixedEdges(double... edges) {
        return new OptimalBinning(
                trend,
                maxBins,
                minShare,
                minRows,
                minBad,
                minGood,
                maxPValue,
                java.util.Arrays.stream(edges).boxed().toList(),
                preBinning,
                preBins,
                preBinShare,
                rareShare);
    }

    /**
     * With another pre-binning of numbers.
     *
     * @param how the way
     * @param most most pre-bins, 1 to 50
     * @param share least share of a pre-bin
     * @return the changed options
     */
    public OptimalBinning withPreBins(PreBinning how, int most, double share) {
        return new OptimalBinning(
                trend, maxBins, minShare, minRows, minBad, minGood, maxPValue, fixedEdges, how, most, share, rareShare);
    }

    /**
     * With another bound below which levels are rare.
     *
     * @param share of all rows
     * @return the changed options
     */
    public OptimalBinning withRareShare(double share) {
        return new OptimalBinning(
                trend,
                maxBins,
                minShare,
                minRows,
                minBad,
                minGood,
                maxPValue,
                fixedEdges,
                preBinning,
                preBins,
                preBinShare,
                share);
    }

    @Override
    public Kind kind() {
        return Kind.OPTIMAL;
    }

    @Override
    public Map<String, String> options() {
        Map<String, String> options = new TreeMap<>();
        options.put("method", "optimal");
        options.put("trend", trend.name());
        options.put("maxBins", Integer.toString(maxBins));
        options.put("minShare", Double.toString(minShare));
        options.put("minRows", Double.toString(minRows));
        options.put("minBad", Double.toString(minBad));
        options.put("minGood", Double.toString(minGood));
        options.put("maxPValue", Double.toString(maxPValue));
        options.put("fixedEdges", fixedEdges.toString());
        options.put("preBinning", preBinning.name());
        options.put("preBins", Integer.toString(preBins));
        options.put("preBinShare", Double.toString(preBinShare));
        options.put("rareShare", Double.toString(rareShare));
        return options;
    }

    PartitionRules rules(double rows) {
        return new PartitionRules(trend, Math.max(minRows, minShare * rows), minBad, minGood, maxBins, maxPValue, true);
    }
}
