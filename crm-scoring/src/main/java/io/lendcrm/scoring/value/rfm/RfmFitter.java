package io.lendcrm.scoring.value.rfm;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.feature.Fingerprint;
import io.lendcrm.core.model.FitException;
import io.lendcrm.core.model.Fitter;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.core.model.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the cuts of recency, frequency and monetary value. Fewer days since the last event is better, more events are
 * better, a greater sum is better; each axis is cut on its own. See {@link RfmMethod} for the methods and
 * {@link RfmTies} for equal values: they always get equal scores. Immutable and thread-safe.
 */
public final class RfmFitter implements Fitter<RfmTable, RfmModel> {

    private final RfmMethod method;
    private final int bins;
    private final RfmTies ties;
    private final SegmentMap segments;
    private final @Nullable RfmCuts fixed;

    private RfmFitter(RfmMethod method, int bins, RfmTies ties, SegmentMap segments, @Nullable RfmCuts fixed) {
        this.method = method;
        this.bins = bins;
        this.ties = requireNonNull(ties, "ties");
        this.segments = requireNonNull(segments, "segments");
        this.fixed = fixed;
        if (segments.bins() != bins) {
            throw new IllegalArgumentException("segments must have " + bins + " bins, found " + segments.bins());
        }
    }

    /** {@return quintiles, low ties, standard segments} */
    public static RfmFitter defaults() {
        return quantile(5);
    }

    /**
     * Bins of equal size; low ties and standard segments unless changed.
     *
     * @param bins how many, from 2 to 9
     * @return the fitter
     */
    public static RfmFitter quantile(int bins) {
        return new RfmFitter(RfmMethod.QUANTILE, bins, RfmTies.LOW, SegmentMap.standard(bins), null);
    }

    /**
     * Natural breaks; standard segments unless changed.
     *
     * @param bins how many, from 2 to 9
     * @return the fitter
     */
    public static RfmFitter jenks(int bins) {
        return new RfmFitter(RfmMethod.JENKS, bins, RfmTies.LOW, SegmentMap.standard(bins), null);
    }

    /**
     * Cuts set by hand; standard segments unless changed.
     *
     * @param cuts the cuts
     * @return the fitter
     */
    public static RfmFitter fixed(RfmCuts cuts) {
        return new RfmFitter(RfmMethod.FIXED, cuts.bins(), RfmTies.LOW, SegmentMap.standard(cuts.bins()), cuts);
    }

    /**
     * With another rule for equal values; it matters for quantiles only.
     *
     * @param newTies the rule
     * @return the fitter
     */
    public RfmFitter withTies(RfmTies newTies) {
        return new RfmFitter(method, bins, newTies, segments, fixed);
    }

    /**
     * With other segments.
     *
     * @param newSegments segments for this fitter's number of bins
     * @return the fitter
     * @throws IllegalArgumentException if they are for another number of bins
     */
    public RfmFitter withSegments(SegmentMap newSegments) {
        return new RfmFitter(method, bins, ties, newSegments, fixed);
    }

    /**
     * Finds the cuts. A score that no client of the table gets, as when there are fewer distinct values than bins, is
     * named in the model's warnings.
     *
     * @throws FitException if the table is empty, or has too few distinct values for natural breaks
     */
    @Override
    public RfmModel fit(RfmTable table, Run run) {
        int n = table.rows();
        if (n == 0) {
            throw new FitException(RfmModel.TYPE, "the table has no rows", "clients with at least one event");
        }
        Fingerprint fingerprint = Fingerprint.empty();
        long[] recency = cuts("recency", fingerprint, axis(n, i -> -table.recencyDays((int) i)));
        long[] frequency = cuts("frequency", fingerprint, axis(n, i -> table.frequency((int) i)));
        long[] monetary = cuts("monetary", fingerprint, axis(n, i -> table.monetary((int) i)));
        RfmCuts cuts = fixed != null ? fixed : RfmCuts.turned(recency, frequency, monetary);
        ModelInfo info = ModelInfo.of(RfmModel.TYPE, run, n, fingerprint.hex()).withOptions(options(table));
        RfmModel model = new RfmModel(cuts, segments, table.currency(), info);
        return new RfmModel(cuts, segments, table.currency(), info.withWarnings(unused(model.score(table))));
    }

    private static long[] axis(int rows, LongUnaryOperator value) {
        long[] values = new long[rows];
        for (int i = 0; i < rows; i++) {
            values[i] = value.applyAsLong(i);
        }
        return values;
    }

    /** One axis after the other, so that only one stands in memory. Fixed cuts are found already: none here. */
    private long[] cuts(String axis, Fingerprint fingerprint, long[] values) {
        fingerprint.add(values);
        if (method == RfmMethod.FIXED) {
            return new long[0];
        }
        if (method == RfmMethod.QUANTILE) {
            return Quantiles.cuts(values, bins, ties);
        }
        NaturalBreaks breaks = new NaturalBreaks(values);
        if (breaks.distinct() < bins) {
            throw new FitException(
                    RfmModel.TYPE,
                    axis + " has " + breaks.distinct() + " distinct values for " + bins + " natural breaks",
                    "fewer bins, or quantiles");
        }
        return breaks.cuts(bins);
    }

    private Map<String, String> options(RfmTable table) {
        Map<String, String> options = new TreeMap<>();
        options.put("method", method.name().toLowerCase(Locale.ROOT));
        options.put("bins", Integer.toString(bins));
        options.put("asOf", table.asOf().toString());
        if (method == RfmMethod.QUANTILE) {
            options.put("ties", ties.name().toLowerCase(Locale.ROOT));
        }
        return options;
    }

    private List<String> unused(RfmScores scores) {
        int[][] sizes = new int[3][bins + 1];
        for (int i = 0; i < scores.rows(); i++) {
            sizes[0][scores.r(i)]++;
            sizes[1][scores.f(i)]++;
            sizes[2][scores.m(i)]++;
        }
        List<String> warnings = new ArrayList<>();
        unused("recency", sizes[0]).ifPresent(warnings::add);
        unused("frequency", sizes[1]).ifPresent(warnings::add);
        unused("monetary", sizes[2]).ifPresent(warnings::add);
        return warnings;
    }

    private static Optional<String> unused(String axis, int[] sizes) {
        String scores = IntStream.range(1, sizes.length)
                .filter(score -> sizes[score] == 0)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(", "));
        return scores.isEmpty() ? Optional.empty() : Optional.of("no client has " + axis + " score " + scores);
    }

    /** {@return the options} */
    @Override
    public String toString() {
        return "RfmFitter[" + method + ", " + bins + " bins, " + ties + " ties, " + segments + "]";
    }
}
