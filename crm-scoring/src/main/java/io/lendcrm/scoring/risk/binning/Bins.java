package io.lendcrm.scoring.risk.binning;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.feature.Feature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.TreeMap;

/**
 * Which bin a value of a feature is in. Every value has one, the missing and the unseen too. The ordinary bins come first:
 * for numbers and yes/no those between the cuts, each from its lower edge (in it) to its upper edge (not in it), so that bin
 * = how many cuts are ≤ the value; for levels groups of them. Then come the special values, each alone or some together, then
 * the missing and the unseen unless they share an ordinary bin. Immutable and thread-safe.
 */
public final class Bins {

    private static final int APART = -1;

    private final Feature feature;
    private final double[] cuts;
    private final int[] levelBin;
    private final int ordinary;
    private final double[] specials;
    private final int[] specialBin;
    private final int specialBins;
    private final int missingWith;
    private final int unseenWith;

    private Bins(
            Feature feature,
            double[] cuts,
            int[] levelBin,
            int ordinary,
            double[] specials,
            int[] specialBin,
            int missingWith,
            int unseenWith) {
        this.feature = feature;
        this.cuts = cuts;
        this.levelBin = levelBin;
        this.ordinary = ordinary;
        this.specials = specials;
        this.specialBin = specialBin;
        this.specialBins = Arrays.stream(specialBin).max().orElse(-1) + 1;
        this.missingWith = missingWith;
        this.unseenWith = unseenWith;
    }

    /**
     * Bins of numbers or yes/no, missing values apart.
     *
     * @param feature the feature
     * @param cuts the inner edges, ascending and finite; none for a single bin
     * @return the bins, one more than cuts, and that of missing values
     * @throws IllegalArgumentException if the feature has levels or the cuts don't ascend
     */
    public static Bins numeric(Feature feature, double... cuts) {
        if (feature.type().hasLevels()) {
            throw new IllegalArgumentException(feature.name() + " has levels, which go to groups, not between cuts");
        }
        for (int i = 0; i < cuts.length; i++) {
            if (!Double.isFinite(cuts[i]) || (i > 0 && cuts[i] <= cuts[i - 1])) {
                throw new IllegalArgumentException(
                        "cuts of " + feature.name() + " must be finite and ascending, found " + Arrays.toString(cuts));
            }
        }
        double[] own = cuts.clone();
        for (int i = 0; i < own.length; i++) {
            own[i] += 0.0;
        }
        return new Bins(feature, own, new int[0], cuts.length + 1, new double[0], new int[0], APART, APART);
    }

    /**
     * Bins of levels, missing values and levels of no group apart.
     *
     * @param feature the feature
     * @param groups the levels of each bin, in the order of the bins
     * @return the bins: the groups, that of missing values, and that of unseen levels
     * @throws IllegalArgumentException if the feature has no such level, or one is in two groups
     */
    public static Bins levels(Feature feature, List<List<String>> groups) {
        if (!feature.type().hasLevels()) {
            throw new IllegalArgumentException(feature.name() + " has no levels, found groups " + groups);
        }
        int[] levelBin = new int[feature.levels().size()];
        Arrays.fill(levelBin, APART);
        for (int bin = 0; bin < groups.size(); bin++) {
            for (String level : groups.get(bin)) {
                int code = feature.levels().indexOf(requireNonNull(level, "level"));
                if (code < 0 || levelBin[code] != APART) {
                    throw new IllegalArgumentException("groups of " + feature.name()
                            + " must hold each of its levels at most once and no others, found \"" + level + "\"");
                }
                levelBin[code] = bin;
            }
        }
        return ofCodes(feature, levelBin, groups.size());
    }

    static Bins ofCodes(Feature feature, int[] levelBin, int ordinary) {
        if (ordinary < 1) {
            throw new IllegalArgumentException(
                    "groups of " + feature.name() + " must be at least 1, found " + ordinary);
        }
        return new Bins(feature, new double[0], levelBin.clone(), ordinary, new double[0], new int[0], APART, APART);
    }

    /**
     * The same bins with values that stand for something else than a number, such as -999 for "never", each in a bin of its
     * own.
     *
     * @param values the values, distinct and finite
     * @return the changed bins
     * @throws IllegalArgumentException if the feature has levels, or a value is twice or infinite
     */
    public Bins withSpecials(double... values) {
        return withSpecialGroups(Arrays.stream(values).mapToObj(List::of).toList());
    }

    /**
     * The same bins with values that stand for something else than a number, those of a group in one bin, such as -9 "no
     * record" and -8 "record too old". The bins stand in the order of the least value of each.
     *
     * @param groups the values of each bin, all distinct and finite
     * @return the changed bins
     * @throws IllegalArgumentException if the feature has levels, a group is empty, or a value is twice or infinite
     */
    public Bins withSpecialGroups(List<List<Double>> groups) {
        TreeMap<Double, List<Double>> groupOf = new TreeMap<>();
        int values = 0;
        for (List<Double> group : groups) {
            group.forEach(value -> groupOf.put(value + 0.0, group));
            values += Math.max(1, group.size());
        }
        boolean finite = groupOf.keySet().stream().allMatch(Double::isFinite);
        if (!finite || groupOf.size() < values || (values > 0 && feature.type().hasLevels())) {
            throw new IllegalArgumentException("special values of " + feature.name()
                    + " must be distinct finite numbers, at least one a group, found " + groups);
        }
        double[] sorted =
                groupOf.keySet().stream().mapToDouble(Double::doubleValue).toArray();
        IdentityHashMap<List<Double>, Integer> bins = new IdentityHashMap<>();
        int[] bin = groupOf.values().stream()
                .mapToInt(group -> bins.computeIfAbsent(group, g -> bins.size()))
                .toArray();
        return new Bins(feature, cuts, levelBin, ordinary, sorted, bin, missingWith, unseenWith);
    }

    /**
     * The same bins with missing values in an ordinary bin.
     *
     * @param bin which, from 0
     * @return the changed bins
     */
    public Bins withMissingIn(int bin) {
        return new Bins(feature, cuts, levelBin, ordinary, specials, specialBin, ordinaryBin(bin), unseenWith);
    }

    /**
     * The same bins with unseen levels in an ordinary bin.
     *
     * @param bin which, from 0
     * @return the changed bins
     * @throws IllegalArgumentException if the feature has no levels
     */
    public Bins withUnseenIn(int bin) {
        if (!feature.type().hasLevels()) {
            throw new IllegalArgumentException(feature.name() + " has no levels that could be unseen");
        }
        return new Bins(feature, cuts, levelBin, ordinary, specials, specialBin, missingWith, ordinaryBin(bin));
    }

    private int ordinaryBin(int bin) {
        if (bin < 0 || bin >= ordinary) {
            throw new IllegalArgumentException(
                    "bin must be within [0, " + (ordinary - 1) + "] of " + feature.name() + ", found " + bin);
        }
        return bin;
    }

    /** {@return the feature} */
    public Feature feature() {
        return feature;
    }

    /** {@return how many bins, all kinds} */
    public int size() {
        return ordinary + specialBins + (missingWith == APART ? 1 : 0) + (hasUnseenApart() ? 1 : 0);
    }

    /** {@return how many of them are between cuts or groups of levels; they come first} */
    public int ordinary() {
        return ordinary;
    }

    /** {@return a copy of the inner edges; empty for levels} */
    public double[] cuts() {
        return cuts.clone();
    }

    /** {@return a copy of the special values, ascending; {@link #bin} tells the bin of each} */
    public double[] specials() {
        return specials.clone();
    }

    /** {@return the special values of each of their bins, which follow the ordinary ones} */
    public List<List<Double>> specialGroups() {
        List<List<Double>> groups = new ArrayList<>();
        for (int i = 0; i < specials.length; i++) {
            if (specialBin[i] == groups.size()) {
                groups.add(new ArrayList<>());
            }
            groups.get(specialBin[i]).add(specials[i]);
        }
        return groups.stream().map(List::copyOf).toList();
    }

    /** {@return the bin of missing values} */
    public int missingBin() {
        return missingWith == APART ? ordinary + specialBins : missingWith;
    }

    /** {@return the bin of unseen levels; -1 if the feature has no levels} */
    public int unseenBin() {
        if (!feature.type().hasLevels()) {
            return -1;
        }
        return unseenWith == APART ? size() - 1 : unseenWith;
    }

    private boolean hasUnseenApart() {
        return feature.type().hasLevels() && unseenWith == APART;
    }

    /**
     * The bin of a value.
     *
     * @param value the value, {@code NaN} if missing, {@link Feature#UNSEEN} for an unseen level
     * @return from 0
     * @throws IllegalArgumentException if the value is infinite or no position of a level
     */
    public int bin(double value) {
        if (Double.isNaN(value)) {
            return missingBin();
        }
        if (levelBin.length > 0) {
            return levelBin(value);
        }
        if (Double.isInfinite(value)) {
            throw new IllegalArgumentException(feature.name() + " must be finite or NaN for missing, found " + value);
        }
        if (specials.length > 0) {
            int at = Arrays.binarySearch(specials, value + 0.0);
            if (at >= 0) {
                return ordinary + specialBin[at];
            }
        }
        int bin = 0;
        for (double cut : cuts) {
            bin += cut <= value ? 1 : 0;
        }
        return bin;
    }

    private int levelBin(double value) {
        if (value == Feature.UNSEEN) {
            return unseenBin();
        }
        if (!(value >= 0 && value < levelBin.length && value == Math.rint(value))) {
            throw new IllegalArgumentException(feature.name() + " must be the position of one of " + levelBin.length
                    + " levels or " + (int) Feature.UNSEEN + " for an unseen one");
        }
        int bin = levelBin[(int) value];
        return bin == APART ? unseenBin() : bin;
    }

    /** {@return what is in each bin, for people} */
    public List<String> labels() {
        List<String> labels = new ArrayList<>();
        for (int bin = 0; bin < ordinary; bin++) {
            labels.add(levelBin.length > 0 ? String.join(" | ", levels(bin)) : interval(bin));
        }
        for (List<Double> group : specialGroups()) {
            labels.add(String.join(
                    " | ", group.stream().map(value -> "= " + text(value)).toList()));
        }
        add(labels, missingBin(), "missing");
        if (unseenBin() >= 0) {
            add(labels, unseenBin(), "unseen");
        }
        return List.copyOf(labels);
    }

    private static void add(List<String> labels, int bin, String label) {
        if (bin == labels.size()) {
            labels.add(label);
        } else {
            labels.set(bin, labels.get(bin) + " | " + label);
        }
    }

    /**
     * The levels of an ordinary bin.
     *
     * @param bin from 0
     * @return the levels in the feature's order; none for numbers
     */
    public List<String> levels(int bin) {
        List<String> levels = new ArrayList<>();
        for (int code = 0; code < levelBin.length; code++) {
            if (levelBin[code] == bin) {
                levels.add(feature.levels().get(code));
            }
        }
        return List.copyOf(levels);
    }

    private String interval(int bin) {
        String from = bin == 0 ? "(-inf" : "[" + text(cuts[bin - 1]);
        String to = bin == cuts.length ? "inf)" : text(cuts[bin]) + ")";
        return from + ", " + to;
    }

    private static String text(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bins that
                && feature.equals(that.feature)
                && Arrays.equals(cuts, that.cuts)
                && Arrays.equals(levelBin, that.levelBin)
                && ordinary == that.ordinary
                && Arrays.equals(specials, that.specials)
                && Arrays.equals(specialBin, that.specialBin)
                && missingWith == that.missingWith
                && unseenWith == that.unseenWith;
    }

    @Override
    public int hashCode() {
        return 31 * feature.hashCode() + Arrays.hashCode(cuts) + Arrays.hashCode(levelBin);
    }

    /** {@return the feature's name and the labels} */
    @Override
    public String toString() {
        return "Bins[" + feature.name() + ": " + labels() + "]";
    }
}
