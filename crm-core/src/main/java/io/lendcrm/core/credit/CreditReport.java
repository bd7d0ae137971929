package io.lendcrm.core.credit;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.SourceId;
import io.lendcrm.core.money.Money;
import io.lendcrm.core.privacy.Classified;
import io.lendcrm.core.privacy.DataClass;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a credit bureau told of a client on a day (征信报告). Made by {@link #builder()}. Printed without its content.
 * Immutable and thread-safe.
 *
 * @param client whose report
 * @param source the bureau
 * @param reportedOn the day of the report
 * @param validUntil the last day on which the lender may rely on it
 * @param openLines credits that run, not negative; null if not told
 * @param totalDebt what is owed to all lenders, not negative; null if not told
 * @param worstStatus the worst that the history shows; null if not told
 * @param daysPastDue the greatest days past due of each month told, not negative
 * @param inquiries the days on which lenders asked for the report, in order
 * @param defaults the days of defaults, in order
 * @param recordedAt when the lender recorded it
 */
public record CreditReport(
        @Classified(DataClass.IDENTIFIER) ClientId client,
        @Classified(DataClass.ORDINARY) SourceId source,
        @Classified(DataClass.ORDINARY) LocalDate reportedOn,
        @Classified(DataClass.ORDINARY) LocalDate validUntil,
        @Classified(DataClass.SENSITIVE) @Nullable Integer openLines,
        @Classified(DataClass.SENSITIVE) @Nullable Money totalDebt,
        @Classified(DataClass.SENSITIVE) @Nullable Status worstStatus,
        @Classified(DataClass.SENSITIVE) Map<YearMonth, Integer> daysPastDue,
        @Classified(DataClass.SENSITIVE) List<LocalDate> inquiries,
        @Classified(DataClass.SENSITIVE) List<LocalDate> defaults,
        @Classified(DataClass.ORDINARY) Instant recordedAt) {

    /** The worst that a credit history shows, from the best to the worst. */
    public enum Status {
        /** No credit was ever taken, or all were paid back duly. */
        NO_OPEN_CREDIT,
        /** All credits at this lender were paid back duly. */
        SETTLED_HERE,
        /** Credits run and were paid duly so far. */
        DULY_PAID,
        /** There were delays. */
        DELAYED,
        /** The account is critical, or a default or a record of bad debt is told. */
        CRITICAL
    }

    public CreditReport {
        requireNonNull(client, "client");
        requireNonNull(source, "source");
        requireNonNull(reportedOn, "reportedOn");
        requireNonNull(validUntil, "validUntil");
        daysPastDue = Collections.unmodifiableMap(new TreeMap<>(daysPastDue));
        inquiries = inquiries.stream().sorted().toList();
        defaults = defaults.stream().sorted().toList();
        requireNonNull(recordedAt, "recordedAt");
        if (validUntil.isBefore(reportedOn)) {
            throw new IllegalArgumentException(
                    "validUntil must not be before reportedOn=" + reportedOn + ", found " + validUntil);
        }
        if (openLines != null && openLines < 0) {
            throw new IllegalArgumentException("openLines must be at least 0");
        }
        if (totalDebt != null && totalDebt.isNegative()) {
            throw new IllegalArgumentException("totalDebt must not be negative");
        }
        if (daysPastDue.values().stream().anyMatch(days -> days < 0)) {
            throw new IllegalArgumentException("daysPastDue must be at least 0 in every month");
        }
    }

    /**
     * Begins a report; client, source, the two days and the instant of recording have to be given.
     *
     * @return the builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Whether the lender may rely on it.
     *
     * @param day the day
     * @return true from the day of the report to its last day
     */
    public boolean isValidOn(LocalDate day) {
        return !day.isBefore(reportedOn) && !day.isAfter(validUntil);
    }

    /** {@return the greatest days past due of all months told; empty if none is told} */
    public OptionalInt worstDaysPastDue() {
        return daysPastDue.values().stream().mapToInt(Integer::intValue).max();
    }

    /**
     * How often lenders asked lately.
     *
     * @param days how many days up to the day of the report, that day included
     * @return how many inquiries
     */
    public long inquiriesWithin(int days) {
        return inquiries.stream()
                .filter(day -> day.isAfter(reportedOn.minusDays(days)) && !day.isAfter(reportedOn))
                .count();
    }

    /** {@return whose, whence and when, without the content} */
    @Override
    public String toString() {
        return "CreditReport[" + client + ", " + source + ", " + reportedOn + "]";
    }

    /** Gathers the parts of a report. Not thread-safe; confine to one thread. */
    public static final class Builder {

        private @Nullable ClientId client;
        private @Nullable SourceId source;
        private @Nullable LocalDate reportedOn;
        private @Nullable LocalDate validUntil;
        private @Nullable Integer openLines;
        private @Nullable Money totalDebt;
        private @Nullable Status worstStatus;
        private Map<YearMonth, Integer> daysPastDue = Map.of();
        private List<LocalDate> inquiries = List.of();
        private List<LocalDate> defaults = List.of();
        private @Nullable Instant recordedAt;

        private Builder() {}

        /**
         * Sets whose report it is; required.
         *
         * @param value the client
         * @return this builder
         */
        public Builder client(ClientId value) {
            client = value;
            return this;
        }

        /**
         * Sets the bureau; required.
         *
         * @param value the bureau
         * @return this builder
         */
        public Builder source(SourceId value) {
            source = value;
            return this;
        }

        /**
         * Sets the day of the report; required.
         *
         * @param value the day
         * @return this builder
         */
        public Builder reportedOn(LocalDate value) {
            reportedOn = value;
            return this;
        }

        /**
         * Sets the last day on which the lender may rely on it; required.
         *
         * @param value the day
         * @return this builder
         */
        public Builder validUntil(LocalDate value) {
            validUntil = value;
            return this;
        }

        /**
         * Sets how many credits run.
         *
         * @param value how many, or null if not told
         * @return this builder
         */
        public Builder openLines(@Nullable Integer value) {
            openLines = value;
            return this;
        }

        /**
         * Sets what is owed to all lenders.
         *
         * @param value the debt, or null if not told
         * @return this builder
         */
        public Builder totalDebt(@Nullable Money value) {
            totalDebt = value;
            return this;
        }

        /**
         * Sets the worst that the history shows.
         *
         * @param value the status, or null if not told
         * @return this builder
         */
        public Builder worstStatus(@Nullable Status value) {
            worstStatus = value;
            return this;
        }

        /**
         * Sets the greatest days past due by month.
         *
         * @param value the days
         * @return this builder
         */
        public Builder daysPastDue(Map<YearMonth, Integer> value) {
            daysPastDue = value;
            return this;
        }

        /**
         * Sets the days on which lenders asked for the report.
         *
         * @param value the days
         * @return this builder
         */
        public Builder inquiries(List<LocalDate> value) {
            inquiries = value;
            return this;
        }

        /**
         * Sets the days of defaults.
         *
         * @param value the days
         * @return this builder
         */
        public Builder defaults(List<LocalDate> value) {
            defaults = value;
            return this;
        }

        /**
         * Sets when the lender recorded it; required.
         *
         * @param value the instant
         * @return this builder
         */
        public Builder recordedAt(Instant value) {
            recordedAt = value;
            return this;
        }

        /**
         * Makes the report.
         *
         * @return the report
         * @throws IllegalStateException if required parts are missing; the message names all of them
         */
        public CreditReport build() {
            new RequiredParts("CreditReport")
                    .and("client", client)
                    .and("source", source)
                    .and("reportedOn", reportedOn)
                    .and("validUntil", validUntil)
                    .and("recordedAt", recordedAt)
                    .check();
            return new CreditReport(
                    requireNonNull(client),
                    requireNonNull(source),
                    requireNonNull(reportedOn),
                    requireNonNull(validUntil),
                    openLines,
                    totalDebt,
                    worstStatus,
                    daysPastDue,
                    inquiries,
                    defaults,
                    requireNonNull(recordedAt));
        }
    }
}
