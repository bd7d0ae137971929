package io.lendcrm.scoring.value.rfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lendcrm.core.tier.SegmentId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SegmentMapTest {

    @ParameterizedTest
    @CsvSource({
        "5,5,5, champions", "5,4,4, champions", "5,5,3, loyal", "3,4,1, loyal", "4,3,3, potential-loyalists",
        "5,1,5, new", "4,1,1, promising", "3,3,3, needs-attention", "3,1,5, about-to-sleep", "1,5,1, cannot-lose",
        "2,3,5, cannot-lose", "2,4,4, at-risk", "2,1,1, hibernating", "1,2,5, hibernating", "1,1,1, lost"
    })
    void namesTheStandardSegments(int r, int f, int m, String segment) {
        assertThat(SegmentMap.standard(5).segment(r, f, m)).isEqualTo(SegmentId.of(segment));
    }

    /** Construction itself checks that each of the bins³ combinations has exactly one segment. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8, 9})
    void standsForEveryNumberOfBins(int bins) {
        SegmentMap map = SegmentMap.standard(bins);
        assertThat(map.segment(bins, bins, bins)).isEqualTo(SegmentId.of("champions"));
        assertThat(map.segment(1, 1, 1)).isEqualTo(SegmentId.of("lost"));
        assertThat(map.segment(bins, 1, 1)).isEqualTo(SegmentId.of("new"));
        assertThat(map.segment(1, bins, bins)).isEqualTo(SegmentId.of("cannot-lose"));
        assertThat(SegmentMap.of(bins, map.rules())).isEqualTo(map);
    }

    @Test
    void namesACombinationThatIsInNoSegment() {
        assertThatThrownBy(() -> SegmentMap.of(
                        3,
                        List.of(
                                SegmentRule.of("good").recency(2, 3),
                                SegmentRule.of("poor").recency(1, 1).frequency(2, 3))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("segment rules must be complete: r=1 f=1 m=1 is in no segment");
    }

    @Test
    void namesACombinationThatIsInTwo() {
        assertThatThrownBy(() -> SegmentMap.of(
                        3,
                        List.of(
                                SegmentRule.of("good").recency(2, 3),
                                SegmentRule.of("poor").recency(1, 2))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("segment rules must be disjoint: r=2 f=1 m=1 is in a rule of good and in one of poor");
    }

    @Test
    void refusesRulesThatHoldForNothing() {
        assertThatThrownBy(() -> SegmentMap.of(
                        3, List.of(SegmentRule.of("all"), SegmentRule.of("none").monetary(4, 5))))
                .hasMessageContaining("must hold for a score up to 3");
        assertThatThrownBy(() -> SegmentRule.of("x").recency(4, 3)).hasMessageContaining("recency must be a range");
        assertThatThrownBy(() -> SegmentRule.of("x").recency(0, 3)).hasMessageContaining("recency must be a range");
        assertThatThrownBy(() -> SegmentMap.of(1, List.of())).hasMessage("bins must be within [2, 9], found 1");
    }
}
