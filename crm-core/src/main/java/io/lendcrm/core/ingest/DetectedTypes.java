package io.lendcrm.core.ingest;

import io.lendcrm.core.feature.Feature;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds out in one pass what the columns of a file hold. */
final class DetectedTypes {

    private static final int MOST_LEVELS = 10_000;

    private final String column;
    private long values;
    private long numbers;
    private final Set<String> levels = new TreeSet<>();

    private DetectedTypes(String column) {
        this.column = column;
    }

    /** A feature for each column, as told or as detected; its name is the column's, made to fit. */
    static List<Feature> of(DelimitedFile file, List<String> columns, Map<String, Feature> told) {
        List<DetectedTypes> seen = columns.stream().map(DetectedTypes::new).toList();
        file.forEach(row -> seen.forEach(column -> column.see(row)));
        List<Feature> features = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < columns.size(); i++) {
            Feature feature = told.get(columns.get(i));
            features.add(feature == null ? seen.get(i).feature(distinct(names, nameOf(columns.get(i)))) : feature);
            names.add(features.get(i).name());
        }
        return features;
    }

    private void see(Row row) {
        if (!row.has(column)) {
            return;
        }
        values++;
        try {
            row.number(column);
            numbers++;
        } catch (RefusedRowException e) {
            // not a number: a level then
        }
        if (levels.size() <= MOST_LEVELS) {
            levels.add(row.text(column));
        }
    }

    private Feature feature(String name) {
        if (numbers * 10 >= values * 9) {
            return Feature.numeric(name, "");
        }
        if (levels.size() > MOST_LEVELS) {
            throw new IllegalArgumentException("column \"" + column + "\" must have at most " + MOST_LEVELS
                    + " distinct texts to be a category, or its meaning be told");
        }
        return Feature.nominal(name, List.copyOf(levels));
    }

    private static String nameOf(String column) {
        String name =
                column.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_+|_+$", "");
        return name.isEmpty() ? "column" : Character.isDigit(name.charAt(0)) ? "column_" + name : name;
    }

    private static String distinct(Set<String> taken, String name) {
        String free = name;
        for (int i = 2; taken.contains(free); i++) {
            free = name + "_" + i;
        }
        return free;
    }
}
