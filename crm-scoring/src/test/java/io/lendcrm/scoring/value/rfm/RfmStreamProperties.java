package io.lendcrm.scoring.value.rfm;

import static org.assertj.core.api.Assertions.assertThat;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.history.ObservationWindow;
import io.lendcrm.core.money.Money;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RfmStreamProperties {

    private static final LocalDate START = LocalDate.of(2024, 1, 31);
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final RfmModel MODEL = RfmFitter.fixed(
                    RfmCuts.of(new long[] {60, 30, 20, 5}, new long[] {2, 4, 6, 8}, new long[] {0, 1000, 5000, 9000}))
            .fit(RfmTest.frequencies(1));

    private record Booking(ClientId client, LocalDate day, boolean event, Money amount) {}

    /** After every event: one client's score; every now and then: the whole table. In order, late, windowed or not. */
    @Property(tries = 60)
    void isWhatABatchOverAllEventsSoFarGives(
            @ForAll long seed, @ForAll @IntRange(max = 5) int months, @ForAll @IntRange(max = 90) int latest) {
        Random random = new Random(seed);
        Period length = Period.ofMonths(months);
        RfmStream stream = months == 0
                ? RfmStream.of(MODEL, START)
                : RfmStream.trailing(MODEL, START, length, RfmMonetary.NET_REVENUE);
        List<Booking> all = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            stream.advanceTo(stream.today().plusDays(random.nextInt(4)));
            Booking booking = new Booking(
                    ClientId.of("c" + random.nextInt(6)),
                    stream.today().minusDays(random.nextInt(latest + 1)),
                    random.nextInt(4) > 0,
                    new Money(random.nextInt(4000) - 1000, EUR));
            ObservationWindow window = months == 0
                    ? ObservationWindow.until(stream.today())
                    : ObservationWindow.trailing(stream.today(), length);
            boolean counts = booking.event
                    ? stream.add(booking.client, booking.day, booking.amount)
                    : stream.adjust(booking.client, booking.day, booking.amount);
            assertThat(counts).isEqualTo(window.inCalibration(booking.day));
            all.add(booking);
            RfmTable batch = batch(window, all);
            int row = batch.clients().indexOf(booking.client);
            assertThat(stream.score(booking.client).orElse(null))
                    .isEqualTo(row < 0 ? null : MODEL.score(batch).score(row));
            if (i % 20 == 0) {
                assertThat(rows(stream.table())).containsExactlyInAnyOrderElementsOf(rows(batch));
            }
        }
    }

    private static RfmTable batch(ObservationWindow window, List<Booking> all) {
        RfmAccumulator events = RfmAccumulator.over(window, EUR, RfmMonetary.NET_REVENUE);
        for (Booking booking : all) {
            if (booking.event) {
                events.add(booking.client, booking.day, booking.amount);
            } else {
                events.adjust(booking.client, booking.day, booking.amount);
            }
        }
        return events.table();
    }

    static List<List<Object>> rows(RfmTable t) {
        return IntStream.range(0, t.rows())
                .mapToObj(i -> List.<Object>of(t.clients().get(i), t.recencyDays(i), t.frequency(i), t.monetary(i)))
                .toList();
    }
}
