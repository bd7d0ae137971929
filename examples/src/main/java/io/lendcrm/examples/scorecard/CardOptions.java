package io.lendcrm.examples.scorecard;

import io.lendcrm.examples.command.OutputOptions;
import io.lendcrm.scoring.risk.binning.BinningMethod;
import io.lendcrm.scoring.risk.binning.ChiMergeBinning;
import io.lendcrm.scoring.risk.binning.MissingBin;
import io.lendcrm.scoring.risk.binning.OptimalBinning;
import io.lendcrm.scoring.risk.binning.TreeBinning;
import io.lendcrm.scoring.risk.binning.Trend;
import io.lendcrm.scoring.risk.binning.VariableOptions;
import io.lendcrm.scoring.risk.logistic.LogisticFitter;
import io.lendcrm.scoring.risk.scorecard.PointsScale;
import io.lendcrm.scoring.risk.scorecard.ScorecardFitter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say how a card is made. Not thread-safe; confine to one thread. */
@SuppressWarnings("NullAway.Init") // picocli fills it
public final class CardOptions {

    private static final double NO_LIMIT = 2;

    /** How values are put into bins. */
    public enum Method {
        /** The partition with the most information value that keeps the rules. */
        OPTIMAL,
        /** The greedy tree of R's package scorecard. */
        TREE,
        /** The merging of R's package scorecard 0.4.6, whose chi-square isn't one. */
        CHIMERGE,
        /** The merging by chi-square as Kerber has it. */
        KERBER
    }

    @Option(
            names = "--method",
            paramLabel = "optimal|tree|chimerge|kerber",
            description =
                    "How values are put into bins: the best of all partitions that keep the trend (the default), or"
                            + " the greedy ways of R's package scorecard with its defaults (bins of 5 %% at least, stop at"
                            + " 0.1, 8 bins at most).")
    private Method method = Method.OPTIMAL;

    @Option(
            names = "--trend",
            paramLabel = "TREND",
            description = "What bad rates have to do from bin to bin, with --method optimal: monotone (the default:"
                    + " ascending or descending, whichever tells more), none, ascending, descending, peak, valley,"
                    + " convex, concave, or auto (monotone, unless a peak or a valley tells a tenth more).")
    private @Nullable Trend trend;

    @Option(names = "--max-bins", paramLabel = "N", description = "Most bins of a variable, at least 2.")
    private @Nullable Integer maxBins;

    @Option(
            names = "--min-share",
            paramLabel = "SHARE",
            description = "Least share of all rows in a bin, within [0.01, 0.2]; 0.05 by default.")
    private @Nullable Double minShare;

    @Option(
            names = "--min-events",
            paramLabel = "N",
            description = "Least bads and least goods of a bin, with --method optimal; 1 by default.")
    private @Nullable Integer minEvents;

    @Option(
            names = "--max-p-value",
            paramLabel = "P",
            description = "Neighbouring bins' bad rates differ with at most this p-value of a two-sided z test, with"
                    + " --method optimal; within (0, 1]. No limit by default.")
    private @Nullable Double maxPValue;

    @Option(
            names = "--missing-bin",
            paramLabel = "apart|lowest|highest|worst|nearest",
            description =
                    "The bin of missing values: one of their own (the default), or that of the lowest or the highest"
                            + " values, of the highest bad rate, or of the bad rate nearest to theirs.")
    private MissingBin missingBin = MissingBin.APART;

    @Option(
            names = "--min-iv",
            paramLabel = "IV",
            description = "Least information value of a variable that is kept; ${DEFAULT-VALUE} by default.")
    private double minIv = 0.02;

    @Option(
            names = "--max-correlation",
            paramLabel = "R",
            description =
                    "Of two variables whose weights of evidence correlate by this much or more, within (0, 1], the"
                            + " one of less information value is dropped. No limit by default.")
    private @Nullable Double maxCorrelation;

    @Option(
            names = "--penalty",
            paramLabel = "LAMBDA",
            description =
                    "The ridge penalty of a standardised coefficient; ${DEFAULT-VALUE} by default. Above 0 it gives a"
                            + " card even where columns separate bads from goods.")
    private double penalty;

    @Option(
            names = "--base",
            paramLabel = "POINTS",
            description = "The score at the odds of --odds; ${DEFAULT-VALUE} by default.")
    private double base = 600;

    @Option(names = "--odds", paramLabel = "ODDS", description = "Goods per bad; ${DEFAULT-VALUE} by default.")
    private double odds = 19;

    @Option(
            names = "--pdo",
            paramLabel = "POINTS",
            description = "Points that double the odds; ${DEFAULT-VALUE} by default.")
    private double pdo = 50;

    @Option(names = "--exact-points", description = "Points as they come. By default they are rounded to whole ones.")
    private boolean exactPoints;

    /** Options that picocli fills. */
    public CardOptions() {}

    /** All but the binning. */
    ScorecardFitter fitter(OutputOptions output) {
        require(minIv >= 0 && minIv < Double.POSITIVE_INFINITY, output, "--min-iv must be at least 0, found " + minIv);
        double correlation = maxCorrelation == null ? NO_LIMIT : maxCorrelation;
        require(
                maxCorrelation == null || (correlation > 0 && correlation <= 1),
                output,
                "--max-correlation must be within (0, 1], found " + correlation);
        require(
                penalty >= 0 && penalty < Double.POSITIVE_INFINITY,
                output,
                "--penalty must be at least 0, found " + penalty);
        require(Double.isFinite(base), output, "--base must be finite, found " + base);
        require(
                odds > 0 && odds < Double.POSITIVE_INFINITY,
                output,
                "--odds must be finite and above 0, found " + odds);
        require(pdo > 0 && pdo < Double.POSITIVE_INFINITY, output, "--pdo must be finite and above 0, found " + pdo);
        ScorecardFitter fitter = ScorecardFitter.defaults()
                .withSelection(minIv, correlation)
                .withLogistic(LogisticFitter.defaults().withPenalty(penalty))
                .withScale(new PointsScale(base, odds, pdo));
        return exactPoints ? fitter.withExactPoints() : fitter;
    }

    /** How columns are put into bins. */
    VariableOptions binning(OutputOptions output) {
        return VariableOptions.of(method(output)).withMissing(missingBin);
    }

    private BinningMethod method(OutputOptions output) {
        boolean exact = method == Method.OPTIMAL;
        require(trend == null || exact, output, "--trend goes with --method optimal");
        require(minEvents == null || exact, output, "--min-events goes with --method optimal");
        require(maxPValue == null || exact, output, "--max-p-value goes with --method optimal");
        int events = minEvents == null ? 0 : minEvents;
        require(events >= 0, output, "--min-events must be at least 0, found " + events);
        double pValue = maxPValue == null ? 1 : maxPValue;
        require(pValue > 0 && pValue <= 1, output, "--max-p-value must be within (0, 1], found " + pValue);
        double share = minShare == null ? 0.05 : minShare;
        require(share >= 0.01 && share <= 0.2, output, "--min-share must be within [0.01, 0.2], found " + share);
        int most = maxBins == null ? 8 : maxBins;
        int limit = exact ? OptimalBinning.MOST_PRE_BINS : Integer.MAX_VALUE;
        require(
                most >= 2 && most <= limit,
                output,
                "--max-bins must be at least 2" + (limit < most ? " and at most " + limit : "") + ", found " + most);
        return switch (method) {
            case OPTIMAL -> {
                OptimalBinning optimal = OptimalBinning.defaults()
                        .withTrend(trend == null ? Trend.MONOTONE : trend)
                        .withMinimums(share, 0, events, events)
                        .withMaxPValue(pValue);
                yield maxBins == null ? optimal : optimal.withMaxBins(most);
            }
            case TREE -> new TreeBinning(0.02, share, 0.1, most);
            case CHIMERGE -> new ChiMergeBinning(0.02, share, 0.1, most, ChiMergeBinning.Likeness.R_0_4_6);
            case KERBER -> new ChiMergeBinning(0.02, share, 0.1, most, ChiMergeBinning.Likeness.CHI_SQUARE);
        };
    }

    private static void require(boolean holds, OutputOptions output, String rule) {
        if (!holds) {
            throw output.usage(rule);
        }
    }
}
