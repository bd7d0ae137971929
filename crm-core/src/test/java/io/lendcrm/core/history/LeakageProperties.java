package io.lendcrm.core.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.lendcrm.core.interaction.Interaction;
import io.lendcrm.core.time.AsOf;
import io.lendcrm.core.time.CalendarUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Nothing later and nothing not yet known can be read from a history. */
class LeakageProperties {

    private static final int LAST = 40;

    record Fact(Facts type, int day, int recordedDay, int number) {}

    @Provide
    Arbitrary<Fact> facts() {
        return Combinators.combine(
                        Arbitraries.of(Facts.class),
                        Arbitraries.integers().between(1, LAST),
                        Arbitraries.integers().between(1, LAST),
                        Arbitraries.integers().between(1, 1000))
                .as(Fact::new);
    }

    @Provide
    Arbitrary<List<Fact>> pasts() {
        return facts().list().ofMaxSize(20);
    }

    @Property
    void whatHappensLaterChangesNothing(
            @ForAll("pasts") List<Fact> past,
            @ForAll("facts") Fact fact,
            @ForAll @IntRange(max = LAST) int today,
            @ForAll @IntRange(min = 1, max = LAST) int later) {
        Dossier before = dossier(past);
        Dossier after = fact.type().addedTo(before, today + later, fact.recordedDay(), fact.number());
        assertThat(after.at(Samples.asOf(today))).isEqualTo(before.at(Samples.asOf(today)));
    }

    /** Back-dated entries and restatements: the fact is of a day in the past, but nobody knew it. */
    @Property
    void whatIsRecordedLaterChangesNothing(
            @ForAll("pasts") List<Fact> past,
            @ForAll("facts") Fact fact,
            @ForAll @IntRange(max = LAST) int today,
            @ForAll @IntRange(min = 1, max = LAST) int later) {
        Dossier before = dossier(past);
        Dossier after = fact.type().addedTo(before, fact.day(), today + later, fact.number());
        assertThat(after.at(Samples.asOf(today))).isEqualTo(before.at(Samples.asOf(today)));
    }

    /** The properties above can fail: a fact that happened and was known is there. */
    @Property
    void whatHappenedAndIsKnownIsSeen(
            @ForAll("pasts") List<Fact> past, @ForAll("facts") Fact fact, @ForAll @IntRange(max = LAST) int wait) {
        int today = Math.max(fact.day(), LAST) + wait;
        Dossier before = dossier(past);
        Dossier after = fact.type().addedTo(before, LAST, LAST, 1001);
        assertThat(after.at(Samples.asOf(today))).isNotEqualTo(before.at(Samples.asOf(today)));
    }

    /** Looking back at a past day with today's knowledge shows the entries booked since, and still nothing later. */
    @Property
    void dayAndKnowledgeCutApart(
            @ForAll("pasts") List<Fact> past,
            @ForAll @IntRange(max = LAST) int day,
            @ForAll @IntRange(max = LAST) int known) {
        AsOf asOf = new AsOf(Samples.day(day), Samples.recorded(Math.max(day, known)));
        ClientHistory history = dossier(past).at(asOf).orElseThrow();
        assertThat(history.interactions())
                .allMatch(i ->
                        !i.occurredOn().isAfter(asOf.date()) && !i.recordedAt().isAfter(asOf.knownBy()))
                .hasSize((int) past.stream()
                        .filter(f -> f.type() == Facts.INTERACTION)
                        .filter(f -> f.day() <= day && f.recordedDay() <= Math.max(day, known))
                        .count());
        assertThat(history.statements()).allMatch(s -> !s.until().isAfter(asOf.date()));
    }

    @Property
    void theOrderInWhichInteractionsAreGivenDoesNotMatter(
            @ForAll("pasts") List<Fact> past, @ForAll Random random, @ForAll @IntRange(max = LAST) int today) {
        Dossier dossier = dossier(past);
        List<Interaction> shuffled = new ArrayList<>(dossier.interactions());
        Collections.shuffle(shuffled, random);
        assertThat(dossier.withInteractions(shuffled)).isEqualTo(dossier);
        assertThat(dossier.withInteractions(shuffled).at(Samples.asOf(today)))
                .isEqualTo(dossier.at(Samples.asOf(today)));
    }

    @Property
    void purchaseSummariesOfAHistoryDoNotSeeTheFutureEither(
            @ForAll("pasts") List<Fact> past,
            @ForAll("facts") Fact fact,
            @ForAll @IntRange(max = LAST) int today,
            @ForAll @IntRange(min = 1, max = LAST) int later) {
        Dossier before = dossier(past);
        Dossier after = Facts.INTERACTION.addedTo(before, fact.day(), today + later, fact.number());
        assertThat(summaries(after, today)).isEqualTo(summaries(before, today));
    }

    private static PurchaseSummaries summaries(Dossier dossier, int today) {
        PurchaseSummarizer summarizer = PurchaseSummarizer.until(Samples.day(today), CalendarUnit.WEEK);
        summarizer.add(dossier.at(Samples.asOf(today)).orElseThrow(), t -> true);
        return summarizer.summaries();
    }

    private static Dossier dossier(List<Fact> facts) {
        Dossier dossier = Samples.dossier(Facts.CLIENT);
        for (Fact fact : facts) {
            dossier = fact.type().addedTo(dossier, fact.day(), fact.recordedDay(), fact.number());
        }
        return dossier;
    }
}
