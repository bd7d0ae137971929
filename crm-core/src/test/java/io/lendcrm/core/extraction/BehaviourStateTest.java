package io.lendcrm.core.extraction;

import static io.lendcrm.core.extraction.Story.AS_OF;
import static io.lendcrm.core.extraction.Story.ID;
import static io.lendcrm.core.extraction.Story.STANDARD;
import static io.lendcrm.core.extraction.Story.TODAY;
import static io.lendcrm.core.extraction.Story.on;
import static io.lendcrm.core.extraction.Story.recorded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.feature.Dimension;
import io.lendcrm.core.interaction.Channel;
import io.lendcrm.core.interaction.CovenantTest;
import io.lendcrm.core.interaction.Visit;
import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.ModelFormatException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BehaviourStateTest {

    @Test
    void whatHappenedLaterCannotBeLookedBehind() {
        BehaviourState state = BehaviourState.of(ID);
        state.add(new Visit(on(TODAY.plusDays(1), Channel.APP, 1), "home"));

        assertThat(state.covers(AS_OF)).isFalse();
        assertThatThrownBy(() -> Story.read(STANDARD.of(Set.of(Dimension.BEHAVIOUR)), STANDARD.running(state), AS_OF))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("read the client's history instead");
    }

    @Test
    void whatBecameKnownLaterCannotBeLookedBehind() {
        BehaviourState state = BehaviourState.of(ID);
        state.add(new Visit(recorded(TODAY.minusDays(9), AS_OF.knownBy().plusNanos(1), Channel.APP, 1), "home"));

        assertThat(state.covers(AS_OF)).isFalse();
    }

    @Test
    void eventsThatTellNothingOfBehaviourChangeNothing() {
        BehaviourState state = BehaviourState.of(ID);
        state.add(CovenantTest.of(on(TODAY.plusDays(1), Channel.SYSTEM, 1), "f", "dscr", true));

        assertThat(state.covers(AS_OF)).isTrue();
        assertThat(state.write()).isEqualTo(BehaviourState.of(ID).write());
    }

    @Test
    void anotherClientsEventIsRefusedWithoutShowingTheKey() {
        BehaviourState other = BehaviourState.of(ClientId.of("CANARY"));

        assertThatThrownBy(() -> other.add(new Visit(on(TODAY, Channel.APP, 1), "home")))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .doesNotContain("CANARY");
        assertThatThrownBy(() -> other.merge(BehaviourState.of(ID))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anotherVersionAndUnknownPartsAreRefused() {
        assertThatThrownBy(() -> BehaviourState.read(changed("version", new Document.Whole(2))))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("must be 1, found 2");
        assertThatThrownBy(() -> BehaviourState.read(changed("more", new Document.Whole(2))))
                .isInstanceOf(ModelFormatException.class);
        assertThatThrownBy(() -> BehaviourState.read(changed("recorded", new Document.Text("yesterday"))))
                .isInstanceOf(ModelFormatException.class);
    }

    @Test
    void daysThatAreNoneAndCampaignsThatComeTwiceAreRefused() {
        assertThatThrownBy(() -> BehaviourState.read(changed("seen", days(Long.MIN_VALUE, 0))))
                .isInstanceOf(ModelFormatException.class);
        assertThatThrownBy(() -> BehaviourState.read(changed("seen", days(1, 0))))
                .isInstanceOf(ModelFormatException.class);
        Document campaign =
                Document.tree().put("campaign", "c").put("days", days(0, 1)).build();
        assertThatThrownBy(
                        () -> BehaviourState.read(changed("contacts", new Document.Items(List.of(campaign, campaign)))))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("must not come twice");
    }

    @Test
    void aStateReadBackForgetsWhatTheOneWrittenHadForgotten() {
        BehaviourState state = BehaviourState.of(ID);
        state.add(new Visit(on(TODAY, Channel.APP, 1), "home"));
        BehaviourState back = BehaviourState.read(state.write());
        Visit late = new Visit(on(TODAY.minusYears(2), Channel.APP, 2), "home");

        state.add(late);
        back.add(late);

        assertThat(back.write()).isEqualTo(state.write());
    }

    private static Document days(long first, long last) {
        return Document.tree().put("first", first).put("last", last).build();
    }

    private static Document.Tree changed(String name, Document value) {
        Map<String, Document> members =
                new LinkedHashMap<>(BehaviourState.of(ID).write().members());
        members.put(name, value);
        return new Document.Tree(members);
    }
}
