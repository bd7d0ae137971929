package io.lendcrm.examples.risk;

import io.lendcrm.examples.table.Column;
import java.util.Comparator;

/** Periods by number if they are numbers, such as years or quarters counted on, else by their text. */
record Chronological(Column.Kind kind) implements Comparator<String> {

    @Override
    public int compare(String first, String second) {
        int order =
                kind == Column.Kind.NUMBER ? Double.compare(Double.parseDouble(first), Double.parseDouble(second)) : 0;
        return order != 0 ? order : first.compareTo(second);
    }
}
