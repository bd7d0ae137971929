package io.lendcrm.core.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StreamedClientSourceTest extends ClientSourceContract {

    @Override
    protected ClientSource sourceOf(List<Dossier> dossiers) {
        return StreamedClientSource.of(dossiers::stream);
    }

    @Test
    void readsOneDossierAtATime() {
        AtomicInteger made = new AtomicInteger();
        ClientSource source = StreamedClientSource.of(
                () -> IntStream.range(0, 10).peek(i -> made.incrementAndGet()).mapToObj(i -> Samples.dossier("c" + i)));
        source.scan(
                id -> true,
                Samples.asOf(0),
                history -> assertThat(history.id().value()).isEqualTo("c" + (made.get() - 1)));
        assertThat(made).hasValue(10);
    }

    @Test
    void readsNoFurtherThanTheClientItLooksFor() {
        AtomicInteger made = new AtomicInteger();
        ClientSource source = StreamedClientSource.of(
                () -> IntStream.range(0, 10).peek(i -> made.incrementAndGet()).mapToObj(i -> Samples.dossier("c" + i)));
        assertThat(source.find(Samples.id("c3"), Samples.asOf(0))).isPresent();
        assertThat(made).hasValue(4);
    }

    @Test
    void closesEachStream() {
        AtomicInteger closed = new AtomicInteger();
        ClientSource source =
                StreamedClientSource.of(() -> Stream.of(Samples.dossier("c")).onClose(closed::incrementAndGet));
        source.find(Samples.id("c"), Samples.asOf(0));
        source.scan(id -> true, Samples.asOf(0), history -> {});
        assertThat(closed).hasValue(2);
    }
}
