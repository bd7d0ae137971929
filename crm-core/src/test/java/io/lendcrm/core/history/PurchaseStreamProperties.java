package io.lendcrm.core.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.money.Money;
import io.lendcrm.core.time.CalendarUnit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PurchaseStreamProperties {

    private static final Currency EUR = Currency.getInstance("EUR");

    private record Purchase(ClientId client, LocalDate day, Money amount) {}

    /** After each event the client's summary is the batch's to the last bit, whether events come in order or late. */
    @Property(tries = 60)
    void isWhatABatchOverAllPurchasesSoFarGives(
            @ForAll long seed, @ForAll CalendarUnit unit, @ForAll @IntRange(max = 200) int latest) {
        Random random = new Random(seed);
        PurchaseStream stream = PurchaseStream.of(unit, EUR);
        List<Purchase> all = new ArrayList<>();
        LocalDate today = LocalDate.of(2024, 2, 1);
        for (int i = 0; i < 80; i++) {
            today = today.plusDays(random.nextInt(5));
            Purchase purchase = new Purchase(
                    ClientId.of("c" + random.nextInt(5)),
                    today.minusDays(random.nextInt(latest + 1)),
                    new Money(random.nextInt(100_000), EUR));
            stream.add(purchase.client, purchase.day, purchase.amount);
            all.add(purchase);
            PurchaseSummarizer batch = PurchaseSummarizer.until(today, unit);
            all.forEach(p -> batch.add(p.client, p.day, p.amount));
            int row = batch.clients().indexOf(purchase.client);
            PurchaseSummaries expected = batch.summaries();
            assertThat(stream.summary(purchase.client, today)).contains(expected.summary(row));
            assertThat(stream.meanSpend(purchase.client).orElse(0)).isEqualTo(expected.spend(row));
            assertThat(stream.size()).isEqualTo(batch.size());
        }
    }

    @Test
    void badInputIsNamed() {
        PurchaseStream stream = PurchaseStream.of(CalendarUnit.WEEK, EUR);
        ClientId ann = ClientId.of("ann");
        LocalDate day = LocalDate.of(2026, 1, 2);
        assertThat(stream.summary(ann, day)).isEmpty();
        assertThat(stream.meanSpend(ann)).isEmpty();
        stream.add(ann, day, Money.parse("5", "EUR"));
        assertThat(stream.meanSpend(ann)).isEmpty();
        assertThatThrownBy(() -> stream.summary(ann, day.minusDays(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("asOf must not be before the client's last purchase on 2026-01-02, found 2026-01-01");
        assertThatThrownBy(() -> stream.add(ann, day, Money.parse("-5", "EUR"))).hasMessageContaining("negative");
        assertThatThrownBy(() -> stream.add(ann, day, Money.parse("5", "USD"))).hasMessageContaining("in EUR");
    }
}
