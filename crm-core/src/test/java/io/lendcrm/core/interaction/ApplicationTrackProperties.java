package io.lendcrm.core.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;

class ApplicationTrackProperties {

    /** The mission's state machine written down apart from the code. */
    private static final Map<String, Set<String>> MAY_FOLLOW = Map.of(
            "start", Set.of("APPLIED"),
            "APPLIED", Set.of("IN_REVIEW", "WITHDRAWN"),
            "IN_REVIEW", Set.of("APPROVED", "DECLINED", "WITHDRAWN"),
            "APPROVED", Set.of("DISBURSED", "WITHDRAWN"),
            "DISBURSED", Set.of("CLOSED", "WRITTEN_OFF"),
            "DECLINED", Set.of(),
            "WITHDRAWN", Set.of(),
            "CLOSED", Set.of(),
            "WRITTEN_OFF", Set.of());

    @Property
    void behavesAsTheModelOneEventADay(@ForAll @NotEmpty List<ApplicationState> states) {
        List<String> expectedSteps = new ArrayList<>();
        List<RefusedMove<ApplicationState>> expectedRefused = new ArrayList<>();
        String at = "start";
        for (int i = 0; i < states.size(); i++) {
            String next = states.get(i).name();
            if (next.equals(at) || MAY_FOLLOW.get(at).contains(next)) {
                expectedSteps.add("e" + i);
                at = next;
            } else {
                expectedRefused.add(new RefusedMove<>(
                        InteractionId.of("e" + i),
                        at.equals("start") ? null : ApplicationState.valueOf(at),
                        states.get(i)));
            }
        }
        ApplicationTrack track = ApplicationTrack.of(events(states));
        assertThat(track.steps()).extracting(s -> s.id().value()).isEqualTo(expectedSteps);
        assertThat(track.refused()).isEqualTo(expectedRefused);
        assertThat(track.state().map(Enum::name).orElse("start")).isEqualTo(at);
    }

    @Property
    void theOrderInWhichEventsComeDoesNotMatter(
            @ForAll @NotEmpty List<ApplicationState> states, @ForAll Random random) {
        List<LoanApplication> shuffled = new ArrayList<>(events(states));
        Collections.shuffle(shuffled, random);
        ApplicationTrack expected = ApplicationTrack.of(events(states));
        assertThat(ApplicationTrack.of(shuffled).steps()).isEqualTo(expected.steps());
        assertThat(ApplicationTrack.of(shuffled).refused()).isEqualTo(expected.refused());
    }

    private static List<LoanApplication> events(List<ApplicationState> states) {
        List<LoanApplication> events = new ArrayList<>();
        for (int i = 0; i < states.size(); i++) {
            events.add(LoanApplication.of(
                    Events.on(LocalDate.of(2024, 1, 1).plusDays(i), "e" + i),
                    "app",
                    states.get(i),
                    Events.TEN,
                    "term"));
        }
        return events;
    }
}
