package io.lendcrm.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class VersionsProperties {

    private static final LocalDate DAY = LocalDate.of(2024, 2, 20);

    /** No two with both times equal: then the order of insertion would decide. */
    @Provide
    Arbitrary<List<Version<String>>> versions() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 15),
                        Arbitraries.integers().between(0, 15))
                .as((from, recorded) -> new Version<>(
                        from + "/" + recorded,
                        DAY.plusDays(from),
                        AsOf.recordedOn(DAY.plusDays(recorded), ZoneOffset.UTC)))
                .list()
                .uniqueElements()
                .ofMaxSize(12);
    }

    @Provide
    Arbitrary<AsOf> points() {
        return Combinators.combine(
                        Arbitraries.integers().between(-1, 16),
                        Arbitraries.integers().between(-1, 16))
                .as((date, known) ->
                        new AsOf(DAY.plusDays(date), AsOf.recordedOn(DAY.plusDays(known), ZoneOffset.UTC)));
    }

    @Property
    void theOrderOfInsertionDoesNotMatter(@ForAll("versions") List<Version<String>> versions, @ForAll Random random) {
        List<Version<String>> shuffled = new ArrayList<>(versions);
        Collections.shuffle(shuffled, random);
        Versions<String> oneByOne = new Versions<>(List.of());
        for (Version<String> version : shuffled) {
            oneByOne = oneByOne.with(version);
        }
        assertThat(oneByOne).isEqualTo(new Versions<>(versions));
    }

    @Property
    void theStateIsThatOfTheDefinition(
            @ForAll("versions") List<Version<String>> versions, @ForAll("points") AsOf asOf) {
        Optional<String> expected = versions.stream()
                .filter(v ->
                        !v.validFrom().isAfter(asOf.date()) && !v.recordedAt().isAfter(asOf.knownBy()))
                .max(Comparator.<Version<String>, LocalDate>comparing(Version::validFrom)
                        .thenComparing(Version::recordedAt))
                .map(Version::value);
        assertThat(new Versions<>(versions).at(asOf)).isEqualTo(expected);
    }

    @Property
    void seenThroughTheSamePointTheStateIsTheSame(
            @ForAll("versions") List<Version<String>> versions, @ForAll("points") AsOf asOf) {
        Versions<String> all = new Versions<>(versions);
        assertThat(all.seenFrom(asOf).at(asOf)).isEqualTo(all.at(asOf));
        assertThat(all.seenFrom(asOf).seenFrom(asOf)).isEqualTo(all.seenFrom(asOf));
    }

    @Property
    void aCorrectionCountsFromTheInstantItIsRecordedAndNotBefore(
            @ForAll("versions") List<Version<String>> versions, @ForAll("points") AsOf asOf) {
        Versions<String> before = new Versions<>(versions);
        for (Version<String> wrong : versions) {
            Instant now = asOf.knownBy();
            Version<String> later = new Version<>("corrected", wrong.validFrom(), now.plusNanos(1));
            assertThat(before.with(later).at(asOf)).isEqualTo(before.at(asOf));

            Version<String> known = new Version<>("corrected", wrong.validFrom(), now);
            if (before.at(asOf).equals(Optional.of(wrong.value()))) {
                assertThat(before.with(known).at(asOf)).contains("corrected");
            }
        }
    }
}
