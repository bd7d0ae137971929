package io.lendcrm.examples.scorecard;

import io.lendcrm.examples.command.InputOptions;
import io.lendcrm.examples.command.OutputOptions;
import io.lendcrm.examples.command.TableOptions;
import io.lendcrm.examples.table.Column;
import io.lendcrm.examples.table.Table;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Option;

/** Columns whose values have an order of their own, which a file can't tell. */
public final class LevelOrder {

    @Option(
            names = "--order",
            paramLabel = "COL=LOW|..|HIGH",
            description = "The values of a column in their own order, from one end to the other; may be given for"
                    + " several columns. Only neighbours share a bin, and a trend is one along this order. By default"
                    + " values are ordered by bad rate.")
    private List<String> orders = List.of();

    /** Options that picocli fills. */
    public LevelOrder() {}

    Map<Integer, List<String>> levels(InputOptions input, TableOptions options, Table table, OutputOptions output) {
        Map<Integer, List<String>> levels = new HashMap<>();
        for (String told : orders) {
            int equals = told.indexOf('=');
            List<String> order = Arrays.stream(told.substring(equals + 1).split("\\|", -1))
                    .map(String::strip)
                    .toList();
            if (equals < 1 || order.contains("") || new HashSet<>(order).size() < order.size()) {
                throw output.usage("--order must be as COL=low|middle|high, each value once, found \"" + told + "\"");
            }
            int at = options.column(input, table, "--order", told.substring(0, equals));
            Column column = table.columns().get(at);
            if (column.kind() != Column.Kind.TEXT) {
                throw output.usage("--order is for columns of texts; " + column.name() + " has numbers, which have an"
                        + " order (--text makes them texts)");
            }
            Set<String> unlisted = new TreeSet<>(column.texts());
            unlisted.removeAll(order);
            if (!unlisted.isEmpty()) {
                throw output.usage("--order must list every value of " + column.name() + ", missing " + unlisted);
            }
            if (levels.put(at, order) != null) {
                throw output.usage("--order tells column " + column.name() + " twice");
            }
        }
        return levels;
    }
}
