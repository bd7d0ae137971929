package io.lendcrm.core.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The columns of a file: how many, and under which names and positions they are found. Immutable and thread-safe. */
final class Columns {

    private static final Pattern NUMBER_OR_DAY = Pattern.compile("(?=.*[0-9])[-+]?[0-9.,:/ T-]+([eE][-+]?[0-9]+)?%?");

    private final List<String> names;
    private final Map<String, Integer> positions = new HashMap<>();
    private final Set<String> ambiguous = new HashSet<>();

    private Columns(List<String> names) {
        this.names = List.copyOf(names);
        for (int i = 0; i < names.size(); i++) {
            if (positions.putIfAbsent(names.get(i), i) != null) {
                ambiguous.add(names.get(i));
            }
        }
        for (int i = 0; i < names.size(); i++) {
            positions.putIfAbsent(String.valueOf(i + 1), i);
        }
    }

    /** The columns that a header names; trailing ones without a name aren't columns. */
    static Columns named(String[] header) {
        List<String> names = new ArrayList<>();
        for (String cell : header) {
            names.add(cell.strip());
        }
        while (names.size() > 1 && names.get(names.size() - 1).isEmpty()) {
            names.remove(names.size() - 1);
        }
        return new Columns(names);
    }

    /** Columns of these names. */
    static Columns of(List<String> names) {
        return new Columns(names);
    }

    /** The columns of a first row of values. */
    static Columns numbered(int count) {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            names.add(String.valueOf(i));
        }
        return new Columns(names);
    }

    /** Whether a first row names columns: its cells are distinct, none but trailing ones empty, none a number or day. */
    static boolean looksLikeHeader(String[] first) {
        List<String> names = named(first).names;
        return new HashSet<>(names).size() == names.size()
                && names.stream()
                        .noneMatch(name ->
                                name.isEmpty() || NUMBER_OR_DAY.matcher(name).matches());
    }

    /** {@return the names, or the positions from 1 if there is no header} */
    List<String> names() {
        return names;
    }

    int count() {
        return names.size();
    }

    /** Where a column stands, by its name or its position from 1. */
    int indexOf(String column) {
        Integer at = positions.get(column);
        if (at == null) {
            throw new IllegalArgumentException("column must be one of " + names + " or a position from 1 to "
                    + names.size() + ", found \"" + column + "\"");
        }
        if (ambiguous.contains(column)) {
            throw new IllegalArgumentException(
                    "column \"" + column + "\" must be told by its position: several have that name");
        }
        return at;
    }
}
