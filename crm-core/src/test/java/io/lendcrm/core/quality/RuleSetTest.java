package io.lendcrm.core.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.feature.FeatureTable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RuleSetTest {

    private static final LocalDate TODAY = LocalDate.of(2024, 6, 30);

    @Test
    void everyKindOfCheckFindsItsFault() {
        RuleSet rules = RuleSet.of(
                        Rule.required("name"),
                        Rule.within("age", "18", "120"),
                        Rule.oneOf("segment", "sme", "corporate"),
                        Rule.form("code", "[A-Z][0-9]{2}"),
                        Rule.unique("id"),
                        Rule.refersTo("owner", "clients", Set.of("c1", "c2")),
                        Rule.fresh("filed", TODAY, Period.ofMonths(18)),
                        Rule.together(
                                "drawn-not-above-limit",
                                List.of("drawn", "limit"),
                                "at most the limit",
                                r -> number(r, "drawn").compareTo(number(r, "limit")) <= 0))
                .showing("age", "filed", "drawn");
        FieldRecord good = record(
                1,
                Map.of(
                        "id",
                        "1",
                        "name",
                        "Anna",
                        "age",
                        "18",
                        "segment",
                        "sme",
                        "code",
                        "C26",
                        "owner",
                        "c1",
                        "filed",
                        "2024-03-31",
                        "drawn",
                        "5",
                        "limit",
                        "5.0"));
        FieldRecord bad = record(
                2,
                Map.of(
                        "id",
                        "1",
                        "age",
                        "17",
                        "segment",
                        "retail",
                        "code",
                        "C2",
                        "owner",
                        "c3",
                        "filed",
                        "2021-12-31",
                        "drawn",
                        "5.01",
                        "limit",
                        "5"));

        QualityReport report = rules.check(List.of(good, bad));

        assertThat(report.read()).isEqualTo(2);
        assertThat(report.accepted()).isEqualTo(1);
        assertThat(report.samples())
                .extracting(Finding::toString)
                .containsExactlyInAnyOrder(
                        "x.csv:2 completeness name: expected a value, found nothing",
                        "x.csv:2 range age: expected a number within [18, 120], found 17",
                        "x.csv:2 allowed-values segment: expected one of [corporate, sme], found [6 characters]",
                        "x.csv:2 form code: expected the form [A-Z][0-9]{2}, found [2 characters]",
                        "x.csv:2 uniqueness id: expected a value that no other record has, found [1 characters]",
                        "x.csv:2 reference owner: expected a key of clients, found [2 characters]",
                        "x.csv:2 freshness filed: expected a day from 2022-12-30 to 2024-06-30, found 2021-12-31",
                        "x.csv:2 drawn-not-above-limit drawn: expected at most the limit, found 5.01");
    }

    @Test
    void aMissingValueOnlyBreaksCompleteness() {
        RuleSet rules = RuleSet.of(
                Rule.within("age", "18", null), Rule.unique("age"), Rule.fresh("age", TODAY, Period.ofDays(1)));

        assertThat(rules.check(List.of(record(1, Map.of()), record(2, Map.of())))
                        .isClean())
                .isTrue();
    }

    @Test
    void whatIsNoNumberOrNoDayBreaksItsRule() {
        RuleSet rules = RuleSet.of(Rule.within("age", null, null), Rule.fresh("filed", TODAY, Period.ofYears(1)));

        QualityReport report = rules.check(List.of(record(1, Map.of("age", "old", "filed", "30/06/2024"))));

        assertThat(report.counts()).containsOnlyKeys("range", "freshness");
    }

    @Test
    void aWarningKeepsTheRecord() {
        QualityReport report = RuleSet.of(Rule.required("income").asWarning()).check(List.of(record(1, Map.of())));

        assertThat(report.accepted()).isEqualTo(1);
        assertThat(report.clean()).isZero();
        assertThat(report.cleanShare()).isZero();
        assertThat(report.count("completeness")).isEqualTo(1);
    }

    @Test
    void tablesAreCheckedByTheirFeatures() {
        FeatureTable table = FeatureTable.of(
                FeatureSchema.of(Feature.numeric("age", "years"), Feature.nominal("home", List.of("own", "rent"))),
                List.of(ClientId.of("a"), ClientId.of("b")),
                new double[] {17, Double.NaN},
                new double[] {0, 1});

        QualityReport report = RuleSet.of(
                        Rule.within("age", "18", "99"), Rule.required("age").asWarning(), Rule.oneOf("home", "own"))
                .check(table);

        assertThat(report.samples())
                .extracting(f -> f.place() + " " + f.rule())
                .containsExactlyInAnyOrder(
                        ClientId.of("a") + " range",
                        ClientId.of("b") + " completeness",
                        ClientId.of("b") + " allowed-values");
    }

    private static BigDecimal number(FieldRecord record, String field) {
        return new BigDecimal(record.value(field).orElseThrow());
    }

    private static FieldRecord record(long line, Map<String, String> fields) {
        return FieldRecord.of(Place.of("x.csv", line), fields);
    }
}
