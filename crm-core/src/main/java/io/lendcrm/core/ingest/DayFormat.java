package io.lendcrm.core.ingest;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.time.AsOf;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a source writes days and times. Without a pattern it is ISO 8601: {@code 2024-02-29}, {@code 2024-02-29T08:30},
 * {@code 2024-02-29 08:30:00}, with an offset or without. Days that don't exist, such as 30 February, are refused.
 * Immutable and thread-safe.
 */
public final class DayFormat {

    /** A day and, if the text tells it, the time of that day and its offset. */
    private record Moment(
            LocalDate day,
            @Nullable LocalTime time,
            @Nullable ZoneOffset offset) {}

    private static final DateTimeFormatter ISO_TIME = strict(new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendOffsetId()
            .optionalEnd());

    private static final DayFormat ISO = new DayFormat("", null);

    private final String pattern;
    private final @Nullable DateTimeFormatter formatter;

    private DayFormat(String pattern, @Nullable DateTimeFormatter formatter) {
        this.pattern = pattern;
        this.formatter = formatter;
    }

    /** {@return days and times as ISO 8601 writes them} */
    public static DayFormat iso() {
        return ISO;
    }

    /**
     * Days by a pattern of {@link DateTimeFormatter}, such as {@code yyyyMMdd} or {@code dd.MM.yyyy HH:mm}. Years of two
     * digits ({@code yy}) are taken to be the ones from 1970 to 2069.
     *
     * @param pattern the pattern; it must tell year, month and day
     * @return the format
     * @throws IllegalArgumentException if the pattern isn't one
     */
    public static DayFormat of(String pattern) {
        return of(pattern, 1970);
    }

    /**
     * Days by a pattern whose years may have two digits.
     *
     * @param pattern the pattern, such as {@code yyMMdd}
     * @param firstYear the first of the hundred years that two digits can mean, such as 1900
     * @return the format
     * @throws IllegalArgumentException if the pattern isn't one
     */
    public static DayFormat of(String pattern, int firstYear) {
        requireNonNull(pattern, "pattern");
        // "u" is the proleptic year; strict resolving would want an era beside "y".
        String years = pattern.replace('y', 'u');
        DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder();
        int two = years.contains("uuu") ? -1 : years.indexOf("uu");
        if (two < 0) {
            builder.appendPattern(years);
        } else {
            append(builder, years.substring(0, two));
            builder.appendValueReduced(ChronoField.YEAR, 2, 2, firstYear);
            append(builder, years.substring(two + 2));
        }
        return new DayFormat(pattern, strict(builder));
    }

    /** {@return the pattern, empty for ISO 8601} */
    public String pattern() {
        return pattern;
    }

    /**
     * The day that a text tells.
     *
     * @param text the text
     * @return the day as written, or empty if the text doesn't tell one
     */
    public Optional<LocalDate> day(String text) {
        Moment moment = moment(text);
        return moment == null ? Optional.empty() : Optional.of(moment.day);
    }

    /**
     * The time of the day that a text tells.
     *
     * @param text the text
     * @return the time as written, or empty if the text tells none
     */
    public Optional<LocalTime> time(String text) {
        Moment moment = moment(text);
        return moment == null ? Optional.empty() : Optional.ofNullable(moment.time);
    }

    /**
     * The instant that a text tells; one that tells only the day means its end.
     *
     * @param text the text
     * @param zone the source's zone, where the text tells no offset
     * @return the instant, or empty if the text doesn't tell a day
     */
    public Optional<Instant> instant(String text, ZoneId zone) {
        Moment moment = moment(text);
        if (moment == null) {
            return Optional.empty();
        }
        if (moment.time == null) {
            return Optional.of(AsOf.recordedOn(moment.day, zone));
        }
        LocalDateTime local = moment.day.atTime(moment.time);
        return Optional.of(moment.offset == null ? local.atZone(zone).toInstant() : local.toInstant(moment.offset));
    }

    /** The time that a text without a day tells. */
    static Optional<LocalTime> timeOfDay(String text) {
        try {
            return Optional.of(LocalTime.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** {@return what a text is expected to be} */
    String expected() {
        return pattern.isEmpty() ? "a day as in 2024-02-29" : "a day as " + pattern;
    }

    @Override
    public String toString() {
        return "DayFormat[" + (pattern.isEmpty() ? "ISO 8601" : pattern) + "]";
    }

    private @Nullable Moment moment(String text) {
        try {
            if (formatter != null) {
                return moment(formatter.parse(text));
            }
            LocalDate day = isoDay(text);
            if (day == null || text.length() == 10) {
                return day == null ? null : new Moment(day, null, null);
            }
            char between = text.charAt(10);
            if (between != 'T' && between != ' ') {
                return null;
            }
            TemporalAccessor time = ISO_TIME.parse(text.substring(11));
            return new Moment(day, time.query(TemporalQueries.localTime()), time.query(TemporalQueries.offset()));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable Moment moment(TemporalAccessor parsed) {
        LocalDate day = parsed.query(TemporalQueries.localDate());
        return day == null
                ? null
                : new Moment(day, parsed.query(TemporalQueries.localTime()), parsed.query(TemporalQueries.offset()));
    }

    /** By hand, since this is on the way of every row: a formatter takes ten times as long. */
    private static @Nullable LocalDate isoDay(String text) {
        if (text.length() < 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return null;
        }
        int year = digits(text, 0, 4);
        int month = digits(text, 5, 7);
        int day = digits(text, 8, 10);
        return year < 0 || month < 0 || day < 0 ? null : LocalDate.of(year, month, day);
    }

    private static int digits(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = 10 * value + digit;
        }
        return value;
    }

    private static void append(DateTimeFormatterBuilder builder, String pattern) {
        if (!pattern.isEmpty()) {
            builder.appendPattern(pattern);
        }
    }

    private static DateTimeFormatter strict(DateTimeFormatterBuilder builder) {
        return builder.toFormatter(Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT)
                .withChronology(IsoChronology.INSTANCE);
    }
}
