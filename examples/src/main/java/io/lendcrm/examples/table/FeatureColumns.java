package io.lendcrm.examples.table;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.feature.FeatureTable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Columns of a table as features. A feature's name is the column's as far as a feature's name allows; its description is the
 * column's name as it stands in the file, by which a model's features find their columns again. Clients are numbered from 1.
 * Stateless and thread-safe.
 */
public final class FeatureColumns {

    private FeatureColumns() {}

    /**
     * The features that a model can be fitted to: numbers as numbers, texts as levels in alphabetical order.
     *
     * @param table the table
     * @param columns which of its columns, from 0
     * @return their features, row by row
     * @throws IllegalArgumentException if a cell of a column of numbers is none, or infinite
     */
    public static FeatureTable of(Table table, int[] columns) {
        return of(table, columns, Map.of());
    }

    /**
     * As {@link #of(Table, int[])}, some columns' levels in an order that tells more and less.
     *
     * @param table the table
     * @param columns which of its columns, from 0
     * @param ordinal the levels from the least to the greatest of those columns that have an order, by the column's place;
     *     others are taken as their kind says
     * @return their features, row by row; a level that isn't listed is {@link Feature#UNSEEN}
     * @throws IllegalArgumentException if a cell of a column of numbers is none, or infinite
     */
    public static FeatureTable of(Table table, int[] columns, Map<Integer, List<String>> ordinal) {
        List<Feature> features = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (int at : columns) {
            Column column = table.columns().get(at);
            String name = featureName(column.name(), at, taken);
            List<String> order = ordinal.getOrDefault(at, List.of());
            Feature feature = !order.isEmpty()
                    ? Feature.ordinal(name, order)
                    : column.kind() == Column.Kind.NUMBER || column.texts().isEmpty()
                            ? Feature.numeric(name, "")
                            : Feature.nominal(
                                    name, column.texts().stream().sorted().toList());
            features.add(described(feature, column.name()));
        }
        return values(table, columns, FeatureSchema.of(features));
    }

    /**
     * The features that a model wants.
     *
     * @param table the table; columns that the model doesn't want do no harm
     * @param schema the model's features
     * @return the model's features, row by row; levels that it never saw are {@link Feature#UNSEEN}
     * @throws IllegalArgumentException if {@link #absent} finds any, a cell of a numeric feature is no number, or infinite
     */
    public static FeatureTable of(Table table, FeatureSchema schema) {
        return values(table, positions(table, schema), schema);
    }

    /**
     * The columns that a model wants and a table lacks.
     *
     * @param table the table
     * @param schema the model's features
     * @return their names; empty if all are there
     */
    public static List<String> absent(Table table, FeatureSchema schema) {
        return schema.features().stream()
                .filter(feature -> find(table, feature).isEmpty())
                .map(FeatureColumns::columnName)
                .toList();
    }

    /**
     * Where the columns that a model wants stand.
     *
     * @param table the table
     * @param schema the model's features
     * @return a place from 0 for each feature
     * @throws IllegalArgumentException if {@link #absent} finds any
     */
    public static int[] positions(Table table, FeatureSchema schema) {
        List<String> absent = absent(table, schema);
        if (!absent.isEmpty()) {
            throw new IllegalArgumentException(table.name() + " must have the columns " + absent);
        }
        return schema.features().stream()
                .mapToInt(feature -> find(table, feature).orElseThrow())
                .toArray();
    }

    /**
     * The name of the column that a feature was made from.
     *
     * @param feature the feature
     * @return the column's name as it stood in the file
     */
    public static String columnName(Feature feature) {
        return feature.description();
    }

    private static OptionalInt find(Table table, Feature feature) {
        List<String> names = table.names();
        OptionalInt exact = only(names, columnName(feature));
        return exact.isPresent() ? exact : only(names, feature.name());
    }

    private static OptionalInt only(List<String> names, String name) {
        int[] found = IntStream.range(0, names.size())
                .filter(i -> names.get(i).equals(name))
                .toArray();
        return found.length == 1 ? OptionalInt.of(found[0]) : OptionalInt.empty();
    }

    private static FeatureTable values(Table table, int[] columns, FeatureSchema schema) {
        double[][] values = new double[columns.length][table.rows()];
        for (int c = 0; c < columns.length; c++) {
            Column column = table.columns().get(columns[c]);
            Feature feature = schema.feature(c);
            boolean levels = feature.type().hasLevels();
            double[] codes =
                    levels ? column.texts().stream().mapToDouble(feature::code).toArray() : new double[0];
            for (int row = 0; row < table.rows(); row++) {
                if (!levels && column.isNoNumber(row)) {
                    throw new IllegalArgumentException(
                            column.name() + " must be a finite number in line " + table.line(row));
                }
                values[c][row] = levels ? column.level(row, codes) : column.number(row);
            }
        }
        List<ClientId> clients = IntStream.rangeClosed(1, table.rows())
                .mapToObj(row -> ClientId.of(String.valueOf(row)))
                .toList();
        return FeatureTable.of(schema, clients, values);
    }

    private static String featureName(String column, int at, Set<String> taken) {
        String name =
                column.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_+|_+$", "");
        if (name.isEmpty()) {
            name = "column_" + (at + 1);
        } else if (!Character.isLetter(name.charAt(0))) {
            name = "column_" + name;
        }
        String free = name;
        for (int i = 2; !taken.add(free); i++) {
            free = name + "_" + i;
        }
        return free;
    }

    private static Feature described(Feature feature, String column) {
        return new Feature(
                feature.name(),
                feature.type(),
                feature.unit(),
                feature.levels(),
                feature.dimension(),
                feature.dataClass(),
                feature.reads(),
                column);
    }
}
