package io.lendcrm.segmentation.prototype;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.feature.FeatureType;
import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.DocumentReader;
import io.lendcrm.core.model.FitException;
import io.lendcrm.segmentation.preparation.FittedPreparation;
import io.lendcrm.segmentation.preparation.MissingValues;
import io.lendcrm.segmentation.preparation.Preparation;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What clients' values are to prototypes: numbers and the places of ordinal levels become coordinates, nominal and
 * yes/no features become numbers of levels.
 */
final class MixedPreparation {

    private final FeatureSchema schema;
    private final @Nullable FittedPreparation scale;
    private final double[] fill;
    private final int[] numbers;
    private final int[] levels;

    /**
     * @param schema the features
     * @param scale of the numbers; null if there are none
     * @param fill what stands for each missing level, {@code NaN} if it is refused
     */
    MixedPreparation(FeatureSchema schema, @Nullable FittedPreparation scale, double[] fill) {
        this.schema = schema;
        this.scale = scale;
        this.fill = fill;
        this.numbers = places(schema, true);
        this.levels = places(schema, false);
        for (int j = 0; j < levels.length; j++) {
            int known = levelsOf(levels[j]);
            if (!Double.isNaN(fill[j]) && !(fill[j] >= 0 && fill[j] < known && fill[j] == Math.rint(fill[j]))) {
                throw new IllegalArgumentException(
                        "fill of " + schema.feature(levels[j]).name() + " must be the number of one of " + known
                                + " levels, found " + (long) fill[j]);
            }
        }
    }

    static MixedPreparation fit(FeatureTable table, Preparation options, String model) {
        requireNamed(table.schema(), options, model);
        int[] numbers = places(table.schema(), true);
        int[] levels = places(table.schema(), false);
        double[] fill = new double[levels.length];
        for (int j = 0; j < fill.length; j++) {
            fill[j] = mostFrequent(table, levels[j], options, model);
        }
        if (numbers.length == 0) {
            return new MixedPreparation(table.schema(), null, fill);
        }
        Preparation own = Preparation.none();
        for (int at : numbers) {
            String name = table.schema().feature(at).name();
            own = own.withScale(name, options.scale(name)).withMissing(name, options.missing(name));
        }
        return new MixedPreparation(table.schema(), own.fit(numbers(table, numbers), model), fill);
    }

    private static void requireNamed(FeatureSchema schema, Preparation options, String model) {
        for (String name : options.exceptions()) {
            if (schema.find(name).isEmpty()) {
                throw new FitException(
                        model,
                        "there is no feature " + name + " to prepare in its own way",
                        "one of " + schema.names());
            }
            if (!isNumber(schema.feature(schema.indexOf(name))) && options.scale(name) != options.scale("")) {
                throw new FitException(model, name + " has levels, which have no scale", "leaving its scale out");
            }
        }
    }

    private static double mostFrequent(FeatureTable table, int at, Preparation options, String model) {
        Feature feature = table.schema().feature(at);
        MissingValues policy = options.missing(feature.name());
        int[] count = new int[Math.max(2, feature.levels().size())];
        for (int i = 0; i < table.rows(); i++) {
            double value = table.value(i, at);
            if (Double.isNaN(value) && policy == MissingValues.REFUSE) {
                throw new FitException(
                        model,
                        feature.name() + " is missing in row " + (i + 1),
                        "filling missing values or leaving such rows out");
            }
            if (value >= 0) {
                count[(int) value]++;
            }
        }
        if (policy == MissingValues.REFUSE) {
            return Double.NaN;
        }
        int most = IntStream.range(0, count.length).reduce(0, (best, l) -> count[l] > count[best] ? l : best);
        if (count[most] == 0) {
            throw new FitException(
                    model, feature.name() + " is missing in all " + table.rows() + " rows", "leaving it out");
        }
        return most;
    }

    private static FeatureTable numbers(FeatureTable table, int[] numbers) {
        List<ClientId> clients = table.clients();
        double[][] columns = new double[numbers.length][];
        for (int j = 0; j < numbers.length; j++) {
            columns[j] = table.column(numbers[j]);
            for (int i = 0; i < columns[j].length; i++) {
                columns[j][i] = number(table.schema().feature(numbers[j]), columns[j][i]);
            }
        }
        return FeatureTable.of(numbersOf(table.schema()), clients, columns);
    }

    /** An ordinal level that the feature lacks has no place: it counts as missing. */
    private static double number(Feature feature, double value) {
        return feature.type() == FeatureType.ORDINAL && value == Feature.UNSEEN ? Double.NaN : value;
    }

    private static FeatureSchema numbersOf(FeatureSchema schema) {
        return FeatureSchema.of(Arrays.stream(places(schema, true))
                .mapToObj(at -> Feature.numeric(schema.feature(at).name(), ""))
                .toList());
    }

    private static int[] places(FeatureSchema schema, boolean numbers) {
        return IntStream.range(0, schema.size())
                .filter(at -> isNumber(schema.feature(at)) == numbers)
                .toArray();
    }

    static boolean isNumber(Feature feature) {
        return feature.type() == FeatureType.NUMERIC || feature.type() == FeatureType.ORDINAL;
    }

    /** Where the features that are coordinates stand in the schema. */
    int[] numbers() {
        return numbers;
    }

    /** Where the features that are matched stand in the schema. */
    int[] levels() {
        return levels;
    }

    /** How many levels the feature at a place of the schema has. */
    int levelsOf(int at) {
        return Math.max(2, schema.feature(at).levels().size());
    }

    /** The coordinate of a feature among {@link #numbers()}. */
    double coordinate(int j, double value) {
        double number = number(schema.feature(numbers[j]), value);
        return scale == null ? number : scale.scaled(j, number);
    }

    /** A coordinate in the feature's own unit, or the place among ordinal levels. */
    double original(int j, double coordinate) {
        return scale == null ? coordinate : scale.original(j, coordinate);
    }

    /** The number of the level of a feature among {@link #levels()}; {@link Feature#UNSEEN} if it has no such level. */
    double level(int j, double value) {
        return Double.isNaN(value) ? fill[j] : value;
    }

    double[] coordinates(double[] values) {
        double[] x = new double[numbers.length];
        for (int j = 0; j < x.length; j++) {
            x[j] = coordinate(j, values[numbers[j]]) + 0.0;
        }
        return x;
    }

    double[] levels(double[] values) {
        double[] own = new double[levels.length];
        for (int j = 0; j < own.length; j++) {
            own[j] = level(j, values[levels[j]]);
        }
        return own;
    }

    /** Whether a row can be placed, see {@link #missing}. */
    boolean isComplete(double[] values) {
        boolean isKnown = false;
        for (int at = 0; at < values.length; at++) {
            isKnown |= !Double.isNaN(values[at]);
        }
        for (int j = 0; isKnown && j < numbers.length; j++) {
            isKnown = !isRefused(j, values[numbers[j]]);
        }
        for (int j = 0; isKnown && j < levels.length; j++) {
            isKnown = !Double.isNaN(level(j, values[levels[j]]));
        }
        return isKnown;
    }

    private boolean isRefused(int j, double value) {
        double number = number(schema.feature(numbers[j]), value);
        return Double.isNaN(number) && (scale == null || Double.isNaN(scale.scaled(j, number)));
    }

    /** The names of features that a row can't be placed without: those missing and refused, all if none is known. */
    List<String> missing(double[] values) {
        if (isComplete(values)) {
            return List.of();
        }
        boolean[] refused = new boolean[values.length];
        for (int j = 0; j < numbers.length; j++) {
            refused[numbers[j]] = isRefused(j, values[numbers[j]]);
        }
        for (int j = 0; j < levels.length; j++) {
            refused[levels[j]] = Double.isNaN(level(j, values[levels[j]]));
        }
        boolean isEmpty = Arrays.stream(values).allMatch(Double::isNaN);
        return IntStream.range(0, values.length)
                .filter(at -> refused[at] || isEmpty)
                .mapToObj(at -> schema.feature(at).name())
                .toList();
    }

    Document.Items scaleDocument() {
        return scale == null ? new Document.Items(List.of()) : scale.document();
    }

    Document.Tree fillDocument() {
        var tree = Document.tree();
        for (int j = 0; j < levels.length; j++) {
            if (!Double.isNaN(fill[j])) {
                tree.put(schema.feature(levels[j]).name(), (int) fill[j]);
            }
        }
        return tree.build();
    }

    static MixedPreparation read(DocumentReader reader, FeatureSchema schema) {
        FeatureSchema numbers = numbersOf(schema);
        FittedPreparation scale = FittedPreparation.read(reader, "preparation", numbers);
        DocumentReader fills = reader.tree("fill");
        double[] fill = Arrays.stream(places(schema, false))
                .mapToObj(at -> schema.feature(at).name())
                .mapToDouble(name -> fills.has(name) ? fills.whole(name) : Double.NaN)
                .toArray();
        fills.end();
        return reader.build(() -> new MixedPreparation(schema, numbers.size() == 0 ? null : scale, fill));
    }
}
