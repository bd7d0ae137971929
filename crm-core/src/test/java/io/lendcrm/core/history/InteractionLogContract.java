package io.lendcrm.core.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.history.InteractionLog.AppendResult;
import io.lendcrm.core.interaction.Channel;
import io.lendcrm.core.interaction.Header;
import io.lendcrm.core.interaction.Interaction;
import io.lendcrm.core.interaction.InteractionId;
import io.lendcrm.core.interaction.Visit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link InteractionLog} keeps to. Whoever writes one extends this class and says how to make it. */
public abstract class InteractionLogContract {

    /** {@return a new log without entries} */
    protected abstract InteractionLog emptyLog();

    @Test
    void anEmptyLogHasAnEmptyPage() {
        assertThat(emptyLog().read(0, 10)).isEqualTo(new InteractionLog.Page(List.of(), 0));
        assertThat(emptyLog().append(List.of())).isEqualTo(new AppendResult(0, List.of(), List.of()));
    }

    @Test
    void entriesAreReadInTheOrderOfAppending() {
        InteractionLog log = emptyLog();
        assertThat(log.append(List.of(visit(3, "c"), visit(1, "a"))).appended()).isEqualTo(2);
        log.append(List.of(visit(2, "b")));
        assertThat(readAll(log, 100)).containsExactly(visit(3, "c"), visit(1, "a"), visit(2, "b"));
    }

    @Test
    void pagesFollowOneAnother() {
        InteractionLog log = emptyLog();
        List<Interaction> entries =
                IntStream.range(0, 10).mapToObj(i -> visit(i, "page")).toList();
        log.append(entries);
        for (int size = 1; size <= 11; size++) {
            assertThat(readAll(log, size)).isEqualTo(entries);
        }
        assertThat(log.read(10, 5).interactions()).isEmpty();
        assertThat(log.read(10, 5).next()).isEqualTo(10);
    }

    @Test
    void aReaderGoesOnWhereItStoppedOnceThereIsMore() {
        InteractionLog log = emptyLog();
        log.append(List.of(visit(1, "a")));
        long position = log.read(0, 10).next();
        log.append(List.of(visit(2, "b")));
        assertThat(log.read(position, Integer.MAX_VALUE).interactions()).containsExactly(visit(2, "b"));
    }

    @Test
    void appendingTheSameAgainChangesNothingAndIsReported() {
        InteractionLog log = emptyLog();
        log.append(List.of(visit(1, "a"), visit(2, "b")));
        assertThat(log.append(List.of(visit(2, "b"), visit(3, "c"))))
                .isEqualTo(new AppendResult(1, List.of(key(2)), List.of()));
        assertThat(readAll(log, 100)).containsExactly(visit(1, "a"), visit(2, "b"), visit(3, "c"));
    }

    @Test
    void anotherEntryUnderATakenKeyIsReportedAndTheFirstKept() {
        InteractionLog log = emptyLog();
        log.append(List.of(visit(1, "a")));
        assertThat(log.append(List.of(visit(1, "other")))).isEqualTo(new AppendResult(0, List.of(), List.of(key(1))));
        assertThat(readAll(log, 100)).containsExactly(visit(1, "a"));
    }

    @Test
    void aBatchIsComparedWithItselfToo() {
        InteractionLog log = emptyLog();
        AppendResult result = log.append(List.of(visit(1, "a"), visit(1, "a"), visit(1, "other"), visit(2, "b")));
        assertThat(result).isEqualTo(new AppendResult(2, List.of(key(1)), List.of(key(1))));
        assertThat(readAll(log, 100)).containsExactly(visit(1, "a"), visit(2, "b"));
    }

    @Test
    void aBatchWithANullIsRefusedAsAWhole() {
        InteractionLog log = emptyLog();
        assertThatNullPointerException().isThrownBy(() -> log.append(null));
        assertThatNullPointerException().isThrownBy(() -> log.append(Arrays.asList(visit(1, "a"), null)));
        assertThat(readAll(log, 100)).isEmpty();
    }

    @Test
    void impossiblePositionsAndSizesAreRefused() {
        InteractionLog log = emptyLog();
        log.append(List.of(visit(1, "a")));
        assertThatIllegalArgumentException().isThrownBy(() -> log.read(-1, 1)).withMessageContaining("position");
        assertThatIllegalArgumentException().isThrownBy(() -> log.read(2, 1)).withMessageContaining("position");
        assertThatIllegalArgumentException().isThrownBy(() -> log.read(0, 0)).withMessageContaining("max");
    }

    @Test
    void threadsThatAppendTheSameEntriesLeaveEachOnce() throws Exception {
        InteractionLog log = emptyLog();
        int entries = 2_000;
        Callable<Integer> replay = () -> {
            int appended = 0;
            for (int i = 0; i < entries; i += 50) {
                appended += log.append(IntStream.range(i, i + 50)
                                .mapToObj(n -> visit(n, "page"))
                                .toList())
                        .appended();
            }
            return appended;
        };
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            int appended = 0;
            for (Future<Integer> result : threads.invokeAll(List.of(replay, replay, replay, replay))) {
                appended += result.get();
            }
            assertThat(appended).isEqualTo(entries);
        } finally {
            threads.shutdownNow();
        }
        List<Interaction> all = readAll(log, 64);
        assertThat(all).hasSize(entries);
        assertThat(new HashSet<>(all)).hasSize(entries);
    }

    private static List<Interaction> readAll(InteractionLog log, int pageSize) {
        List<Interaction> all = new ArrayList<>();
        InteractionLog.Page page = log.read(0, pageSize);
        while (!page.interactions().isEmpty()) {
            assertThat(page.interactions()).hasSizeLessThanOrEqualTo(pageSize);
            all.addAll(page.interactions());
            page = log.read(page.next(), pageSize);
        }
        return all;
    }

    private static InteractionId key(int number) {
        return InteractionId.of("i" + number);
    }

    private static Interaction visit(int number, String page) {
        LocalDate day = LocalDate.of(2024, 1, 1);
        return Visit.of(
                Header.of(key(number), ClientId.of("client"), day, Instant.parse("2024-01-02T00:00:00Z"), Channel.WEB),
                page);
    }
}
