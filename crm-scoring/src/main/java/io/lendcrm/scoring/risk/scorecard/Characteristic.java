package io.lendcrm.scoring.risk.scorecard;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.reason.ReasonCode;
import io.lendcrm.scoring.risk.binning.Binning;
import io.lendcrm.scoring.risk.binning.Bins;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A line of a scorecard: the bins of a feature and the points of each, of the missing and the unseen too. Points may be
 * {@code NaN} in the bins of missing and of unseen values, and in others by {@link #withoutScore}: a client there gets no
 * score. Immutable and thread-safe.
 */
public final class Characteristic {

    private final Bins bins;
    private final double[] points;
    private final double neutral;
    private final @Nullable ReasonCode reason;
    private final List<String> codes;
    private final @Nullable Binning counts;

    private Characteristic(
            Bins bins,
            double[] points,
            double neutral,
            @Nullable ReasonCode reason,
            List<String> codes,
            @Nullable Binning counts) {
        this.bins = requireNonNull(bins, "bins");
        this.points = points;
        this.neutral = neutral;
        this.reason = reason;
        this.codes = List.copyOf(codes);
        this.counts = counts;
        String name = bins.feature().name();
        if (points.length != bins.size()) {
            throw new IllegalArgumentException("points of " + name + " must be as many as its " + bins.size() + " bins "
                    + bins.labels() + ", found " + points.length);
        }
        for (int bin = 0; bin < points.length; bin++) {
            if (Double.isInfinite(points[bin])) {
                throw new IllegalArgumentException("points of " + name + " must be finite, found " + points[bin]
                        + " in " + bins.labels().get(bin));
            }
        }
        if (!Double.isFinite(neutral)) {
            throw new IllegalArgumentException("neutral of " + name + " must be finite, found " + neutral);
        }
        if (!codes.isEmpty() && codes.size() != points.length) {
            throw new IllegalArgumentException("codes of " + name + " must be as many as its " + bins.size() + " bins "
                    + bins.labels() + ", found " + codes.size());
        }
        if (counts != null && !counts.bins().equals(bins)) {
            throw new IllegalArgumentException("counts of " + name + " must be on its bins, found " + counts);
        }
    }

    /**
     * Points set by an expert.
     *
     * @param bins the bins
     * @param points the points of each bin, in the order of {@link Bins#labels()}; copied
     * @return the characteristic
     * @throws IllegalArgumentException if there are too many or too few points, or one is out of range
     */
    public static Characteristic of(Bins bins, double... points) {
        for (int bin = 0; bin < Math.min(points.length, bins.size()); bin++) {
            boolean refusable = bin == bins.missingBin() || bin == bins.unseenBin();
            if (Double.isNaN(points[bin]) && !refusable) {
                throw new IllegalArgumentException("points of " + bins.feature().name()
                        + " must be finite, found NaN in " + bins.labels().get(bin));
            }
        }
        return new Characteristic(bins, points.clone(), 0, null, List.of(), null);
    }

    /**
     * A question with given answers. Missing and unseen answers get no score; {@link #withMissing} changes that.
     *
     * @param feature a feature with levels, the answers
     * @param points the points of each answer
     * @return the characteristic
     * @throws IllegalArgumentException if an answer has no points or points have no answer
     */
    public static Characteristic ofAnswers(Feature feature, Map<String, Double> points) {
        Map<String, Double> given = new LinkedHashMap<>(points);
        List<List<String>> groups = new ArrayList<>();
        double[] all = new double[feature.levels().size() + 2];
        Arrays.fill(all, Double.NaN);
        for (String level : feature.levels()) {
            Double worth = given.remove(level);
            if (worth == null) {
                throw new IllegalArgumentException(
                        "points of " + feature.name() + " must be given for \"" + level + "\"");
            }
            all[groups.size()] = worth;
            groups.add(List.of(level));
        }
        if (!given.isEmpty()) {
            throw new IllegalArgumentException(
                    "points of " + feature.name() + " must be for " + feature.levels() + ", found " + given.keySet());
        }
        return new Characteristic(Bins.levels(feature, groups), all, 0, null, List.of(), null);
    }

    /** With the goods and bads that the points were fitted on. */
    static Characteristic fitted(Binning counts, double[] points) {
        return new Characteristic(counts.bins(), points.clone(), 0, null, List.of(), counts);
    }

    /** The same with counts put back. */
    Characteristic withCounts(Binning newCounts) {
        return new Characteristic(bins, points, neutral, reason, codes, newCounts);
    }

    /**
     * With other points for missing values.
     *
     * @param worth the points; {@code NaN} for no score
     * @return the changed characteristic
     */
    public Characteristic withMissing(double worth) {
        return with(bins.missingBin(), worth);
    }

    /**
     * With other points for unseen levels.
     *
     * @param worth the points; {@code NaN} for no score
     * @return the changed characteristic
     * @throws IllegalArgumentException if the feature has no levels
     */
    public Characteristic withUnseen(double worth) {
        if (bins.unseenBin() < 0) {
            throw new IllegalArgumentException(name() + " has no levels that could be unseen");
        }
        return with(bins.unseenBin(), worth);
    }

    /**
     * With no score for a client in a bin, as where a card has points for some values only.
     *
     * @param bin which, from 0; any kind
     * @return the changed characteristic
     * @throws IllegalArgumentException if there is no such bin
     */
    public Characteristic withoutScore(int bin) {
        if (bin < 0 || bin >= points.length) {
            throw new IllegalArgumentException(
                    "bin must be within [0, " + (points.length - 1) + "] of " + name() + ", found " + bin);
        }
        return with(bin, Double.NaN);
    }

    private Characteristic with(int bin, double worth) {
        double[] changed = points.clone();
        changed[bin] = worth;
        return new Characteristic(bins, changed, neutral, reason, codes, counts);
    }

    /**
     * With all points times a weight.
     *
     * @param weight the weight, finite and above 0
     * @return the changed characteristic
     */
    public Characteristic times(double weight) {
        if (!(weight > 0 && weight < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("weight must be finite and above 0, found " + weight);
        }
        return new Characteristic(
                bins, Arrays.stream(points).map(p -> p * weight).toArray(), neutral * weight, reason, codes, counts);
    }

    /**
     * With the points that speak neither for nor against a client, where 0 doesn't: a baseline of reasons.
     *
     * @param worth the points, finite
     * @return the changed characteristic
     */
    public Characteristic withNeutral(double worth) {
        return new Characteristic(bins, points, worth, reason, codes, counts);
    }

    /**
     * With a reason of its own, told in place of {@code scorecard.below}. Characteristics with the same code make one
     * reason: their differences are added.
     *
     * @param code the code, whose text the host's catalogue holds
     * @return the changed characteristic
     */
    public Characteristic withReason(ReasonCode code) {
        return new Characteristic(bins, points, neutral, requireNonNull(code, "code"), codes, counts);
    }

    /**
     * With the codes that another system gives each bin's low points. Our own reasons are of the whole characteristic; these
     * are kept beside them, as {@code risk.exchange.pmml} reads and ranks them.
     *
     * @param ofBins one a bin, in the order of {@link Bins#labels()}, empty where a bin has none; or no code at all
     * @return the changed characteristic
     * @throws IllegalArgumentException if there are too many or too few
     */
    public Characteristic withCodes(List<String> ofBins) {
        return new Characteristic(bins, points, neutral, reason, ofBins, counts);
    }

    /** {@return the bins} */
    public Bins bins() {
        return bins;
    }

    /** {@return the feature's name} */
    public String name() {
        return bins.feature().name();
    }

    /** {@return a copy of the points, bin by bin} */
    public double[] points() {
        return points.clone();
    }

    /**
     * The points of a bin.
     *
     * @param bin from 0
     * @return the points; {@code NaN} for no score
     */
    public double points(int bin) {
        return points[bin];
    }

    /** {@return the points that speak neither for nor against a client} */
    public double neutral() {
        return neutral;
    }

    /** {@return the reason that its low points are told by, if it has one of its own} */
    public Optional<ReasonCode> reason() {
        return Optional.ofNullable(reason);
    }

    /** {@return the codes of another system, one a bin; empty if it has none} */
    public List<String> codes() {
        return codes;
    }

    /** {@return the goods and bads of its bins, if it was fitted} */
    public Optional<Binning> counts() {
        return Optional.ofNullable(counts);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Characteristic that
                && bins.equals(that.bins)
                && Arrays.equals(points, that.points)
                && neutral == that.neutral
                && Objects.equals(reason, that.reason)
                && codes.equals(that.codes)
                && Objects.equals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return 31 * bins.hashCode() + Arrays.hashCode(points);
    }

    /** {@return the feature's name and the points of each bin} */
    @Override
    public String toString() {
        Map<String, Double> table = new LinkedHashMap<>();
        for (int bin = 0; bin < points.length; bin++) {
            table.put(bins.labels().get(bin), points[bin]);
        }
        return "Characteristic[" + name() + " " + table + "]";
    }
}
