package io.lendcrm.core.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.time.CalendarUnit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A million clients fit where a list of records wouldn't. */
class SummarizerMemoryTest {

    @Test
    void aClientOfTenPurchasesTakesLessThan200Bytes() {
        int clients = 200_000;
        List<ClientId> ids = new ArrayList<>(clients);
        for (int i = 0; i < clients; i++) {
            ids.add(ClientId.of("client-" + i));
        }
        long before = usedMemory();
        PurchaseSummarizer summarizer = PurchaseSummarizer.until(Samples.day(1000), CalendarUnit.WEEK);
        BigDecimal amount = new BigDecimal("12.34");
        for (int purchase = 0; purchase < 10; purchase++) {
            for (int i = 0; i < clients; i++) {
                summarizer.add(ids.get(i), Samples.day(purchase * 30 + i % 100), amount);
            }
        }
        double bytesPerClient = (double) (usedMemory() - before) / clients;
        assertThat(summarizer.size()).isEqualTo(clients);
        assertThat(bytesPerClient).isBetween(40.0, 200.0);
        assertThat(ids.get(0)).isEqualTo(summarizer.clients().get(0));
    }

    private static long usedMemory() {
        Runtime runtime = Runtime.getRuntime();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            System.gc();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }
}
