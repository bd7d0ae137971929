package io.lendcrm.scoring.risk.binning;

import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From the counts of one variable to its bins. */
final class VariableFit {

    private final ValueCounts counts;
    private final VariableOptions options;
    private final Feature feature;

    private VariableFit(ValueCounts counts, VariableOptions options) {
        this.counts = counts;
        this.options = options;
        this.feature = counts.feature();
    }

    /**
     * The bins of a variable.
     *
     * @param binning bins and counts
     * @param warning what a reader should know, or null
     */
    record Fitted(Binning binning, @Nullable String warning) {}

    static Fitted fit(ValueCounts counts, VariableOptions options) {
        return new VariableFit(counts, options).fit();
    }

    private Fitted fit() {
        Made made = feature.type().hasLevels() ? levels() : numbers();
        Binning ordinary = Binning.of(made.bins, counts);
        Bins bins = merged(made, ordinary);
        Binning binning = ordinary.on(bins, options.zeroCell(), made.optimum);
        return new Fitted(binning, warning(binning));
    }

    /** Bins with missing and unseen values apart; the bin of the rare levels, or -1; what the optimum cost. */
    private record Made(Bins bins, int rareBin, @Nullable Optimum optimum) {}

    private Made numbers() {
        double[] specials =
                Bins.numeric(feature).withSpecialGroups(options.specials()).specials();
        Cells cells = counts.cells(specials);
        Found found = edges(cells, true);
        Bins bins = Bins.numeric(feature, found.edges()).withSpecialGroups(options.specials());
        return new Made(bins, -1, found.optimum());
    }

    /** Groups of level codes in the order to be cut; the pooled rare ones are one group. */
    private Made levels() {
        if (!options.specials().isEmpty()) {
            throw new IllegalArgumentException(
                    "special values of " + feature.name() + " must be numbers, but it has levels");
        }
        if (options.method() instanceof FixedBinning fixed) {
            return new Made(Bins.levels(feature, fixed.groups()), -1, null);
        }
        boolean ordered = feature.type() == FeatureType.ORDINAL;
        double least = options.method() instanceof OptimalBinning optimal && !ordered
                ? optimal.rareShare() * (counts.totalGood() + counts.totalBad())
                : 0;
        List<List<Integer>> groups = new ArrayList<>();
        List<Integer> rare = new ArrayList<>();
        for (int i = 0; i < counts.distinct(); i++) {
            double rows = counts.good(i) + counts.bad(i);
            if (counts.value(i) >= 0 && rows > 0) {
                if (rows < least) {
                    rare.add(i);
                } else {
                    groups.add(List.of(i));
                }
            }
        }
        if (!rare.isEmpty()) {
            groups.add(rare);
        }
        if (!ordered) {
            groups.sort(Comparator.comparingDouble(this::badRate));
        }
        Cells cells = new Cells(
                new double[groups.size()],
                groups.stream().mapToDouble(this::good).toArray(),
                groups.stream().mapToDouble(this::bad).toArray(),
                true,
                counts.totalGood(),
                counts.totalBad());
        Arrays.setAll(cells.values(), k -> k);
        Found found = edges(cells, ordered);
        int[] levelBin = new int[feature.levels().size()];
        Arrays.fill(levelBin, -1);
        int rareBin = -1;
        for (int k = 0; k < groups.size(); k++) {
            int bin = Math.abs(Arrays.binarySearch(found.edges(), k) + 1);
            for (int i : groups.get(k)) {
                levelBin[(int) counts.value(i)] = bin;
            }
            rareBin = groups.get(k) == rare ? bin : rareBin;
        }
        return new Made(Bins.ofCodes(feature, levelBin, found.edges().length + 1), rareBin, found.optimum());
    }

    private double good(List<Integer> group) {
        return group.stream().mapToDouble(counts::good).sum();
    }

    private double bad(List<Integer> group) {
        return group.stream().mapToDouble(counts::bad).sum();
    }

    private double badRate(List<Integer> group) {
        double bad = bad(group);
        return bad / (bad + good(group));
    }

    @SuppressWarnings("ArrayRecordComponent") // seen by its maker alone, never compared
    private record Found(double[] edges, @Nullable Optimum optimum) {}

    private Found edges(Cells cells, boolean ordered) {
        return switch (options.method().kind()) {
            case OPTIMAL -> {
                OptimalCuts.Found found =
                        OptimalCuts.find(feature.name(), cells, ordered, (OptimalBinning) options.method());
                yield new Found(found.edges(), found.optimum());
            }
            case TREE -> new Found(GreedyTree.edges(cells, (TreeBinning) options.method()), null);
            case CHI_MERGE -> new Found(ChiMerge.edges(cells, (ChiMergeBinning) options.method()), null);
            case FIXED -> {
                FixedBinning fixed = (FixedBinning) options.method();
                if (!fixed.groups().isEmpty()) {
                    throw new IllegalArgumentException(
                            feature.name() + " has no levels, found groups " + fixed.groups());
                }
                yield new Found(
                        fixed.edges().stream().mapToDouble(Double::doubleValue).toArray(), null);
            }
        };
    }

    private Bins merged(Made made, Binning binning) {
        Bins bins = made.bins;
        if (bins.unseenBin() >= 0) {
            int unseen = switch (options.unseen()) {
                case NEUTRAL -> -1;
                case WORST -> worst(binning);
                case RARE -> made.rareBin;
            };
            bins = unseen < 0 ? bins : bins.withUnseenIn(unseen);
        }
        double missing = counts.missingGood() + counts.missingBad();
        if (missing >= options.missingBelow() * (counts.totalGood() + counts.totalBad()) && missing > 0) {
            return bins;
        }
        int with = switch (options.missing()) {
            case APART -> -1;
            case LOWEST -> 0;
            case HIGHEST -> bins.ordinary() - 1;
            case WORST -> worst(binning);
            case NEAREST -> missing == 0 ? -1 : nearest(binning, counts.missingBad() / missing);
        };
        return with < 0 ? bins : bins.withMissingIn(with);
    }

    private static int worst(Binning binning) {
        int worst = 0;
        for (int bin = 1; bin < binning.bins().ordinary(); bin++) {
            worst = rate(binning, bin) > rate(binning, worst) ? bin : worst;
        }
        return worst;
    }

    private static int nearest(Binning binning, double rate) {
        int nearest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int bin = 0; bin < binning.bins().ordinary(); bin++) {
            double distance = Math.abs(rate(binning, bin) - rate);
            if (binning.table().get(bin).count() > 0 && distance < least) { // a bin without rows has no bad rate
                nearest = bin;
                least = distance;
            }
        }
        return nearest;
    }

    private static double rate(Binning binning, int bin) {
        return binning.table().get(bin).badRate();
    }

    private @Nullable String warning(Binning binning) {
        if (counts.distinct() == 0) {
            return feature.name() + " is missing in every row: it tells nothing";
        }
        if (counts.distinct() == 1 && counts.missingGood() + counts.missingBad() == 0) {
            return feature.name() + " has the same value in every row: it tells nothing";
        }
        if (binning.bins().ordinary() == 1) {
            return feature.name()
                    + " has a single bin of ordinary values: no other keeps the constraints or tells more";
        }
        return null;
    }
}
