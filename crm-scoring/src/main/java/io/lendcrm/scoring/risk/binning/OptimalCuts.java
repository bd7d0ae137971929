package io.lendcrm.scoring.risk.binning;

import io.lendcrm.core.model.FitException;
import io.lendcrm.scoring.risk.binning.PartitionSearch.Partition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.DoubleStream;

/** Pre-bins a variable, searches the optimum and tells what it cost. */
final class OptimalCuts {

    /** A peak or a valley has to keep so much more than a monotone trend to be chosen instead. */
    private static final double WORTH_A_TURN = 1.1;

    private final String variable;
    private final double[] preCuts;
    private final PreBins preBins;
    private final PartitionRules rules;

    private OptimalCuts(String variable, double[] preCuts, PreBins preBins, PartitionRules rules) {
        this.variable = variable;
        this.preCuts = preCuts;
        this.preBins = preBins;
        this.rules = rules;
    }

    /**
     * Edges, and what they cost.
     *
     * @param edges ascending
     * @param optimum the price of each constraint
     */
    @SuppressWarnings("ArrayRecordComponent") // seen by its maker alone, never compared
    record Found(double[] edges, Optimum optimum) {}

    static Found find(String variable, Cells cells, boolean ordered, OptimalBinning options) {
        double[] cuts = preCuts(cells, ordered, options);
        boolean[] fixed = new boolean[cuts.length + 1];
        if (!cells.levels()) {
            cuts = DoubleStream.concat(
                            Arrays.stream(cuts), options.fixedEdges().stream().mapToDouble(e -> e + 0.0))
                    .sorted()
                    .distinct()
                    .toArray();
            fixed = new boolean[cuts.length + 1];
            for (double edge : options.fixedEdges()) {
                fixed[Arrays.binarySearch(cuts, edge + 0.0) + 1] = true;
            }
        }
        PartitionRules rules = options.rules(cells.totalRows());
        if (!ordered) {
            rules = rules.with(Trend.NONE);
        }
        return new OptimalCuts(variable, cuts, new PreBins(cells.pooled(cuts), fixed), rules).find();
    }

    private static double[] preCuts(Cells cells, boolean ordered, OptimalBinning options) {
        if (!ordered) { // levels are pre-bins of their own unless there are too many
            return cells.size() <= options.preBins() ? cells.everyCut() : CartCuts.find(cells, options.preBins(), 0);
        }
        if (options.preBinning() == OptimalBinning.PreBinning.QUANTILE) {
            return quantiles(cells, options.preBins());
        }
        double rows = DoubleStream.concat(Arrays.stream(cells.good()), Arrays.stream(cells.bad()))
                .sum();
        return CartCuts.find(cells, options.preBins(), Math.ceil(options.preBinShare() * rows));
    }

    /** Between the values where a share of the rows is reached. */
    private static double[] quantiles(Cells cells, int most) {
        double[] good = CartCuts.sums(cells.good());
        double[] bad = CartCuts.sums(cells.bad());
        int n = cells.size();
        double rows = good[n] + bad[n];
        List<Double> cuts = new ArrayList<>();
        int next = 1;
        for (int i = 0; i < n - 1; i++) {
            if ((good[i + 1] + bad[i + 1]) * most >= next * rows) {
                cuts.add(cells.between(i));
                next = (int) Math.floor((good[i + 1] + bad[i + 1]) * most / rows) + 1;
            }
        }
        return cuts.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private Found find() {
        Map<Trend, Double> ivByTrend = new EnumMap<>(Trend.class);
        Map<Trend, Partition> best = new EnumMap<>(Trend.class);
        for (Trend trend : Trend.values()) {
            if (trend.isRule()) {
                best(rules.with(trend)).ifPresent(partition -> {
                    best.put(trend, partition);
                    ivByTrend.put(trend, partition.iv());
                });
            }
        }
        Trend chosen = chosen(ivByTrend);
        Partition partition = best.get(chosen);
        if (partition == null) {
            throw new FitException(
                    BinningModel.TYPE,
                    variable + " has no bins with the fixed edges that keep the other constraints: " + rules.told(),
                    "other edges, lower minimums or another trend");
        }
        PartitionRules kept = rules.with(chosen);
        double[] edges = Arrays.stream(partition.starts())
                .skip(1)
                .mapToDouble(start -> preCuts[start - 1])
                .toArray();
        PartitionRules none = new PartitionRules(Trend.NONE, 0, 0, 0, Integer.MAX_VALUE, 1, false);
        Map<BinConstraint, Double> prices = new EnumMap<>(BinConstraint.class);
        for (BinConstraint constraint : kept.set(preBins.anyFixed())) {
            prices.put(
                    constraint,
                    Math.max(0, best(kept.without(constraint)).orElse(partition).iv() - partition.iv()));
        }
        Optimum optimum = new Optimum(
                rules.trend(),
                chosen,
                partition.iv(),
                Math.max(partition.iv(), best(none).orElse(partition).iv()),
                prices,
                ivByTrend,
                merged(partition.starts(), kept));
        return new Found(edges, optimum);
    }

    /** A single bin where nothing else keeps the rules; empty if fixed edges forbid that too. */
    private Optional<Partition> best(PartitionRules under) {
        Optional<Partition> found = PartitionSearch.best(preBins, under);
        boolean single = found.isEmpty() && !(under.fixed() && preBins.anyFixed());
        return single ? Optional.of(new Partition(new int[] {0}, preBins.iv(0, preBins.size()))) : found;
    }

    private Trend chosen(Map<Trend, Double> iv) {
        if (rules.trend().isRule()) {
            return rules.trend();
        }
        Trend monotone = greater(iv, Trend.ASCENDING, Trend.DESCENDING);
        Trend turning = greater(iv, Trend.PEAK, Trend.VALLEY);
        boolean turn = rules.trend() == Trend.AUTO && of(iv, turning) > WORTH_A_TURN * Math.max(0, of(iv, monotone));
        return turn ? turning : monotone;
    }

    private static Trend greater(Map<Trend, Double> iv, Trend first, Trend second) {
        return of(iv, second) > of(iv, first) ? second : first;
    }

    private static double of(Map<Trend, Double> iv, Trend trend) {
        return iv.getOrDefault(trend, Double.NEGATIVE_INFINITY);
    }

    private List<MergedEdge> merged(int[] starts, PartitionRules kept) {
        List<MergedEdge> merged = new ArrayList<>();
        double leastSquare = PreBins.leastSquare(kept.maxPValue());
        for (int cut = 1; cut < preBins.size(); cut++) {
            int at = Arrays.binarySearch(starts, cut);
            if (at >= 0) {
                continue;
            }
            int bin = -at - 2;
            int from = starts[bin];
            int to = bin + 1 < starts.length ? starts[bin + 1] : preBins.size();
            double lost = preBins.iv(from, cut) + preBins.iv(cut, to) - preBins.iv(from, to);
            Set<BinConstraint> because = EnumSet.noneOf(BinConstraint.class);
            because.addAll(preBins.broken(kept, from, cut));
            because.addAll(preBins.broken(kept, cut, to));
            because.remove(BinConstraint.FIXED_EDGES); // a further edge breaks none
            neighbours(because, starts, bin, cut, kept, leastSquare);
            if (because.isEmpty()) {
                because.add(BinConstraint.EQUAL_RATES);
            }
            merged.add(new MergedEdge(preCuts[cut - 1], because, Math.max(0, lost)));
        }
        return merged;
    }

    /** What the partition with one edge more breaks between neighbours, or by its size. */
    private void neighbours(
            Set<BinConstraint> because, int[] starts, int bin, int cut, PartitionRules kept, double leastSquare) {
        int[] more = new int[starts.length + 2];
        System.arraycopy(starts, 0, more, 0, bin + 1);
        more[bin + 1] = cut;
        System.arraycopy(starts, bin + 1, more, bin + 2, starts.length - bin - 1);
        more[more.length - 1] = preBins.size();
        int size = more.length - 1;
        if (size > kept.maxBins()) {
            because.add(BinConstraint.MAX_BINS);
        }
        double[] rates = new double[size];
        for (int k = 0; k < size; k++) {
            rates[k] = preBins.rate(more[k], more[k + 1]);
            if (k > 0 && !preBins.differ(leastSquare, more[k - 1], more[k], more[k + 1])) {
                because.add(BinConstraint.MAX_P_VALUE);
            }
        }
        if (!keeps(kept.trend(), rates)) {
            because.add(BinConstraint.TREND);
        }
    }

    private static boolean keeps(Trend trend, double[] rates) {
        boolean fell = false;
        boolean rose = false;
        boolean turnedDown = false;
        boolean turnedUp = false;
        boolean convex = true;
        boolean concave = true;
        for (int k = 1; k < rates.length; k++) {
            boolean falls = rates[k] < rates[k - 1];
            boolean rises = rates[k] > rates[k - 1];
            turnedUp |= rises && fell;
            turnedDown |= falls && rose;
            fell |= falls;
            rose |= rises;
            if (k > 1) {
                double bend = 2 * rates[k - 1] - rates[k] - rates[k - 2];
                convex &= bend <= PartitionSearch.STRAIGHT;
                concave &= bend >= -PartitionSearch.STRAIGHT;
            }
        }
        return switch (trend) {
            case ASCENDING -> !fell;
            case DESCENDING -> !rose;
            case PEAK -> !turnedUp;
            case VALLEY -> !turnedDown;
            case CONVEX -> convex;
            case CONCAVE -> concave;
            default -> true;
        };
    }
}
