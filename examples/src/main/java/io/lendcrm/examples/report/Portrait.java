package io.lendcrm.examples.report;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one client at the as-of day. Immutable and thread-safe.
 *
 * @param client the client's id
 * @param name the client's name, masked where it must be
 * @param kind what kind of client it is
 * @param facts what the client's file says
 * @param measures what was computed
 * @param preferences what the client prefers, by dimension
 * @param flags what somebody should know before calling
 * @param events what happened, in order of time
 * @param cumulative running total of the amounts, in order of time; may be empty
 */
public record Portrait(
        String client,
        Text name,
        Text kind,
        List<Fact> facts,
        List<MeasureLine> measures,
        List<Preference> preferences,
        List<Flag> flags,
        List<Event> events,
        List<Balance> cumulative) {
    public Portrait {
        requireNonNull(client, "client");
        requireNonNull(name, "name");
        requireNonNull(kind, "kind");
        facts = List.copyOf(facts);
        measures = List.copyOf(measures);
        preferences = List.copyOf(preferences);
        flags = List.copyOf(flags);
        events = List.copyOf(events);
        cumulative = List.copyOf(cumulative);
    }

    /**
     * A fact from the client's file. Immutable and thread-safe.
     *
     * @param name the attribute
     * @param value its value, masked where it must be
     * @param source where it comes from
     * @param known the day it became known, or null
     */
    public record Fact(
            Text name, Text value, Text source, @Nullable LocalDate known) {
        public Fact {
            requireNonNull(name, "name");
            requireNonNull(value, "value");
            requireNonNull(source, "source");
        }
    }

    /**
     * A number or class that was computed. Exactly one of {@code value} and {@code label} is given, or neither if the
     * measure is unknown. Immutable and thread-safe.
     *
     * @param name the measure
     * @param value its value, or null
     * @param label its class, such as a segment's name, or null
     * @param unit its unit, or empty
     * @param source the model or computation it comes from
     * @param asOf the day it stands for
     * @param reasons why, strongest first; may be empty
     */
    public record MeasureLine(
            Text name,
            @Nullable Double value,
            @Nullable Text label,
            Text unit,
            Text source,
            LocalDate asOf,
            List<ReasonLine> reasons) {
        public MeasureLine {
            requireNonNull(name, "name");
            requireNonNull(unit, "unit");
            requireNonNull(source, "source");
            requireNonNull(asOf, "asOf");
            if (value != null) {
                Require.finite(value, "value");
                if (label != null) {
                    throw new IllegalArgumentException(
                            "value and label must not both be given, found " + value + " and " + label.en());
                }
            }
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * What the client prefers in one dimension. Immutable and thread-safe.
     *
     * @param dimension product, channel, tenor, contact time
     * @param evidence decayed weight of the events behind it
     * @param shares the choices, strongest first; empty if the evidence does not suffice
     */
    public record Preference(Text dimension, double evidence, List<Share> shares) {
        public Preference {
            requireNonNull(dimension, "dimension");
            Require.finite(evidence, "evidence");
            shares = List.copyOf(shares);
        }
    }

    /**
     * One choice. Immutable and thread-safe.
     *
     * @param name the choice
     * @param share its share, within [0, 1]
     */
    public record Share(Text name, double share) {
        public Share {
            requireNonNull(name, "name");
            Require.share(share, "share");
        }
    }

    /**
     * Something to know. Immutable and thread-safe.
     *
     * @param name the flag
     * @param detail its ground
     * @param severity how urgent it is
     * @param since since when, or null
     */
    public record Flag(
            Text name,
            Text detail,
            Findings.Severity severity,
            @Nullable LocalDate since) {
        public Flag {
            requireNonNull(name, "name");
            requireNonNull(detail, "detail");
            requireNonNull(severity, "severity");
        }
    }

    /**
     * One event of the timeline. Immutable and thread-safe.
     *
     * @param on the day
     * @param kind the kind of event; events of a kind share one row of the timeline
     * @param amount its amount in the report's currency, or null
     * @param detail what else there is to say, or empty
     */
    public record Event(LocalDate on, Text kind, @Nullable Double amount, Text detail) {
        public Event {
            requireNonNull(on, "on");
            requireNonNull(kind, "kind");
            if (amount != null) {
                Require.finite(amount, "amount");
            }
            requireNonNull(detail, "detail");
        }
    }

    /**
     * The running total after a day. Immutable and thread-safe.
     *
     * @param on the day
     * @param amount total of all amounts up to and including the day
     */
    public record Balance(LocalDate on, double amount) {
        public Balance {
            requireNonNull(on, "on");
            Require.finite(amount, "amount");
        }
    }
}
