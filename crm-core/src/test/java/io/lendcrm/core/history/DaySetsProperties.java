package io.lendcrm.core.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class DaySetsProperties {

    @Property
    void holdWhatASortedSetHolds(@ForAll("days") List<Integer> days) {
        assertSame(days);
    }

    /** Close together, so that most of the days are there already or lie between two others. */
    @Provide
    Arbitrary<List<Integer>> days() {
        Arbitrary<Integer> near = Arbitraries.integers().between(-60, 600);
        Arbitrary<Integer> far = Arbitraries.integers().between(-1_000_000_000, 1_000_000_000);
        return Arbitraries.frequencyOf(Tuple.of(9, near), Tuple.of(1, far))
                .list()
                .ofMaxSize(200);
    }

    private static void assertSame(List<Integer> days) {
        DaySets sets = new DaySets();
        sets.addRow();
        TreeSet<Integer> expected = new TreeSet<>();
        for (int day : days) {
            sets.add(0, day);
            expected.add(day);
        }
        List<Integer> found = new ArrayList<>();
        sets.forEach(0, found::add);
        assertThat(found).containsExactlyElementsOf(expected);
        assertThat(sets.count(0)).isEqualTo(expected.size());
        if (!expected.isEmpty()) {
            assertThat(sets.first(0)).isEqualTo(expected.first());
            assertThat(sets.last(0)).isEqualTo(expected.last());
        }
    }
}
