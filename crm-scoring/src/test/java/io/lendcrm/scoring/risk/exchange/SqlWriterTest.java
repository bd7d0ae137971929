package io.lendcrm.scoring.risk.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lendcrm.core.feature.Feature;
import io.lendcrm.scoring.risk.binning.Bins;
import io.lendcrm.scoring.risk.scorecard.Characteristic;
import io.lendcrm.scoring.risk.scorecard.Scorecard;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The SQL runs in an embedded H2 database beside the card. */
class SqlWriterTest {

    @Test
    void writesOneCaseForEachCharacteristic() {
        Scorecard card = Scorecard.of(
                500,
                List.of(
                        Characteristic.ofAnswers(
                                        Feature.nominal("home", List.of("rent", "it's own")),
                                        Map.of("rent", 10.0, "it's own", 20.5))
                                .withUnseen(0),
                        Characteristic.of(
                                Bins.numeric(Feature.numeric("age", ""), 25, 40.5)
                                        .withSpecials(-1),
                                -8,
                                3,
                                12,
                                0,
                                -5)));
        assertThat(SqlWriter.defaults().withColumn("age", "client\"age").select(card, "applicants", "id"))
                .isEqualTo("""
                    SELECT "id",
                    CAST(500 AS DOUBLE PRECISION)
                    + CASE
                      WHEN "client""age" IS NULL THEN -5
                      WHEN "client""age" > CAST(1.7976931348623157E308 AS DOUBLE PRECISION) OR "client""age" < -CAST(1.7976931348623157E308 AS DOUBLE PRECISION) THEN NULL
                      WHEN "client""age" = -1 THEN 0
                      WHEN "client""age" < 25 THEN -8
                      WHEN "client""age" < CAST(40.5E0 AS DOUBLE PRECISION) THEN 3
                      ELSE 12
                      END
                    + CASE
                      WHEN "home" IS NULL THEN NULL
                      WHEN "home" IN ('rent') THEN 10
                      WHEN "home" IN ('it''s own') THEN CAST(20.5E0 AS DOUBLE PRECISION)
                      ELSE 0
                      END AS "score"
                    FROM "applicants\"\
                    """);
    }

    @Test
    void aDatabaseGivesTheBitsOfTheCard() throws SQLException {
        try (Connection h2 = DriverManager.getConnection("jdbc:h2:mem:")) {
            for (int seed = 0; seed < 60; seed++) {
                RandomCards random = new RandomCards(seed);
                Scorecard card = random.card();
                List<double[]> rows = new ArrayList<>();
                for (int i = 0; i < 30; i++) {
                    rows.add(random.row(card));
                }
                rows.add(rows.get(0).clone());
                for (int c = 0; c < card.schema().size(); c++) {
                    if (!card.schema().feature(c).type().hasLevels()) {
                        rows.get(30)[c] = Double.NEGATIVE_INFINITY;
                    }
                }
                fill(h2, card, rows);
                String sql = SqlWriter.defaults().select(card, "clients", "id") + " ORDER BY \"id\"";
                try (Statement statement = h2.createStatement();
                        ResultSet found = statement.executeQuery(sql)) {
                    for (double[] row : rows) {
                        assertThat(found.next()).isTrue();
                        double score = found.getDouble(2);
                        assertThat(found.wasNull() ? Double.NaN : score)
                                .as("seed %d", seed)
                                .isEqualTo(Double.valueOf(card.score(row)));
                    }
                }
            }
        }
    }

    private static void fill(Connection h2, Scorecard card, List<double[]> rows) throws SQLException {
        String columns = card.schema().features().stream()
                .map(f -> '"' + f.name() + "\" " + (f.type().hasLevels() ? "VARCHAR(100)" : "DOUBLE PRECISION"))
                .collect(Collectors.joining(", "));
        try (Statement statement = h2.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS \"clients\"");
            statement.execute("CREATE TABLE \"clients\" (\"id\" INT, " + columns + ")");
        }
        String marks = ", ?".repeat(card.schema().size());
        try (PreparedStatement insert = h2.prepareStatement("INSERT INTO \"clients\" VALUES (?" + marks + ")")) {
            for (int r = 0; r < rows.size(); r++) {
                insert.setInt(1, r);
                for (int c = 0; c < card.schema().size(); c++) {
                    insert.setObject(c + 2, value(card.schema().feature(c), rows.get(r)[c]));
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static @org.jspecify.annotations.Nullable Object value(Feature feature, double value) {
        if (Double.isNaN(value)) {
            return null;
        }
        if (!feature.type().hasLevels()) {
            return value;
        }
        return value == Feature.UNSEEN ? "never seen" : feature.levels().get((int) value);
    }

    @Test
    void refusesColumnsOfFeaturesThatTheCardLacks() {
        Scorecard card = new RandomCards(1).card();
        assertThatThrownBy(() -> SqlWriter.defaults().withColumn("height", "h").expression(card))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("height");
    }
}
