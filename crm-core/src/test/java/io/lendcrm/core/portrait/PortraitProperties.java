package io.lendcrm.core.portrait;

import static io.lendcrm.core.extraction.Story.AS_OF;
import static io.lendcrm.core.extraction.Story.ID;
import static io.lendcrm.core.extraction.Story.STANDARD;
import static io.lendcrm.core.extraction.Story.TODAY;
import static io.lendcrm.core.extraction.Story.history;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.extraction.Events;
import io.lendcrm.core.history.ClientHistory;
import io.lendcrm.core.interaction.Interaction;
import io.lendcrm.core.privacy.UseGate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PortraitProperties {

    private static final Portraits PORTRAITS = Portraits.of(STANDARD, UseGate.allowAll())
            .with(PortraitOptions.defaults().withTimelineLength(10));

    @Property(tries = 200)
    void eventsOneByOneInAnyOrderPaintWhatTheHistoryPaints(@ForAll("lives") List<Interaction> life, @ForAll long seed) {
        ClientHistory history = history(life);
        ClientPortrait rebuilt = PORTRAITS.paint(history);
        List<Interaction> shuffled = new ArrayList<>(life);
        Collections.shuffle(shuffled, new Random(seed));
        PortraitState state = PORTRAITS.start(ID);
        shuffled.forEach(state::add);

        ClientPortrait updated = PORTRAITS.paint(history.clientState(), state, AS_OF);

        assertThat(updated.facts()).isEqualTo(rebuilt.facts());
        assertThat(updated.measures()).isEqualTo(rebuilt.measures());
        assertThat(updated.flags()).isEqualTo(rebuilt.flags());
        assertThat(updated.timeline()).isEqualTo(rebuilt.timeline());
        for (int i = 0; i < rebuilt.preferences().size(); i++) {
            assertSamePreference(
                    updated.preferences().get(i), rebuilt.preferences().get(i));
        }
    }

    @Property(tries = 100)
    void inOrderOfTheHistoryThePortraitsAreEqual(@ForAll("lives") List<Interaction> life) {
        ClientHistory history = history(life);
        PortraitState state = PORTRAITS.start(ID);
        history.interactions().forEach(state::add);

        assertThat(PORTRAITS.paint(history.clientState(), state, AS_OF)).isEqualTo(PORTRAITS.paint(history));
    }

    @Property(tries = 200)
    void sharesAddUpToOneOrThereAreNone(@ForAll("lives") List<Interaction> life) {
        assertThat(PORTRAITS.paint(history(life)).preferences()).allSatisfy(preference -> {
            double sum = preference.shares().stream()
                    .mapToDouble(Preference.Share::share)
                    .sum();
            if (preference.evidence() < PortraitOptions.defaults().minimumEvidence()) {
                assertThat(preference.favourite()).isEmpty();
            } else {
                assertThat(sum).isCloseTo(1, within(1e-12));
            }
        });
    }

    @Provide
    Arbitrary<List<Interaction>> lives() {
        return Events.between(TODAY.minusMonths(30), TODAY);
    }

    /** Two choices of nearly equal weight may change places. */
    private static void assertSamePreference(Preference actual, Preference expected) {
        assertThat(actual.evidence()).isCloseTo(expected.evidence(), within(1e-12 * Math.max(1, expected.evidence())));
        assertThat(actual.shares()).hasSameSizeAs(expected.shares());
        for (Preference.Share share : expected.shares()) {
            assertThat(actual.shares())
                    .filteredOn(s -> s.choice().equals(share.choice()))
                    .singleElement()
                    .satisfies(s -> assertThat(s.share()).isCloseTo(share.share(), within(1e-12)));
        }
    }
}
