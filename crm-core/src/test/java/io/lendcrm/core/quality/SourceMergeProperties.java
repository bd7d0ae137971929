package io.lendcrm.core.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.lendcrm.core.SourceId;
import io.lendcrm.core.time.AsOf;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SourceMergeProperties {

    private static final AsOf TODAY = AsOf.endOf(LocalDate.of(2024, 6, 30), ZoneOffset.UTC);
    private static final SourceRegistry REGISTRY = SourceRegistry.of(List.of(
            DataSource.of("register", 90, Period.ofYears(2)),
            DataSource.of("core-banking", 70, Period.ofMonths(3)),
            DataSource.of("application", 30, Period.ofYears(1))));

    @Property
    void theOrderOfTheRecordsAndRepeatedOnesDoNotMatter(
            @ForAll("records") List<SourceRecord> records, @ForAll MergePolicy policy, @ForAll long seed) {
        SourceMerge merge = SourceMerge.of(REGISTRY, policy).with("income", MergePolicy.NON_EMPTY);
        List<SourceRecord> shuffled = new ArrayList<>(records);
        shuffled.addAll(records);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(merge.merge(shuffled, TODAY)).isEqualTo(merge.merge(records, TODAY));
    }

    @Property
    void everyValueIsOneThatItsSourceGave(@ForAll("records") List<SourceRecord> records, @ForAll MergePolicy policy) {
        SourceMerge.of(REGISTRY, policy).merge(records, TODAY).forEach((field, merged) -> {
            List<SourceRecord> speaking =
                    records.stream().filter(r -> r.fields().containsKey(field)).toList();
            assertThat(speaking)
                    .anyMatch(r -> r.source().equals(merged.source())
                            && r.recordedAt().equals(merged.recordedAt())
                            && r.fields().get(field).equals(merged.value()));
            switch (policy) {
                case MOST_RECENT ->
                    assertThat(speaking).noneMatch(r -> r.recordedAt().isAfter(merged.recordedAt()));
                case OLDEST ->
                    assertThat(speaking).noneMatch(r -> r.recordedAt().isBefore(merged.recordedAt()));
                case MOST_TRUSTED -> assertThat(speaking).noneMatch(r -> trust(r.source()) > trust(merged.source()));
                case NON_EMPTY -> {
                    assertThat(merged.value()).isNotEmpty();
                    assertThat(speaking)
                            .noneMatch(r ->
                                    !r.fields().get(field).isEmpty() && trust(r.source()) > trust(merged.source()));
                }
            }
        });
    }

    @Property
    void nothingRecordedLaterChangesTheResult(
            @ForAll("records") List<SourceRecord> records,
            @ForAll("records") List<SourceRecord> later,
            @ForAll MergePolicy policy) {
        SourceMerge merge = SourceMerge.of(REGISTRY, policy);
        List<SourceRecord> all = new ArrayList<>(records);
        later.forEach(r -> all.add(new SourceRecord(r.source(), TODAY.knownBy().plusSeconds(1), r.fields())));

        assertThat(merge.merge(all, TODAY)).isEqualTo(merge.merge(records, TODAY));
    }

    @Example
    void provenanceTellsSourceStalenessAndDissent() {
        List<SourceRecord> records = List.of(
                record("register", "2023-01-10", Map.of("name", "Acme Ltd", "employees", "12")),
                record("application", "2024-06-01", Map.of("name", "ACME", "employees", "", "phone", "1")),
                record("core-banking", "2024-01-01", Map.of("employees", "14")));

        Map<String, MergedField> merged = SourceMerge.of(REGISTRY, MergePolicy.MOST_TRUSTED)
                .with("employees", MergePolicy.MOST_RECENT)
                .merge(records, TODAY);

        assertThat(merged.get("name").value()).isEqualTo("Acme Ltd");
        assertThat(merged.get("name").dissenting()).containsExactly(SourceId.of("application"));
        assertThat(merged.get("employees").value()).isEmpty();
        assertThat(merged.get("employees").stale()).isFalse();
        assertThat(SourceMerge.of(REGISTRY, MergePolicy.OLDEST)
                        .merge(records.subList(2, 3), TODAY)
                        .get("employees")
                        .stale())
                .isTrue();
        assertThat(merged.get("name").toString()).doesNotContain("Acme");
    }

    @Example
    void anUnknownSourceIsNeitherTrustedNorFresh() {
        MergedField merged = SourceMerge.of(REGISTRY, MergePolicy.MOST_TRUSTED)
                .merge(
                        List.of(
                                record("hearsay", "2024-06-20", Map.of("phone", "2")),
                                record("application", "2020-01-01", Map.of("phone", "1"))),
                        TODAY)
                .get("phone");

        assertThat(merged.value()).isEqualTo("1");
        assertThat(REGISTRY.knows(SourceId.of("hearsay"))).isFalse();
        assertThat(REGISTRY.get(SourceId.of("hearsay")).isStale(at("2024-06-20"), TODAY.date()))
                .isTrue();
    }

    @Provide
    Arbitrary<List<SourceRecord>> records() {
        Arbitrary<SortedMap<String, String>> fields = Arbitraries.maps(
                        Arbitraries.of("name", "income", "employees"), Arbitraries.of("", "1", "2", "3"))
                .ofMaxSize(3)
                .map(TreeMap::new);
        return Combinators.combine(
                        Arbitraries.of("register", "core-banking", "application", "hearsay"),
                        Arbitraries.integers().between(1, 6),
                        fields)
                .as((source, month, texts) ->
                        new SourceRecord(SourceId.of(source), at("2024-0" + month + "-01"), texts))
                .list()
                .ofMaxSize(8);
    }

    private static int trust(SourceId source) {
        return REGISTRY.get(source).trust();
    }

    private static SourceRecord record(String source, String day, Map<String, String> fields) {
        return new SourceRecord(SourceId.of(source), at(day), new TreeMap<>(fields));
    }

    private static Instant at(String day) {
        return AsOf.recordedOn(LocalDate.parse(day), ZoneOffset.UTC);
    }
}
