package io.lendcrm.core.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.lendcrm.core.ClientId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class ClientIndexProperties {

    @Property
    void rowsFollowFirstAppearanceWhateverTheCharacters(
            @ForAll("ids") List<ClientId> ids, @ForAll("ids") List<ClientId> others) {
        ClientIndex index = ClientIndex.empty();
        ids.forEach(index::findOrAdd);
        List<ClientId> distinct = new ArrayList<>(new LinkedHashSet<>(ids));

        assertThat(index.ids()).isEqualTo(distinct);
        assertThat(index.size()).isEqualTo(distinct.size());
        for (ClientId id : distinct) {
            assertThat(index.find(id)).isEqualTo(distinct.indexOf(id));
            assertThat(index.findOrAdd(id)).isEqualTo(distinct.indexOf(id));
        }
        for (ClientId other : others) {
            assertThat(index.find(other)).isEqualTo(distinct.indexOf(other));
        }
    }

    @Example
    void manyClientsAndClientsOfEqualHashKeepTheirRows() {
        ClientIndex index = ClientIndex.empty();
        Set<ClientId> added = new LinkedHashSet<>();
        for (int i = 0; i < 100_000; i++) {
            String bits = Integer.toBinaryString(i % 1024);
            // "Aa" and "BB" have the same hash, and so have all strings of them
            added.add(ClientId.of(i < 1024 ? bits.replace("0", "Aa").replace("1", "BB") : "客户" + i));
        }
        added.forEach(index::findOrAdd);

        assertThat(index.ids()).isEqualTo(List.copyOf(added));
        int row = 0;
        for (ClientId id : added) {
            assertThat(index.find(id)).isEqualTo(row++);
        }
    }

    @Provide
    Arbitrary<List<ClientId>> ids() {
        return Arbitraries.frequencyOf(
                        Tuple.of(
                                5,
                                Arbitraries.strings()
                                        .withChars("aB0")
                                        .ofMinLength(1)
                                        .ofMaxLength(4)),
                        Tuple.of(2, Arbitraries.strings().ofMinLength(1).ofMaxLength(200)),
                        Tuple.of(
                                2,
                                Arbitraries.strings()
                                        .withChars("é客\uD842\uDFB7ÿ")
                                        .ofMinLength(1)
                                        .ofMaxLength(6)))
                .filter(text -> !text.isBlank())
                .map(ClientId::of)
                .list()
                .ofMaxSize(60);
    }
}
