package io.lendcrm.core.extraction;

import static io.lendcrm.core.extraction.Story.AS_OF;
import static io.lendcrm.core.extraction.Story.ID;
import static io.lendcrm.core.extraction.Story.STANDARD;
import static io.lendcrm.core.extraction.Story.TODAY;
import static io.lendcrm.core.extraction.Story.history;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.feature.Dimension;
import io.lendcrm.core.feature.FeatureExtractor;
import io.lendcrm.core.interaction.Interaction;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class BehaviourStateProperties {

    private static final FeatureExtractor BATCH = STANDARD.of(Set.of(Dimension.BEHAVIOUR));

    @Property(tries = 300)
    void eventsInAnyOrderGiveWhatTheHistoryGives(@ForAll("lives") List<Interaction> life, @ForAll long seed) {
        List<Interaction> shuffled = new ArrayList<>(life);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(running(state(shuffled))).isEqualTo(batch(life));
    }

    @Property(tries = 300)
    void mergingPartsGivesTheWhole(@ForAll("lives") List<Interaction> life, @ForAll long seed) {
        Random random = new Random(seed);
        List<Interaction> left = new ArrayList<>();
        List<Interaction> right = new ArrayList<>();
        life.forEach(event -> (random.nextBoolean() ? left : right).add(event));
        BehaviourState merged = state(left);

        merged.merge(state(right));

        assertThat(running(merged)).isEqualTo(batch(life));
    }

    @Property(tries = 300)
    void aStateReadBackGoesOnAsIfNothingHadHappened(@ForAll("lives") List<Interaction> life, @ForAll long seed) {
        int cut = life.isEmpty() ? 0 : new Random(seed).nextInt(life.size());
        BehaviourState state = BehaviourState.read(state(life.subList(0, cut)).write());

        life.subList(cut, life.size()).forEach(state::add);

        assertThat(running(state)).isEqualTo(batch(life));
    }

    @Property(tries = 300)
    void featuresAreThoseOfANaiveReading(@ForAll("lives") List<Interaction> life) {
        NaiveBehaviour.of(life).forEach((name, expected) -> {
            double actual = Story.read(BATCH, history(life)).value(name);
            if (Double.isNaN(expected)) {
                assertThat(actual).as(name).isNaN();
            } else {
                assertThat(actual).as(name).isCloseTo(expected, within(1e-12 * Math.max(1, Math.abs(expected))));
            }
        });
    }

    @Property(tries = 100)
    void theStateKeepsNoMoreThanAYear(@ForAll("lives") List<Interaction> life) {
        BehaviourState state = state(life);
        List<Long> days = new ArrayList<>();
        state.movements().visitAll((day, slot, count, sum) -> days.add(day));
        state.channels().visitAll((day, slot, count, sum) -> days.add(day));
        long latest = life.stream()
                .filter(e -> Touchpoint.isActivity(e) || e.kind() == Interaction.Kind.CONTACT)
                .mapToLong(e -> e.occurredOn().toEpochDay())
                .max()
                .orElse(0);

        assertThat(days)
                .allMatch(day ->
                        day > LocalDate.ofEpochDay(latest).minusMonths(12).toEpochDay());
    }

    @Provide
    Arbitrary<List<Interaction>> lives() {
        return Events.between(TODAY.minusMonths(30), TODAY);
    }

    private static BehaviourState state(List<Interaction> events) {
        BehaviourState state = BehaviourState.of(ID);
        events.forEach(state::add);
        return state;
    }

    private static double[] batch(List<Interaction> life) {
        return Story.read(BATCH, history(life)).toArray();
    }

    private static double[] running(BehaviourState state) {
        return Story.read(BATCH, STANDARD.running(state), AS_OF).toArray();
    }
}
