package io.lendcrm.examples.segment;

import io.lendcrm.examples.command.InputOptions;
import io.lendcrm.examples.command.TableOptions;
import io.lendcrm.examples.table.Column;
import io.lendcrm.examples.table.Table;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the columns are told to hold, as in {@code numeric=a,b;nominal=c;ordinal=d:low<mid<high}. Without an order of its own
 * an ordinal column's levels come by number if all are numbers, else by the alphabet.
 *
 * @param table the file, its columns of the kinds that were told
 * @param ordinal the levels of ordinal columns from the least to the greatest, by the column's place
 */
record ColumnTypes(Table table, Map<Integer, List<String>> ordinal) {

    ColumnTypes {
        ordinal = Map.copyOf(ordinal);
    }

    static ColumnTypes of(InputOptions input, TableOptions tables, Table table, int[] columns, @Nullable String told) {
        Table typed = table;
        Map<Integer, List<String>> ordinal = new HashMap<>();
        Set<Integer> seen = new HashSet<>();
        for (String part : told == null ? new String[0] : told.split(";", -1)) {
            String[] sides = part.split("=", 2);
            if (sides.length < 2 || !Set.of("numeric", "nominal", "ordinal").contains(sides[0])) {
                throw input.usage("--types must be as numeric=a,b;nominal=c;ordinal=d, found \"" + told + "\"");
            }
            for (String entry : sides[1].split(",", -1)) {
                int colon = sides[0].equals("ordinal") ? entry.indexOf(':') : -1;
                int at = tables.column(input, typed, "--types", colon < 0 ? entry : entry.substring(0, colon));
                if (IntStream.of(columns).noneMatch(column -> column == at)) {
                    throw input.usage("--types must name columns of --columns, found " + entry);
                }
                if (!seen.add(at)) {
                    throw input.usage("--types must name a column once, found " + entry + " twice");
                }
                typed = typed.with(at, sides[0].equals("numeric") ? Column.Kind.NUMBER : Column.Kind.TEXT);
                if (sides[0].equals("ordinal")) {
                    ordinal.put(at, order(input, typed.columns().get(at), colon < 0 ? "" : entry.substring(colon + 1)));
                }
            }
        }
        return new ColumnTypes(typed, ordinal);
    }

    private static List<String> order(InputOptions input, Column column, String told) {
        if (told.isEmpty()) {
            boolean numbers = column.distinctNumbers() == column.texts().size();
            Comparator<String> order =
                    numbers ? Comparator.comparingDouble(Double::parseDouble) : Comparator.naturalOrder();
            return column.texts().stream().sorted(order).toList();
        }
        List<String> levels = List.of(told.split("<"));
        if (!levels.containsAll(column.texts()) || Set.copyOf(levels).size() != levels.size()) {
            throw input.usage("--types must order each level of " + column.name() + " once, found " + told + " for "
                    + column.texts());
        }
        return levels;
    }
}
