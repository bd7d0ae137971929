package io.lendcrm.scoring.risk.logistic;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.scoring.risk.binning.Binning;
import io.lendcrm.scoring.risk.binning.BinningCounts;
import io.lendcrm.scoring.risk.binning.BinningModel;
import io.lendcrm.scoring.risk.binning.LabelledTable;
import io.lendcrm.scoring.risk.binning.ValueCounts;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Keeps the variables that are worth a place on a card, and says of each other one why it goes: nearly always missing, nearly
 * always the same value, uninformative, unstable between periods, or said already by a better one (correlation of the weights
 * of evidence). Immutable and thread-safe.
 *
 * <p>Source: the function {@code var_filter} of the R package {@code scorecard} (Xie) for the first three, see {@link #asInR}.
 *
 * @param columns the limits of information, instability and correlation
 * @param greatestMissing the greatest share of missing values that is kept, within [0, 1]
 * @param greatestIdentical the greatest share of the most frequent value, missing ones aside, that is kept, within [0, 1]
 * @param basis of what the information value is
 */
public record VariableFilter(ColumnFilter columns, double greatestMissing, double greatestIdentical, Basis basis) {

    /** What R puts in the place of zeros. */
    private static final double ZERO = 0.99;

    /** Of what the information value is computed. */
    public enum Basis {
        /** Of the bins, as the card will use them. */
        BINS,
        /**
         * Of every distinct value on its own, zeros of goods or bads as 0.99: what R's {@code iv} does. It flatters numbers with
         * many values.
         */
        DISTINCT_VALUES
    }

    /** Why a variable goes. */
    public enum Cause {
        /** Too much of it is missing. */
        MISSING,
        /** Too many rows have the same value. */
        IDENTICAL,
        /** Its information value is too low, or it has a single bin. */
        INFORMATION,
        /** Its population stability index is too high. */
        INSTABILITY,
        /** It is too much like a better variable. */
        CORRELATION
    }

    /**
     * What became of a variable. Immutable and thread-safe.
     *
     * @param variable its name
     * @param information its information value
     * @param missing the share of missing values
     * @param identical the share of the most frequent value among those there are; 1 if there are none
     * @param instability its population stability index, 0 if none was given
     * @param causes why it goes, all that apply, but correlation only where nothing else does; none if it is kept
     * @param other the better variable that it is like, "" if that isn't why
     */
    public record Verdict(
            String variable,
            double information,
            double missing,
            double identical,
            double instability,
            Set<Cause> causes,
            String other) {

        public Verdict {
            requireNonNull(variable, "variable");
            requireNonNull(other, "other");
            causes = Set.copyOf(causes);
        }

        /** {@return whether it is kept} */
        public boolean kept() {
            return causes.isEmpty();
        }
    }

    public VariableFilter {
        requireNonNull(columns, "columns");
        requireNonNull(basis, "basis");
        if (!(greatestMissing >= 0 && greatestMissing <= 1) || !(greatestIdentical >= 0 && greatestIdentical <= 1)) {
            throw new IllegalArgumentException("greatestMissing and greatestIdentical must be within [0, 1], found "
                    + greatestMissing + " and " + greatestIdentical);
        }
    }

    /** {@return the defaults of {@link ColumnFilter}, of bins; at most 95 % missing and at most 95 % the same} */
    public static VariableFilter defaults() {
        return new VariableFilter(ColumnFilter.defaults(), 0.95, 0.95, Basis.BINS);
    }

    /** {@return R's: information value at least 0.02 over distinct values, at most 95 % missing and 95 % the same} */
    public static VariableFilter asInR() {
        return new VariableFilter(
                new ColumnFilter(0.02, Double.POSITIVE_INFINITY, 2), 0.95, 0.95, Basis.DISTINCT_VALUES);
    }

    /**
     * With other limits of information, instability and correlation.
     *
     * @param limits the limits
     * @return the changed filter
     */
    public VariableFilter withColumns(ColumnFilter limits) {
        return new VariableFilter(limits, greatestMissing, greatestIdentical, basis);
    }

    /**
     * Judges variables, the instability of none known.
     *
     * @param table the rows the card is to be fitted on
     * @param bins the bins of the variables
     * @return a verdict for each variable of the bins, in their order
     */
    public List<Verdict> judge(LabelledTable table, BinningModel bins) {
        return judge(table, bins, Map.of());
    }

    /**
     * Judges variables.
     *
     * @param table the rows the card is to be fitted on
     * @param bins the bins of the variables
     * @param instability the population stability index of variables between two periods; one without is taken as stable
     * @return a verdict for each variable of the bins, in their order
     * @throws IllegalArgumentException if the table lacks a variable, or a variable of instability has no bins
     */
    public List<Verdict> judge(LabelledTable table, BinningModel bins, Map<String, Double> instability) {
        Map<String, ValueCounts> counts = new LinkedHashMap<>();
        BinningCounts.of(table).variables().forEach(c -> counts.put(c.feature().name(), c));
        List<String> unknown = instability.keySet().stream()
                .filter(name -> bins.schema().find(name).isEmpty())
                .sorted()
                .toList();
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("instability must be of variables of the bins, found " + unknown
                    + " beside " + bins.schema().names());
        }
        Map<String, Verdict> verdicts = new LinkedHashMap<>();
        for (Binning variable : bins.variables()) {
            ValueCounts values = counts.get(variable.name());
            if (values == null) {
                throw new IllegalArgumentException(
                        "table must have " + variable.name() + ", found " + List.copyOf(counts.keySet()));
            }
            verdicts.put(variable.name(), verdict(variable, values, instability.getOrDefault(variable.name(), 0.0)));
        }
        List<String> left = verdicts.values().stream()
                .filter(Verdict::kept)
                .map(Verdict::variable)
                .toList();
        if (columns.greatestCorrelation() <= 1 && left.size() > 1) {
            dropLikes(verdicts, left, table, bins);
        }
        return List.copyOf(verdicts.values());
    }

    private Verdict verdict(Binning variable, ValueCounts values, double instability) {
        double there = 0;
        double most = 0;
        for (int i = 0; i < values.distinct(); i++) {
            there += values.good(i) + values.bad(i);
            most = Math.max(most, values.good(i) + values.bad(i));
        }
        double absent = values.missingGood() + values.missingBad();
        double missing = absent / (absent + there);
        double identical = there == 0 ? 1 : most / there;
        double information = basis == Basis.BINS ? variable.informationValue() : information(values);
        Set<Cause> causes = EnumSet.noneOf(Cause.class);
        if (missing > greatestMissing) {
            causes.add(Cause.MISSING);
        }
        if (identical > greatestIdentical) {
            causes.add(Cause.IDENTICAL);
        }
        if (information < columns.leastInformation() || information == 0) {
            causes.add(Cause.INFORMATION);
        }
        if (!(instability <= columns.greatestInstability())) {
            causes.add(Cause.INSTABILITY);
        }
        return new Verdict(variable.name(), information, missing, identical, instability, causes, "");
    }

    /** Of every distinct value, the missing being one; the totals are those after zeros were replaced. */
    private static double information(ValueCounts values) {
        List<double[]> cells = new ArrayList<>();
        for (int i = 0; i < values.distinct(); i++) {
            cells.add(new double[] {values.good(i), values.bad(i)});
        }
        if (values.missingGood() + values.missingBad() > 0) {
            cells.add(new double[] {values.missingGood(), values.missingBad()});
        }
        double goods = 0;
        double bads = 0;
        for (double[] cell : cells) {
            cell[0] = cell[0] == 0 ? ZERO : cell[0];
            cell[1] = cell[1] == 0 ? ZERO : cell[1];
            goods += cell[0];
            bads += cell[1];
        }
        double information = 0;
        for (double[] cell : cells) {
            double good = cell[0] / goods;
            double bad = cell[1] / bads;
            information += (bad - good) * Math.log(bad / good);
        }
        return information;
    }

    private void dropLikes(Map<String, Verdict> verdicts, List<String> left, LabelledTable table, BinningModel bins) {
        FeatureTable woe = bins.select(left).woe(table.features());
        double[] target = new double[table.rows()];
        double[] weights = new double[table.rows()];
        for (int row = 0; row < target.length; row++) {
            target[row] = table.isBad(row) ? 1 : 0;
            weights[row] = table.weight(row);
        }
        LogisticData data = LogisticData.of(left, woe.toColumns(), target).withWeights(weights);
        Map<String, Double> information = new LinkedHashMap<>();
        Map<String, Double> instability = new LinkedHashMap<>();
        for (String name : left) {
            Verdict verdict = requireNonNull(verdicts.get(name));
            information.put(name, verdict.information());
            instability.put(name, verdict.instability());
        }
        for (ColumnFilter.Verdict like : columns.judge(data, information, instability)) {
            if (like.cause() == ColumnFilter.Cause.CORRELATION) {
                verdicts.computeIfPresent(
                        like.column(),
                        (name, v) -> new Verdict(
                                name,
                                v.information(),
                                v.missing(),
                                v.identical(),
                                v.instability(),
                                Set.of(Cause.CORRELATION),
                                like.other()));
            }
        }
    }
}
