package io.lendcrm.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class AsOfTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @Test
    void bothTheDayAndTheRecordingCount() {
        AsOf asOf = AsOf.endOf(LocalDate.of(2024, 3, 31), ZoneOffset.UTC);
        LocalDate yearEnd = LocalDate.of(2023, 12, 31);
        assertThat(asOf.sees(yearEnd, Instant.parse("2024-03-01T00:00:00Z"))).isTrue();
        assertThat(asOf.sees(yearEnd, Instant.parse("2024-04-15T00:00:00Z")))
                .as("a statement filed in April is unknown in March")
                .isFalse();
        assertThat(asOf.sees(LocalDate.of(2024, 4, 1), Instant.parse("2024-03-01T00:00:00Z")))
                .as("what is announced hasn't happened")
                .isFalse();
        assertThat(asOf.knows(Instant.parse("2024-03-01T00:00:00Z"))).isTrue();
    }

    @Test
    void aDayEndsAtItsZonesMidnight() {
        LocalDate day = LocalDate.of(2024, 1, 15);
        assertThat(AsOf.endOf(day, ZoneOffset.UTC).knownBy()).isEqualTo("2024-01-15T23:59:59.999999999Z");
        assertThat(AsOf.endOf(day, SHANGHAI).knownBy()).isEqualTo("2024-01-15T15:59:59.999999999Z");
        assertThat(AsOf.endOf(day, BERLIN).knownBy()).isEqualTo("2024-01-15T22:59:59.999999999Z");
    }

    @Test
    void daysOfClockChangesHave23And25Hours() {
        assertThat(length(LocalDate.of(2024, 3, 31), BERLIN)).isEqualTo(Duration.ofHours(23));
        assertThat(length(LocalDate.of(2024, 10, 27), BERLIN)).isEqualTo(Duration.ofHours(25));
        assertThat(length(LocalDate.of(2024, 10, 27), SHANGHAI)).isEqualTo(Duration.ofHours(24));
    }

    @Test
    void aDayWithoutMidnightStillEnds() {
        ZoneId santiago = ZoneId.of("America/Santiago");
        LocalDate springsForward = LocalDate.of(2024, 9, 7);
        assertThat(AsOf.endOf(springsForward, santiago).knownBy())
                .as("8 September begins at one o'clock")
                .isEqualTo("2024-09-08T03:59:59.999999999Z");
    }

    @Test
    void aSourceThatTellsOnlyTheDayIsKnownAtTheEndOfItAndNoEarlier() {
        LocalDate day = LocalDate.of(2024, 1, 15);
        Instant recorded = AsOf.recordedOn(day, BERLIN);
        assertThat(AsOf.endOf(day, BERLIN).sees(day, recorded)).isTrue();
        assertThat(AsOf.endOf(day.minusDays(1), BERLIN).knows(recorded)).isFalse();
        assertThat(AsOf.endOf(day, SHANGHAI).knows(recorded))
                .as("when Shanghai's day ends, Berlin's is not over")
                .isFalse();
    }

    @Test
    void nullsAreRefusedByName() {
        assertThatNullPointerException()
                .isThrownBy(() -> new AsOf(null, Instant.EPOCH))
                .withMessage("date");
        assertThatNullPointerException()
                .isThrownBy(() -> new AsOf(LocalDate.EPOCH, null))
                .withMessage("knownBy");
        assertThatNullPointerException()
                .isThrownBy(() -> AsOf.endOf(LocalDate.EPOCH, null))
                .withMessage("zone");
    }

    private static Duration length(LocalDate day, ZoneId zone) {
        return Duration.between(AsOf.recordedOn(day.minusDays(1), zone), AsOf.recordedOn(day, zone));
    }
}
