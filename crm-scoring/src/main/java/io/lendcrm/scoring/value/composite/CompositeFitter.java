package io.lendcrm.scoring.value.composite;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.feature.BoundTable;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.feature.Fingerprint;
import io.lendcrm.core.model.FitException;
import io.lendcrm.core.model.Fitter;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.core.model.Run;
import io.lendcrm.scoring.value.kpi.KpiDirection;
import io.lendcrm.scoring.value.kpi.KpiMissing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Fits a composite index: the scale of each indicator and, if the data are to tell them, the weights. Clients of whom an
 * indicator is missing are left out of the fit, and the model's warnings tell how many. Immutable and thread-safe.
 */
public final class CompositeFitter implements Fitter<FeatureTable, CompositeIndex> {

    private final List<IndexIndicator> indicators;
    private final Normalisation normalisation;
    private final Aggregation aggregation;
    private final Weighting weighting;
    private final double[] weights;
    private final List<String> warnings;

    private CompositeFitter(
            List<IndexIndicator> indicators,
            Normalisation normalisation,
            Aggregation aggregation,
            Weighting weighting,
            double[] weights,
            List<String> warnings) {
        this.indicators = List.copyOf(indicators);
        this.normalisation = requireNonNull(normalisation, "normalisation");
        this.aggregation = requireNonNull(aggregation, "aggregation");
        this.weighting = weighting;
        this.weights = weights;
        this.warnings = warnings;
        if (this.indicators.isEmpty()) {
            throw new IllegalArgumentException("indicators must be at least one, found none");
        }
        for (IndexIndicator indicator : this.indicators) {
            if (normalisation == Normalisation.TARGET && indicator.target() == null) {
                throw new IllegalArgumentException(
                        "indicator " + indicator.feature().name() + " must have worst and target");
            }
            if (normalisation == Normalisation.Z_SCORE && indicator.missing() == KpiMissing.WORST) {
                throw new IllegalArgumentException(
                        "indicator " + indicator.feature().name()
                                + " must not be WORST where missing: z-scores have no worst value");
            }
        }
        if (normalisation == Normalisation.Z_SCORE
                && (aggregation == Aggregation.GEOMETRIC || weighting == Weighting.ENTROPY)) {
            throw new IllegalArgumentException(
                    "z-scores must not go with a geometric mean or entropy weights, which need values of at least 0");
        }
    }

    /**
     * Min-max, arithmetic mean, equal weights, unless changed.
     *
     * @param indicators the indicators, of distinct features
     * @return the fitter
     */
    public static CompositeFitter of(List<IndexIndicator> indicators) {
        double[] equal = new double[indicators.size()];
        Arrays.fill(equal, 1.0 / Math.max(1, equal.length));
        return new CompositeFitter(
                indicators, Normalisation.MIN_MAX, Aggregation.ARITHMETIC, Weighting.EQUAL, equal, List.of());
    }

    /**
     * With another scale.
     *
     * @param newNormalisation the scale
     * @return the fitter
     * @throws IllegalArgumentException if it doesn't go with the indicators or the other options
     */
    public CompositeFitter withNormalisation(Normalisation newNormalisation) {
        return new CompositeFitter(indicators, newNormalisation, aggregation, weighting, weights, warnings);
    }

    /**
     * With another mean.
     *
     * @param newAggregation the mean
     * @return the fitter
     * @throws IllegalArgumentException if it doesn't go with the normalisation
     */
    public CompositeFitter withAggregation(Aggregation newAggregation) {
        return new CompositeFitter(indicators, normalisation, newAggregation, weighting, weights, warnings);
    }

    /**
     * With weights by hand.
     *
     * @param shares a weight for each indicator in order, each above 0, which add up to 1
     * @return the fitter
     * @throws IllegalArgumentException if one is 0, negative or not a number, or they don't add up
     */
    public CompositeFitter withWeights(double... shares) {
        return new CompositeFitter(
                indicators, normalisation, aggregation, Weighting.FIXED, checked(shares.clone()), List.of());
    }

    private double[] checked(double[] shares) {
        if (shares.length != indicators.size()) {
            throw new IllegalArgumentException(
                    "weights must be as many as the " + indicators.size() + " indicators, found " + shares.length);
        }
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            if (!(shares[i] > 0 && shares[i] <= 1)) {
                throw new IllegalArgumentException("weight of "
                        + indicators.get(i).feature().name() + " must be above 0 and at most 1, found " + shares[i]);
            }
            sum += shares[i];
        }
        if (!(Math.abs(sum - 1) <= CompositeIndex.WEIGHTS_TOLERANCE)) {
            throw new IllegalArgumentException("weights must add up to 1, found " + sum);
        }
        return shares;
    }

    /**
     * With the weights of pairwise comparisons. If they contradict themselves, the model's warnings say so.
     *
     * @param judged weights of criteria that are the indicators' features, in any order
     * @return the fitter
     * @throws IllegalArgumentException if the criteria are others
     */
    public CompositeFitter withWeights(AhpWeights judged) {
        List<String> names =
                indicators.stream().map(indicator -> indicator.feature().name()).toList();
        if (judged.weights().size() != names.size()
                || !judged.weights().keySet().containsAll(names)) {
            throw new IllegalArgumentException(
                    "criteria must be " + names + ", found " + judged.weights().keySet());
        }
        double[] shares =
                names.stream().mapToDouble(name -> judged.weights().get(name)).toArray();
        return new CompositeFitter(
                indicators, normalisation, aggregation, Weighting.AHP, checked(shares), judged.warnings());
    }

    /**
     * With weights that the data tell.
     *
     * @param byData {@link Weighting#ENTROPY}, {@link Weighting#CRITIC} or {@link Weighting#EQUAL}
     * @return the fitter
     * @throws IllegalArgumentException if it is another, or doesn't go with the normalisation
     */
    public CompositeFitter withWeights(Weighting byData) {
        return switch (byData) {
            case EQUAL, ENTROPY, CRITIC ->
                new CompositeFitter(indicators, normalisation, aggregation, byData, of(indicators).weights, List.of());
            case FIXED, AHP -> throw new IllegalArgumentException("weights of " + byData + " must be given as numbers");
        };
    }

    /**
     * Fits the index.
     *
     * @throws FitException if there are no complete rows, only one where the data tell scale or weights, or an indicator
     *     is the same for all where its scale is the data's; the message names it
     */
    @Override
    public CompositeIndex fit(FeatureTable table, Run run) {
        FeatureSchema schema = FeatureSchema.of(
                indicators.stream().map(IndexIndicator::feature).toList());
        BoundTable bound = schema.bind(table);
        double[][] columns = complete(bound);
        int rows = columns[0].length;
        boolean fromData = normalisation != Normalisation.TARGET
                || weighting == Weighting.ENTROPY
                || weighting == Weighting.CRITIC;
        if (rows < (fromData ? 2 : 1)) {
            throw new FitException(
                    CompositeIndex.TYPE,
                    "the table has " + rows + " complete rows",
                    (fromData ? "at least 2 clients" : "at least 1 client") + " with every indicator");
        }
        List<IndexLine> lines = new ArrayList<>();
        double[][] normalised = new double[columns.length][rows];
        for (int c = 0; c < columns.length; c++) {
            IndexLine scale = scale(indicators.get(c), columns[c]);
            for (int i = 0; i < rows; i++) {
                normalised[c][i] = scale.normalised(columns[c][i], normalisation != Normalisation.Z_SCORE);
            }
            double mean = normalisation == Normalisation.Z_SCORE ? 0 : ObjectiveWeights.mean(normalised[c]);
            lines.add(new IndexLine(scale.feature(), scale.missing(), scale.zero(), scale.one(), mean, 0));
        }
        double[] shares = shares(normalised);
        for (int c = 0; c < shares.length; c++) {
            IndexLine l = lines.get(c);
            lines.set(c, new IndexLine(l.feature(), l.missing(), l.zero(), l.one(), l.mean(), shares[c]));
        }
        Fingerprint fingerprint = Fingerprint.empty();
        Arrays.stream(columns).forEach(fingerprint::add);
        List<String> notes = new ArrayList<>(warnings);
        if (rows < bound.rows()) {
            notes.add((bound.rows() - rows) + " clients with a missing indicator are left out of the fit");
        }
        ModelInfo info = ModelInfo.of(CompositeIndex.TYPE, run, rows, fingerprint.hex())
                .withSchema(schema)
                .withOptions(Map.of("weighting", weighting.name().toLowerCase(Locale.ROOT)))
                .withWarnings(notes);
        return new CompositeIndex(normalisation, aggregation, lines, info);
    }

    private double[][] complete(BoundTable bound) {
        double[][] columns = new double[indicators.size()][bound.rows()];
        int kept = 0;
        double[] row = new double[columns.length];
        for (int i = 0; i < bound.rows(); i++) {
            bound.copyRow(i, row);
            boolean whole = true;
            for (int c = 0; c < row.length; c++) {
                columns[c][kept] = row[c];
                whole &= !missing(c, row[c]);
            }
            kept += whole ? 1 : 0;
        }
        for (int c = 0; c < columns.length; c++) {
            columns[c] = Arrays.copyOf(columns[c], kept);
        }
        return columns;
    }

    private boolean missing(int column, double value) {
        return new IndexLine(indicators.get(column).feature(), KpiMissing.REJECT, 0, 1, 0, 0).isMissing(value);
    }

    private IndexLine scale(IndexIndicator indicator, double[] column) {
        boolean higher = indicator.direction() == KpiDirection.HIGHER_IS_BETTER;
        Double worst = indicator.worst();
        Double target = indicator.target();
        if (normalisation == Normalisation.TARGET && worst != null && target != null) {
            return new IndexLine(indicator.feature(), indicator.missing(), worst, target, 0, 0);
        }
        if (ObjectiveWeights.isConstant(column)) {
            throw new FitException(
                    CompositeIndex.TYPE,
                    "indicator " + indicator.feature().name() + " has the same value in all " + column.length + " rows",
                    "leave it out, or give it a worst value and a target");
        }
        if (normalisation == Normalisation.Z_SCORE) {
            double mean = ObjectiveWeights.mean(column);
            double deviation = ObjectiveWeights.deviation(column);
            double one = higher ? mean + deviation : mean - deviation;
            return new IndexLine(indicator.feature(), indicator.missing(), mean, one, 0, 0);
        }
        double least = Arrays.stream(column).min().orElseThrow();
        double most = Arrays.stream(column).max().orElseThrow();
        return new IndexLine(
                indicator.feature(), indicator.missing(), higher ? least : most, higher ? most : least, 0, 0);
    }

    private double[] shares(double[][] normalised) {
        if (weighting != Weighting.ENTROPY && weighting != Weighting.CRITIC) {
            return weights;
        }
        double[] shares = weighting == Weighting.ENTROPY
                ? ObjectiveWeights.entropy(normalised)
                : ObjectiveWeights.critic(normalised);
        if (Arrays.stream(shares).allMatch(share -> share == 0)) {
            throw new FitException(
                    CompositeIndex.TYPE, "the indicators tell no weights", "more clients, or weights by hand");
        }
        return shares;
    }

    /** {@return the options} */
    @Override
    public String toString() {
        return "CompositeFitter[" + indicators.size() + " indicators, " + normalisation + ", " + aggregation + ", "
                + weighting + "]";
    }
}
