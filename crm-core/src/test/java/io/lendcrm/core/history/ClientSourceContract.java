package io.lendcrm.core.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.client.Individual;
import io.lendcrm.core.client.Relationship;
import io.lendcrm.core.interaction.Channel;
import io.lendcrm.core.interaction.Header;
import io.lendcrm.core.interaction.InteractionId;
import io.lendcrm.core.interaction.Visit;
import io.lendcrm.core.time.AsOf;
import io.lendcrm.core.time.Versions;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What every {@link ClientSource} keeps to. Whoever writes one extends this class and says how to fill it; a source that
 * orders clients by its own rules must order these by their key, which is the order they are given in.
 */
public abstract class ClientSourceContract {

    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final AsOf TODAY = AsOf.endOf(FIRST.plusDays(30), ZoneOffset.UTC);

    /**
     * A source that holds these and nothing else.
     *
     * @param dossiers the dossiers in order of their clients' keys
     * @return the source
     */
    protected abstract ClientSource sourceOf(List<Dossier> dossiers);

    @Test
    void anEmptySourceFindsAndShowsNobody() {
        ClientSource empty = sourceOf(List.of());
        assertThat(empty.find(client(1), TODAY)).isEmpty();
        assertThat(scan(empty, TODAY)).isEmpty();
    }

    @Test
    void oneClientIsFoundAsItWasThen() {
        Dossier dossier = dossier(1, 3);
        ClientSource source = sourceOf(List.of(dossier));
        assertThat(source.find(client(1), TODAY)).isEqualTo(dossier.at(TODAY)).isPresent();
        AsOf before = AsOf.endOf(FIRST.plusDays(1), ZoneOffset.UTC);
        assertThat(source.find(client(1), before)).isEqualTo(dossier.at(before));
        assertThat(source.find(client(1), before).orElseThrow().interactions()).hasSize(2);
    }

    @Test
    void aClientNotKnownYetIsNeitherFoundNorShown() {
        ClientSource source = sourceOf(List.of(dossier(1, 3)));
        AsOf tooEarly = AsOf.endOf(FIRST.minusDays(1), ZoneOffset.UTC);
        assertThat(source.find(client(1), tooEarly)).isEmpty();
        assertThat(scan(source, tooEarly)).isEmpty();
        assertThat(source.find(client(2), TODAY)).isEmpty();
    }

    @Test
    void aScanShowsEachClientOnceInTheSameOrderEachTime() {
        List<Dossier> book = book(50);
        ClientSource source = sourceOf(book);
        List<ClientHistory> expected =
                book.stream().map(d -> d.at(TODAY).orElseThrow()).toList();
        assertThat(scan(source, TODAY)).isEqualTo(expected);
        assertThat(scan(source, TODAY)).isEqualTo(expected);
    }

    @Test
    void aScanAndALookupAgree() {
        ClientSource source = sourceOf(book(20));
        assertThat(scan(source, TODAY))
                .allSatisfy(
                        history -> assertThat(source.find(history.id(), TODAY)).contains(history));
    }

    @Test
    void onlyTheChosenClientsAreShown() {
        ClientSource source = sourceOf(book(20));
        List<ClientId> seen = new ArrayList<>();
        source.scan(id -> id.equals(client(7)) || id.equals(client(3)), TODAY, h -> seen.add(h.id()));
        assertThat(seen).containsExactly(client(3), client(7));
    }

    @Test
    void whatAVisitorThrowsReachesTheCaller() {
        ClientSource source = sourceOf(book(3));
        RuntimeException stop = new IllegalStateException("enough");
        try {
            source.scan(id -> true, TODAY, history -> {
                throw stop;
            });
        } catch (IllegalStateException thrown) {
            assertThat(thrown).isSameAs(stop);
            assertThat(scan(source, TODAY)).hasSize(3);
            return;
        }
        throw new AssertionError("the scan went on");
    }

    @Test
    void threadsScanAndFindAtTheSameTime() throws Exception {
        ClientSource source = sourceOf(book(100));
        List<ClientHistory> expected = scan(source, TODAY);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<List<ClientHistory>> task = () -> {
                assertThat(source.find(client(42), TODAY)).contains(expected.get(42));
                return scan(source, TODAY);
            };
            for (Future<List<ClientHistory>> result : threads.invokeAll(List.of(task, task, task, task))) {
                assertThat(result.get()).isEqualTo(expected);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void nullsAreRefusedByName() {
        ClientSource source = sourceOf(List.of());
        assertThatNullPointerException()
                .isThrownBy(() -> source.find(null, TODAY))
                .withMessage("id");
        assertThatNullPointerException()
                .isThrownBy(() -> source.find(client(1), null))
                .withMessage("asOf");
        assertThatNullPointerException()
                .isThrownBy(() -> source.scan(id -> true, TODAY, null))
                .withMessage("visitor");
    }

    private static List<ClientHistory> scan(ClientSource source, AsOf asOf) {
        List<ClientHistory> seen = new ArrayList<>();
        source.scan(id -> true, asOf, seen::add);
        return seen;
    }

    private static List<Dossier> book(int clients) {
        return IntStream.range(0, clients).mapToObj(i -> dossier(i, i % 5)).toList();
    }

    private static ClientId client(int number) {
        return ClientId.of("c" + (1000 + number));
    }

    /** A client known from the first day, with a visit on each of some days from the first on. */
    private static Dossier dossier(int number, int visits) {
        ClientId id = client(number);
        return Dossier.of(
                        id,
                        Versions.of(
                                Individual.builder()
                                        .id(id)
                                        .relationship(Relationship.since(FIRST))
                                        .build(),
                                FIRST,
                                AsOf.recordedOn(FIRST, ZoneOffset.UTC)))
                .withInteractions(IntStream.range(0, visits)
                        .mapToObj(i -> FIRST.plusDays(i))
                        .map(day -> Visit.of(
                                Header.of(
                                        InteractionId.of(id.value() + "-" + day),
                                        id,
                                        day,
                                        AsOf.recordedOn(day, ZoneOffset.UTC),
                                        Channel.WEB),
                                "home"))
                        .toList());
    }
}
