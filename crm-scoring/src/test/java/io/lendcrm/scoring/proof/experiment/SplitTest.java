package io.lendcrm.scoring.proof.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.ClientId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SplitTest {

    private static final int CLIENTS = 20_000;
    private static final Split SPLIT = Split.ofChallenger("limit-2026", 0.2);

    private static String[] arms(Split split) {
        return IntStream.range(0, CLIENTS)
                .mapToObj(i -> split.arm(ClientId.of("C-" + i)))
                .toArray(String[]::new);
    }

    private static double share(String[] arms, String arm) {
        return Arrays.stream(arms).filter(arm::equals).count() / (double) arms.length;
    }

    private static double moved(String[] before, String[] after) {
        return IntStream.range(0, before.length)
                        .filter(i -> !before[i].equals(after[i]))
                        .count()
                / (double) before.length;
    }

    @Test
    void aClientHasTheSameArmEverywhereAndAlways() { // by another implementation of the same hash; never to change
        assertThat(IntStream.range(0, 40)
                        .filter(i -> SPLIT.arm(ClientId.of("C-" + i)).equals("challenger"))
                        .toArray())
                .containsExactly(4, 10, 15, 16, 20, 29);
    }

    @Test
    void armsGetTheirSharesUpToChance() {
        Split three = new Split("price", "s1", List.of(new Arm("a", 0.5), new Arm("b", 0.3), new Arm("c", 0.2)));
        String[] arms = arms(three);

        double chance = 4 * Math.sqrt(0.25 / CLIENTS);
        assertThat(share(arms, "a")).isCloseTo(0.5, within(chance));
        assertThat(share(arms, "b")).isCloseTo(0.3, within(chance));
        assertThat(share(arms, "c")).isCloseTo(0.2, within(chance));
    }

    @Test
    void otherSharesMoveNoMoreClientsThanTheyMust() {
        String[] before = arms(SPLIT);
        String[] after = arms(Split.ofChallenger("limit-2026", 0.3));

        assertThat(moved(before, after)).isCloseTo(0.1, within(4 * Math.sqrt(0.09 / CLIENTS)));
        for (int i = 0; i < CLIENTS; i++) { // nobody leaves the arm that grew
            assertThat(before[i].equals("challenger") && after[i].equals("champion"))
                    .isFalse();
        }
    }

    @Test
    void anArmThatIsAddedTakesFromAllAndMovesNobodyElse() {
        String[] before = arms(SPLIT);
        String[] after = arms(
                SPLIT.withArms(List.of(new Arm("champion", 0.72), new Arm("challenger", 0.18), new Arm("third", 0.1))));

        for (int i = 0; i < CLIENTS; i++) {
            assertThat(after[i]).isIn(before[i], "third");
        }
        assertThat(share(after, "third")).isCloseTo(0.1, within(0.01));
    }

    @Test
    void experimentsAreIndependent() {
        String[] one = arms(Split.ofChallenger("one", 0.5));
        String[] two = arms(Split.ofChallenger("two", 0.5));
        String[] salted =
                arms(new Split("one", "again", Split.ofChallenger("one", 0.5).arms()));

        assertThat(moved(one, two)).isCloseTo(0.5, within(0.02));
        assertThat(moved(one, salted)).isCloseTo(0.5, within(0.02));
    }

    @Test
    void sharesMustAddUp() {
        assertThat(Split.ofChallenger("off", 0).arm(ClientId.of("C-1"))).isEqualTo("champion");
        assertThatThrownBy(() -> new Split("x", "", List.of(new Arm("a", 0.5), new Arm("b", 0.4))))
                .hasMessageContaining("shares that add up to 1");
        assertThatThrownBy(() -> new Split("x", "", List.of(new Arm("a", 0.5), new Arm("a", 0.5))))
                .hasMessageContaining("distinct names");
        assertThatThrownBy(() -> new Arm("a", 1.5)).hasMessageContaining("share within [0, 1]");
    }
}
