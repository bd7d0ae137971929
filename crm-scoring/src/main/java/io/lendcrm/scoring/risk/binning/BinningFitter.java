package io.lendcrm.scoring.risk.binning;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.feature.Fingerprint;
import io.lendcrm.core.model.FitException;
import io.lendcrm.core.model.Fitter;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.core.model.Run;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;

/**
 * Bins every variable of a table, each on its own and on as many threads as the run has. A variable that tells nothing
 * (constant, missing everywhere, too thin) keeps one bin with weight 0 and is named in the model's warnings; a target of one
 * class is an error. Immutable and thread-safe.
 */
public final class BinningFitter implements Fitter<LabelledTable, BinningModel> {

    private final VariableOptions standard;
    private final Map<String, VariableOptions> own;

    private BinningFitter(VariableOptions standard, Map<String, VariableOptions> own) {
        this.standard = requireNonNull(standard, "standard");
        this.own = Collections.unmodifiableMap(new LinkedHashMap<>(own));
    }

    /** {@return exact optimal binning with its defaults} */
    public static BinningFitter defaults() {
        return of(VariableOptions.defaults());
    }

    /**
     * One way for all variables.
     *
     * @param method how edges are found
     * @return the fitter
     */
    public static BinningFitter of(BinningMethod method) {
        return of(VariableOptions.of(method));
    }

    /**
     * One way for all variables.
     *
     * @param options how they are binned
     * @return the fitter
     */
    public static BinningFitter of(VariableOptions options) {
        return new BinningFitter(options, Map.of());
    }

    /**
     * With another way for one variable.
     *
     * @param variable its name
     * @param options how it is binned
     * @return the changed fitter
     */
    public BinningFitter with(String variable, VariableOptions options) {
        Map<String, VariableOptions> more = new LinkedHashMap<>(own);
        more.put(requireNonNull(variable, "variable"), requireNonNull(options, "options"));
        return new BinningFitter(standard, more);
    }

    /**
     * Bins the variables of a table.
     *
     * @throws FitException if the table has no good or no bad row, or fixed edges can't be kept
     * @throws IllegalArgumentException if an option is for a variable that isn't there, or doesn't fit its type
     */
    @Override
    public BinningModel fit(LabelledTable data, Run run) {
        FeatureSchema schema = data.features().schema();
        return fit(schema, data.rows(), data::counts, run);
    }

    /**
     * Bins counted variables, such as the merged counts of several books.
     *
     * @param counts the counts
     * @param run clock, threads and cancellation
     * @return the model that a table of all counted rows would give
     * @throws FitException if there is no good or no bad row, or fixed edges can't be kept
     * @throws IllegalArgumentException if an option is for a variable that isn't there, or doesn't fit its type
     */
    public BinningModel fit(BinningCounts counts, Run run) {
        return fit(counts.schema(), counts.rows(), counts.variables()::get, run);
    }

    private BinningModel fit(FeatureSchema schema, long rows, IntFunction<ValueCounts> counts, Run run) {
        own.keySet().forEach(schema::indexOf);
        if (schema.size() == 0 || rows == 0) {
            throw new FitException(
                    BinningModel.TYPE,
                    "the table has " + rows + " rows of " + schema.size() + " features",
                    "at least one feature and rows of both outcomes");
        }
        String[] fingerprints = new String[schema.size()];
        VariableFit.Fitted[] fitted = new VariableFit.Fitted[schema.size()];
        Variables.each(schema.size(), run, column -> {
            ValueCounts variable = counts.apply(column);
            requireBothClasses(variable);
            fingerprints[column] = variable.fingerprint();
            VariableOptions options = own.getOrDefault(schema.feature(column).name(), standard);
            fitted[column] = VariableFit.fit(variable, options);
        });
        List<Binning> binnings = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        Fingerprint whole = Fingerprint.empty();
        for (int column = 0; column < fitted.length; column++) {
            binnings.add(fitted[column].binning());
            whole.add(fingerprints[column]);
            String warning = fitted[column].warning();
            if (warning != null) {
                warnings.add(warning);
            }
        }
        ModelInfo info = ModelInfo.of(BinningModel.TYPE, run, rows, whole.hex())
                .withSchema(schema)
                .withOptions(options())
                .withWarnings(warnings);
        return new BinningModel(binnings, info);
    }

    private static void requireBothClasses(ValueCounts counts) {
        double good = counts.totalGood();
        double bad = counts.totalBad();
        if (!(good > 0 && bad > 0)) {
            throw new FitException(
                    BinningModel.TYPE,
                    "the target has " + good + " goods and " + bad + " bads",
                    "rows of both outcomes");
        }
    }

    private Map<String, String> options() {
        Map<String, String> named = new TreeMap<>(named("", standard));
        own.forEach((variable, options) -> named.putAll(named(variable + ".", options)));
        return named;
    }

    private static Map<String, String> named(String prefix, VariableOptions options) {
        Map<String, String> named = new TreeMap<>();
        options.method().options().forEach((name, value) -> named.put(prefix + name, value));
        named.put(prefix + "specials", specials(options.specials()));
        named.put(prefix + "missing", options.missing().name());
        named.put(prefix + "missingBelow", Double.toString(options.missingBelow()));
        named.put(prefix + "unseen", options.unseen().name());
        named.put(prefix + "zeroCell", Double.toString(options.zeroCell()));
        return named;
    }

    private static String specials(List<List<Double>> groups) {
        return groups.stream()
                .map(group -> group.size() == 1 ? group.get(0).toString() : group.toString())
                .toList()
                .toString();
    }
}
