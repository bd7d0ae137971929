package io.lendcrm.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.time.api.constraints.DateRange;
import net.jqwik.time.api.constraints.TimeRange;

class AsOfProperties {

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(new TreeSet<>(ZoneId.getAvailableZoneIds())).map(ZoneId::of);
    }

    /** Clock changes of all the world's zones included. */
    @Property
    void everyMomentOfADayIsKnownAtItsEndAndNoneOfTheNextDay(
            @ForAll("zones") ZoneId zone,
            @ForAll @DateRange(min = "1975-01-01", max = "2035-12-31") LocalDate day,
            @ForAll @TimeRange(max = "23:59:59") LocalTime time) {
        AsOf end = AsOf.endOf(day, zone);
        ZonedDateTime moment = ZonedDateTime.of(day, time, zone);
        if (moment.toLocalDate().equals(day)) {
            assertThat(end.sees(day, moment.toInstant())).isTrue();
        }
        ZonedDateTime next = ZonedDateTime.of(day.plusDays(1), time, zone);
        if (next.toLocalDate().equals(day.plusDays(1))) {
            assertThat(end.knows(next.toInstant())).isFalse();
        }
    }

    @Property
    void whatIsSeenStaysSeenOnLaterDays(
            @ForAll("zones") ZoneId zone,
            @ForAll @DateRange(min = "1975-01-01", max = "2035-12-31") LocalDate day,
            @ForAll @DateRange(min = "1975-01-01", max = "2035-12-31") LocalDate happened,
            @ForAll @DateRange(min = "1975-01-01", max = "2035-12-31") LocalDate recorded) {
        boolean now = AsOf.endOf(day, zone).sees(happened, AsOf.recordedOn(recorded, zone));
        boolean tomorrow = AsOf.endOf(day.plusDays(1), zone).sees(happened, AsOf.recordedOn(recorded, zone));
        assertThat(tomorrow || !now).isTrue();
        assertThat(now).isEqualTo(!happened.isAfter(day) && !recorded.isAfter(day));
    }
}
