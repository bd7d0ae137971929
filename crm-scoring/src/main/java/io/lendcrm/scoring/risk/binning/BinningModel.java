package io.lendcrm.scoring.risk.binning;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.feature.BoundTable;
import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureRow;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.model.FittedModel;
import io.lendcrm.core.model.ModelInfo;
import java.util.List;

/**
 * The bins of many variables, which turn values into weights of evidence: the inputs of a scorecard. A table or a row that
 * lacks a variable, or has it with another type or unit, is refused with the differences named. Immutable and thread-safe.
 */
public final class BinningModel implements FittedModel {

    /** The stable name of this type of model. */
    public static final String TYPE = "binning";

    private final List<Binning> variables;
    private final FeatureSchema schema;
    private final ModelInfo info;

    BinningModel(List<Binning> variables, ModelInfo info) {
        this.variables = List.copyOf(variables);
        this.info = requireNonNull(info, "info");
        this.schema = FeatureSchema.of(
                this.variables.stream().map(b -> b.bins().feature()).toList());
        if (!info.schema().equals(schema)) {
            throw new IllegalArgumentException(
                    "info must have the schema of the variables " + schema.names() + ", found " + info.schema());
        }
    }

    /**
     * A model of some of these variables, such as those a selection kept.
     *
     * @param names their names, in the order wanted
     * @return the model; its provenance tells the fit of all
     * @throws IllegalArgumentException if there is no such variable
     */
    public BinningModel select(List<String> names) {
        List<Binning> kept = names.stream().map(this::variable).toList();
        return new BinningModel(
                kept,
                info.withSchema(FeatureSchema.of(
                        kept.stream().map(b -> b.bins().feature()).toList())));
    }

    @Override
    public ModelInfo info() {
        return info;
    }

    /** {@return the features it takes, in order} */
    public FeatureSchema schema() {
        return schema;
    }

    /** {@return the binnings in the order of the schema} */
    public List<Binning> variables() {
        return variables;
    }

    /**
     * The binning of a variable.
     *
     * @param name its name
     * @return the binning
     * @throws IllegalArgumentException if there is none of that name
     */
    public Binning variable(String name) {
        return variables.get(schema.indexOf(name));
    }

    /**
     * The weights of evidence of one client.
     *
     * @param row values with at least the features of the schema
     * @return one weight a variable, never {@code NaN}
     * @throws IllegalArgumentException if a feature is missing or differs; the message names them all
     */
    public double[] woe(FeatureRow row) {
        FeatureRow bound = schema.bind(row);
        double[] weights = new double[variables.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = variables.get(i).woe(bound.value(i));
        }
        return weights;
    }

    /**
     * The weights of evidence of many clients.
     *
     * @param table a table with at least the features of the schema
     * @return a table of numeric features named as the variables with {@code _woe} behind, never {@code NaN}
     * @throws IllegalArgumentException if a feature is missing or differs; the message names them all
     */
    public FeatureTable woe(FeatureTable table) {
        BoundTable bound = schema.bind(table);
        double[][] weights = new double[variables.size()][bound.rows()];
        for (int i = 0; i < weights.length; i++) {
            Bins bins = variables.get(i).bins();
            double[] woe = variables.get(i).woe();
            for (int row = 0; row < weights[i].length; row++) {
                weights[i][row] = woe[bins.bin(bound.value(row, i))];
            }
        }
        return FeatureTable.of(
                FeatureSchema.of(variables.stream()
                        .map(b -> Feature.numeric(b.name() + "_woe", ""))
                        .toList()),
                table.clients(),
                weights);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BinningModel that && variables.equals(that.variables) && info.equals(that.info);
    }

    @Override
    public int hashCode() {
        return variables.hashCode();
    }

    /** {@return the names of the variables} */
    @Override
    public String toString() {
        return "BinningModel" + schema.names();
    }
}
