package io.lendcrm.scoring.proof.fairness;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.feature.FeatureType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A property by which people must not be treated differently without reason, such as sex or age, and the group of each
 * row. Rows whose property isn't known are a group of their own, {@link #MISSING}: who doesn't tell may be treated
 * differently too. It is read for the test only and never enters a model by it. Immutable and thread-safe.
 */
public final class ProtectedAttribute {

    /** The name of the group of rows whose property isn't known. */
    public static final String MISSING = "(missing)";

    /** The name of the group of rows whose level the column doesn't know. */
    public static final String UNSEEN = "(unseen)";

    private final String name;
    private final List<String> groups;
    private final int[] group;

    private ProtectedAttribute(String name, List<String> levels, int[] code) {
        requireNonNull(name, "name");
        if (name.isBlank()) {
            throw new IllegalArgumentException("name must not be blank");
        }
        if (Set.copyOf(levels).size() != levels.size() || levels.contains(MISSING)) {
            throw new IllegalArgumentException(
                    "groups must be distinct and none called " + MISSING + ", found " + levels);
        }
        int[] rows = new int[levels.size() + 1];
        for (int c : code) {
            rows[c]++;
        }
        List<String> used = new ArrayList<>();
        int[] place = new int[rows.length];
        for (int level = 0; level < rows.length; level++) {
            place[level] = used.size();
            if (rows[level] > 0) {
                used.add(level == levels.size() ? MISSING : levels.get(level));
            }
        }
        if (used.size() < 2) {
            throw new IllegalArgumentException(name + " must have rows of at least 2 groups, found " + used);
        }
        this.name = name;
        this.groups = List.copyOf(used);
        this.group = Arrays.stream(code).map(c -> place[c]).toArray();
    }

    /**
     * Groups as they are told, in alphabetical order.
     *
     * @param name what it is, such as {@code sex}
     * @param told the group of each row, null where it isn't known
     * @return the attribute
     * @throws IllegalArgumentException if there are fewer than two groups, or one is called {@link #MISSING} or {@link #UNSEEN}
     */
    public static ProtectedAttribute of(String name, List<@Nullable String> told) {
        List<String> levels =
                told.stream().filter(g -> g != null).distinct().sorted().toList();
        if (levels.contains(UNSEEN)) {
            throw new IllegalArgumentException("groups must not be called " + UNSEEN + ", found " + levels);
        }
        Map<String, Integer> places = new HashMap<>();
        levels.forEach(level -> places.put(level, places.size()));
        int[] code = new int[told.size()];
        for (int row = 0; row < code.length; row++) {
            code[row] = places.getOrDefault(told.get(row), levels.size());
        }
        return new ProtectedAttribute(name, levels, code);
    }

    /**
     * Bands of a number, such as of age: below the first edge, from each edge to the next, from the last on.
     *
     * @param name what it is
     * @param edges ascending and finite, at least one; a value on an edge is in the band above it
     * @param values the number of each row, {@code NaN} where it isn't known
     * @return the attribute
     * @throws IllegalArgumentException if the edges aren't ascending, or fewer than two groups have rows
     */
    public static ProtectedAttribute ofBands(String name, double[] edges, double[] values) {
        List<String> levels = new ArrayList<>();
        for (int i = 0; i < edges.length; i++) {
            if (!Double.isFinite(edges[i]) || i > 0 && !(edges[i] > edges[i - 1])) {
                throw new IllegalArgumentException(
                        "edges must be finite and ascending, found " + edges[i] + " in place " + (i + 1));
            }
            levels.add(i == 0 ? "below " + text(edges[0]) : "from " + text(edges[i - 1]) + " below " + text(edges[i]));
        }
        if (edges.length == 0) {
            throw new IllegalArgumentException("edges must not be empty");
        }
        levels.add("from " + text(edges[edges.length - 1]));
        int[] code = new int[values.length];
        for (int row = 0; row < code.length; row++) {
            for (double edge : edges) {
                code[row] += values[row] >= edge ? 1 : 0;
            }
            code[row] = Double.isNaN(values[row]) ? levels.size() : code[row];
        }
        return new ProtectedAttribute(name, levels, code);
    }

    /**
     * The levels of a column.
     *
     * @param table the rows
     * @param feature a column with levels, or a binary one; its missing values are the missing group, its unseen levels one of
     *     their own, {@link #UNSEEN}
     * @return the attribute, groups in the order of the levels; of a binary column {@code no} and {@code yes}
     * @throws IllegalArgumentException if the column is numeric ({@link #ofBands} is for those) or unknown
     */
    public static ProtectedAttribute from(FeatureTable table, String feature) {
        Feature column = table.schema().feature(table.schema().indexOf(feature));
        if (!column.type().hasLevels() && column.type() != FeatureType.BINARY) {
            throw new IllegalArgumentException(feature + " must have levels or be binary, found " + column.type());
        }
        List<String> levels =
                new ArrayList<>(column.type() == FeatureType.BINARY ? List.of("no", "yes") : column.levels());
        levels.add(UNSEEN);
        int[] code = new int[table.rows()];
        double[] values = table.column(feature);
        for (int row = 0; row < code.length; row++) {
            code[row] = values[row] >= 0
                    ? (int) values[row]
                    : values[row] == Feature.UNSEEN ? levels.size() - 1 : levels.size();
        }
        return new ProtectedAttribute(feature, levels, code);
    }

    /** Whether a group is one that others can be compared with. */
    static boolean isKnown(String group) {
        return !group.equals(MISSING) && !group.equals(UNSEEN);
    }

    private static String text(double edge) {
        return edge == Math.rint(edge) && Math.abs(edge) < 1e15 ? Long.toString((long) edge) : Double.toString(edge);
    }

    /** {@return what it is} */
    public String name() {
        return name;
    }

    /** {@return the groups that have rows, those of unseen and of missing values last} */
    public List<String> groups() {
        return groups;
    }

    /** {@return how many rows} */
    public int rows() {
        return group.length;
    }

    /**
     * The group of a row.
     *
     * @param row from 0
     * @return its place in {@link #groups}
     */
    public int group(int row) {
        return group[row];
    }

    /** Equal if name and groups of all rows are. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ProtectedAttribute that
                && name.equals(that.name)
                && groups.equals(that.groups)
                && Arrays.equals(group, that.group);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(group);
    }

    /** {@return its name and groups, never a row's} */
    @Override
    public String toString() {
        return "ProtectedAttribute[" + name + ", " + groups + ", " + group.length + " rows]";
    }
}
