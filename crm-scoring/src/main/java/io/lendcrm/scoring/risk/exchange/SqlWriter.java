package io.lendcrm.scoring.risk.exchange;

import static java.util.Objects.requireNonNull;

import io.lendcrm.scoring.risk.binning.Bins;
import io.lendcrm.scoring.risk.scorecard.Characteristic;
import io.lendcrm.scoring.risk.scorecard.Scorecard;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes a card as one expression of standard SQL: the base plus one CASE for each characteristic, in the order in which the
 * card adds, in double precision; the score is bit-equal where the database adds from left to right. {@code NULL} is a missing
 * value; a client without a score gets {@code NULL}. Columns have the features' names in double quotes unless told otherwise.
 *
 * <p>A number's column is of any numeric type, a level's of texts that compare letter by letter (no padding, no folding of
 * case). In dialects that read a backslash in a text as an escape, levels with backslashes need that switched off. Immutable
 * and thread-safe.
 */
public final class SqlWriter {

    private final Map<String, String> columns;

    private SqlWriter(Map<String, String> columns) {
        this.columns = columns;
    }

    /** {@return a writer whose columns are the features' names} */
    public static SqlWriter defaults() {
        return new SqlWriter(Map.of());
    }

    /**
     * With another name for a feature's column.
     *
     * @param feature the feature's name
     * @param column the column's name as it is, without quotes
     * @return the changed writer
     */
    public SqlWriter withColumn(String feature, String column) {
        Map<String, String> changed = new LinkedHashMap<>(columns);
        changed.put(requireNonNull(feature, "feature"), requireNonNull(column, "column"));
        return new SqlWriter(Map.copyOf(changed));
    }

    /**
     * The score as an expression.
     *
     * @param card the card
     * @return the expression, to stand behind SELECT
     * @throws IllegalArgumentException if a column was named for a feature that the card lacks, or a text holds the character
     *     U+0000
     */
    public String expression(Scorecard card) {
        columns.keySet().forEach(feature -> card.schema().indexOf(feature));
        List<String> parts = new ArrayList<>();
        parts.add("CAST(" + number(card.base()) + " AS DOUBLE PRECISION)");
        for (boolean levels : new boolean[] {false, true}) {
            for (Characteristic line : card.characteristics()) {
                if (line.bins().feature().type().hasLevels() == levels) {
                    parts.add(levels ? levels(line) : numbers(line));
                }
            }
        }
        return String.join("\n+ ", parts);
    }

    /**
     * The scores of a table.
     *
     * @param card the card
     * @param table the table's name as it is, without quotes
     * @param key the column that tells whose score it is
     * @return a SELECT of the key and the score, called {@code score}
     * @throws IllegalArgumentException as {@link #expression}
     */
    public String select(Scorecard card, String table, String key) {
        return "SELECT " + quoted(key) + ",\n" + expression(card) + " AS \"score\"\nFROM " + quoted(table);
    }

    private String numbers(Characteristic line) {
        Bins bins = line.bins();
        String column = column(line);
        StringBuilder sql = begin(line, column);
        String most = number(Double.MAX_VALUE);
        sql.append("\n  WHEN ").append(column).append(" > ").append(most);
        sql.append(" OR ").append(column).append(" < -").append(most).append(" THEN NULL");
        double[] specials = bins.specials();
        for (int i = 0; i < specials.length; i++) {
            when(sql, column + " = " + number(specials[i]), line.points(bins.bin(specials[i])));
        }
        double[] cuts = bins.cuts();
        for (int bin = 0; bin < cuts.length; bin++) {
            when(sql, column + " < " + number(cuts[bin]), line.points(bin));
        }
        return end(sql, line.points(cuts.length));
    }

    private String levels(Characteristic line) {
        Bins bins = line.bins();
        String column = column(line);
        StringBuilder sql = begin(line, column);
        for (int bin = 0; bin < bins.ordinary(); bin++) {
            List<String> levels = bins.levels(bin);
            if (!levels.isEmpty()) {
                List<String> texts = levels.stream().map(SqlWriter::literal).toList();
                when(sql, column + " IN (" + String.join(", ", texts) + ")", line.points(bin));
            }
        }
        return end(sql, line.points(bins.unseenBin()));
    }

    private static StringBuilder begin(Characteristic line, String column) {
        StringBuilder sql = new StringBuilder("CASE");
        when(sql, column + " IS NULL", line.points(line.bins().missingBin()));
        return sql;
    }

    private static void when(StringBuilder sql, String condition, double points) {
        sql.append("\n  WHEN ").append(condition).append(" THEN ").append(points(points));
    }

    private static String end(StringBuilder sql, double points) {
        return sql.append("\n  ELSE ").append(points(points)).append("\n  END").toString();
    }

    private static String points(double points) {
        return Double.isNaN(points) ? "NULL" : number(points);
    }

    /** Whole numbers as they are; others in double precision, since elsewhere 0.1 is a decimal. */
    private static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) <= Integer.MAX_VALUE) {
            return Integer.toString((int) value);
        }
        String text =
                new BigDecimal(Double.toString(value)).stripTrailingZeros().toString();
        String scientific = text.contains("E") ? text.replace("E+", "E") : text + "E0";
        return "CAST(" + scientific + " AS DOUBLE PRECISION)";
    }

    private String column(Characteristic line) {
        return quoted(columns.getOrDefault(line.name(), line.name()));
    }

    private static String quoted(String identifier) {
        return '"' + plain(identifier).replace("\"", "\"\"") + '"';
    }

    private static String literal(String text) {
        return "'" + plain(text).replace("'", "''") + "'";
    }

    private static String plain(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("SQL can't hold the character U+0000");
        }
        return text;
    }

    /** {@return the columns that have names of their own} */
    @Override
    public String toString() {
        return "SqlWriter" + columns;
    }
}
