package io.lendcrm.scoring.risk.scorecard;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.model.FitException;
import io.lendcrm.core.model.Fitter;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.core.model.Run;
import io.lendcrm.scoring.risk.binning.Binning;
import io.lendcrm.scoring.risk.binning.BinningFitter;
import io.lendcrm.scoring.risk.binning.BinningModel;
import io.lendcrm.scoring.risk.binning.LabelledTable;
import io.lendcrm.scoring.risk.binning.OptimalBinning;
import io.lendcrm.scoring.risk.binning.Trend;
import io.lendcrm.scoring.risk.logistic.ColumnFilter;
import io.lendcrm.scoring.risk.logistic.LogisticData;
import io.lendcrm.scoring.risk.logistic.LogisticFitter;
import io.lendcrm.scoring.risk.logistic.LogisticModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Fits a {@link Scorecard}: bins every variable, keeps those that are informative and not said already by a better one,
 * regresses the outcome on their weights of evidence, and turns the coefficients into points: {@code points of a bin = −pdo /
 * ln 2 · coefficient · weight of evidence}, {@code base = scale.score(constant)}.
 *
 * <p>Weights of evidence rise with the bad rate, so every coefficient must be above 0. A variable whose coefficient isn't is
 * dropped, the lowest first, and the rest fitted again, until all are. Whatever is dropped is named with its cause in the
 * model's warnings.
 *
 * <p>With whole points every number is rounded to the nearest integer, halves to even. The diagnostics print what that costs:
 * {@code rounding.points}, the most by which any client's score can differ from the exact one; {@code rounding.probability},
 * the most by which a probability can, at the scores the card can give; {@code auc.exact} and {@code auc.points} on the fitted
 * rows; {@code rounding.auc}, the most by which these can differ: the share of pairs of a good and a bad that rounding puts in
 * the wrong order, or in the right one if those are more, pairs that become or were level by half. Areas count each row once.
 *
 * <p>Immutable and thread-safe. Source: Siddiqi, Credit Risk Scorecards, 2006.
 *
 * @param binning how variables are binned
 * @param filter which variables are kept; stability isn't judged here
 * @param logistic how the regression is fitted
 * @param scale how odds become points
 * @param wholePoints whether points are rounded to integers
 */
public record ScorecardFitter(
        BinningFitter binning, ColumnFilter filter, LogisticFitter logistic, PointsScale scale, boolean wholePoints)
        implements Fitter<LabelledTable, Scorecard> {

    private static final String SUFFIX = "_woe";

    public ScorecardFitter {
        requireNonNull(binning, "binning");
        requireNonNull(filter, "filter");
        requireNonNull(logistic, "logistic");
        requireNonNull(scale, "scale");
    }

    /**
     * Exact optimal binning with monotone bad rates, information value at least 0.02, no limit of correlation, no penalty, 600
     * points at 19 goods per bad, 50 to double the odds, whole points.
     *
     * @return the fitter
     */
    public static ScorecardFitter defaults() {
        return new ScorecardFitter(
                BinningFitter.of(OptimalBinning.defaults().withTrend(Trend.MONOTONE)),
                new ColumnFilter(0.02, Double.POSITIVE_INFINITY, 2),
                LogisticFitter.defaults(),
                PointsScale.defaults(),
                true);
    }

    /**
     * With another binning.
     *
     * @param newBinning how variables are binned
     * @return the changed fitter
     */
    public ScorecardFitter withBinning(BinningFitter newBinning) {
        return new ScorecardFitter(newBinning, filter, logistic, scale, wholePoints);
    }

    /**
     * With another choice of variables.
     *
     * @param leastInformation the least information value that is kept, at least 0
     * @param correlation variables whose weights of evidence correlate by this much or more are alike; above 1 for no limit
     * @return the changed fitter
     */
    public ScorecardFitter withSelection(double leastInformation, double correlation) {
        ColumnFilter newFilter = new ColumnFilter(leastInformation, filter.greatestInstability(), correlation);
        return new ScorecardFitter(binning, newFilter, logistic, scale, wholePoints);
    }

    /**
     * With another regression.
     *
     * @param newLogistic how it is fitted, such as with a penalty
     * @return the changed fitter
     */
    public ScorecardFitter withLogistic(LogisticFitter newLogistic) {
        return new ScorecardFitter(binning, filter, newLogistic, scale, wholePoints);
    }

    /**
     * With another scale.
     *
     * @param newScale how odds become points
     * @return the changed fitter
     */
    public ScorecardFitter withScale(PointsScale newScale) {
        return new ScorecardFitter(binning, filter, logistic, newScale, wholePoints);
    }

    /** {@return the fitter of cards with points as they come, not rounded} */
    public ScorecardFitter withExactPoints() {
        return new ScorecardFitter(binning, filter, logistic, scale, false);
    }

    /**
     * Fits a card.
     *
     * @throws FitException if the table has no good or no bad row, no variable is left, or the regression has no answer
     */
    @Override
    public Scorecard fit(LabelledTable data, Run run) {
        BinningModel binned = binning.fit(data, run);
        List<String> warnings = new ArrayList<>();
        BinningModel informative = binned.select(informative(binned, warnings));
        LogisticData weights = weights(informative, data);
        Map<String, Double> information = new HashMap<>();
        informative.variables().forEach(b -> information.put(b.name() + SUFFIX, b.informationValue()));
        List<ColumnFilter.Verdict> verdicts = filter.judge(weights, information, Map.of());
        warnings.addAll(dropped(verdicts));
        List<String> kept = new ArrayList<>(ColumnFilter.kept(verdicts));
        LogisticModel model = withRightSigns(weights, kept, warnings, run);
        warnings.addAll(model.info().warnings());
        return card(binned.select(kept.stream().map(ScorecardFitter::variable).toList()), model, data, warnings, run);
    }

    private static List<String> informative(BinningModel binned, List<String> warnings) {
        List<String> names = new ArrayList<>();
        for (Binning variable : binned.variables()) {
            if (variable.informationValue() > 0) {
                names.add(variable.name());
            } else {
                warnings.add(variable.name() + " dropped: it tells nothing");
            }
        }
        requireSome(names);
        return names;
    }

    private static void requireSome(List<String> names) {
        if (names.isEmpty()) {
            throw new FitException(
                    Scorecard.TYPE, "no variable is left", "variables with information value and the right sign");
        }
    }

    private static LogisticData weights(BinningModel binned, LabelledTable data) {
        double[] target = new double[data.rows()];
        double[] rowWeights = new double[data.rows()];
        for (int row = 0; row < target.length; row++) {
            target[row] = data.isBad(row) ? 1 : 0;
            rowWeights[row] = data.weight(row);
        }
        return LogisticData.from(binned.woe(data.features()), target).withWeights(rowWeights);
    }

    private static List<String> dropped(List<ColumnFilter.Verdict> verdicts) {
        List<String> texts = new ArrayList<>();
        for (ColumnFilter.Verdict verdict : verdicts) {
            String name = variable(verdict.column());
            switch (verdict.cause()) {
                case KEPT -> {}
                case INFORMATION -> texts.add(name + " dropped: information value " + verdict.value());
                case INSTABILITY -> texts.add(name + " dropped: population stability index " + verdict.value());
                case CORRELATION ->
                    texts.add(name + " dropped: correlation " + verdict.value() + " with " + variable(verdict.other()));
            }
        }
        return texts;
    }

    private static String variable(String column) {
        return column.substring(0, column.length() - SUFFIX.length());
    }

    /** Takes names out of {@code kept} until all coefficients are above 0. */
    private LogisticModel withRightSigns(LogisticData weights, List<String> kept, List<String> warnings, Run run) {
        while (true) {
            requireSome(kept);
            LogisticModel model = logistic.fit(weights.select(kept), run);
            double[] estimates = model.coefficients().estimates();
            int worst = 0;
            for (int i = 1; i < kept.size(); i++) {
                worst = estimates[1 + i] < estimates[1 + worst] ? i : worst;
            }
            if (estimates[1 + worst] > 0) {
                return model;
            }
            warnings.add(variable(kept.get(worst)) + " dropped: wrong sign, coefficient " + estimates[1 + worst]);
            kept.remove(worst);
        }
    }

    private Scorecard card(
            BinningModel binned, LogisticModel model, LabelledTable data, List<String> warnings, Run run) {
        double[] estimates = model.coefficients().estimates();
        double base = scale.score(estimates[0]);
        List<Characteristic> exact = new ArrayList<>();
        List<Characteristic> whole = new ArrayList<>();
        for (int i = 0; i < binned.variables().size(); i++) {
            Binning found = binned.variables().get(i);
            Binning counts = Binning.of(found.bins(), found.good(), found.bad()).withZeroCell(found.zeroCell());
            double[] points = counts.woe();
            double[] rounded = new double[points.length];
            for (int bin = 0; bin < points.length; bin++) {
                points[bin] = 0.0 - scale.factor() * estimates[1 + i] * points[bin];
                rounded[bin] = Math.rint(points[bin]) + 0.0;
            }
            exact.add(Characteristic.fitted(counts, points));
            whole.add(Characteristic.fitted(counts, rounded));
        }
        FeatureSchema schema = binned.schema();
        Map<String, Double> diagnostics = new TreeMap<>(model.info().diagnostics());
        ModelInfo info = ModelInfo.of(
                        Scorecard.TYPE, run, data.rows(), binned.info().fingerprint())
                .withSchema(schema)
                .withOptions(options(binned, model))
                .withWarnings(warnings);
        Scorecard asIs = new Scorecard(info, base, exact, ReasonRule.defaults(), scale);
        Scorecard rounded = new Scorecard(info, Math.rint(base) + 0.0, whole, ReasonRule.defaults(), scale);
        diagnostics.putAll(RoundingLoss.measure(asIs, wholePoints ? rounded : asIs, data));
        Scorecard chosen = wholePoints ? rounded : asIs;
        return new Scorecard(
                info.withDiagnostics(diagnostics), chosen.base(), chosen.characteristics(), chosen.reasonRule(), scale);
    }

    private Map<String, String> options(BinningModel binned, LogisticModel model) {
        Map<String, String> options = new TreeMap<>();
        binned.info().options().forEach((name, value) -> options.put("binning." + name, value));
        model.info().options().forEach((name, value) -> options.put("logistic." + name, value));
        options.put("leastInformation", Double.toString(filter.leastInformation()));
        options.put("greatestCorrelation", Double.toString(filter.greatestCorrelation()));
        options.put("wholePoints", Boolean.toString(wholePoints));
        return options;
    }
}
