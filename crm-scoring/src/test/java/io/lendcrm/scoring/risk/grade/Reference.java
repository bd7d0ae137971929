package io.lendcrm.scoring.risk.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.scoring.ReferenceTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The reference numbers of rating migration. */
final class Reference {

    static final List<String> GRADES = List.of("A", "B", "C", "D");
    static final List<String> HISTORIES =
            List.of("small_history", "history_of_40_obligors", "history_of_60_obligors", "history_of_120_obligors");

    private final String key;

    Reference(String key) {
        this.key = key;
    }

    MigrationCounts counts() {
        return counts(0, Integer.MAX_VALUE);
    }

    /** The counts of the obligors from one place to another. */
    MigrationCounts counts(int from, int to) {
        Map<String, List<RatingHistory.Step>> obligors = new LinkedHashMap<>();
        double horizon = 0;
        for (ReferenceTable row : ReferenceTable.rows(Reference.class, "histories.tsv")) {
            if (row.text("key").equals(key)) {
                horizon = row.number("horizon");
                String rating = row.text("rating");
                obligors.computeIfAbsent(row.text("obligor"), o -> new ArrayList<>())
                        .add(new RatingHistory.Step(row.number("time"), rating.equals("W") ? null : rating));
            }
        }
        MigrationCounts counts = MigrationCounts.of(GRADES, horizon);
        List<List<RatingHistory.Step>> all = List.copyOf(obligors.values());
        all.subList(from, Math.min(to, all.size())).forEach(steps -> counts.add(new RatingHistory(steps)));
        return counts;
    }

    double[][] matrix(String item) {
        List<ReferenceTable> cells = ReferenceTable.rows(Reference.class, "migration.tsv").stream()
                .filter(row -> row.text("key").equals(key) && row.text("item").equals(item))
                .toList();
        int n = (int) Math.rint(Math.sqrt(cells.size()));
        double[][] matrix = new double[n][n];
        for (ReferenceTable cell : cells) {
            matrix[(int) cell.number("i")][(int) cell.number("j")] = cell.number("value");
        }
        assertThat(cells).as(key + " " + item).isNotEmpty();
        return matrix;
    }

    /** By row: its label, such as the years of a PD, and its numbers. */
    Map<Double, List<Double>> rows(String item) {
        Map<Double, List<Double>> rows = new LinkedHashMap<>();
        for (ReferenceTable row : ReferenceTable.rows(Reference.class, "migration.tsv")) {
            if (row.text("key").equals(key) && row.text("item").equals(item)) {
                rows.computeIfAbsent(row.number("i"), i -> new ArrayList<>()).add(row.number("value"));
            }
        }
        assertThat(rows).as(key + " " + item).isNotEmpty();
        return rows;
    }

    static void assertNear(double[][] found, double[][] expected, double tolerance) {
        assertThat(found.length).isEqualTo(expected.length);
        for (int i = 0; i < found.length; i++) {
            for (int j = 0; j < found.length; j++) {
                assertThat(found[i][j]).as(i + ", " + j).isCloseTo(expected[i][j], within(tolerance));
            }
        }
    }
}
