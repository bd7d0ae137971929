package io.lendcrm.examples.report;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;

/**
 * The book at a glance. Immutable and thread-safe.
 *
 * @param kinds clients by kind; empty if the data tell no kinds
 * @param active clients counted as active at the as-of day
 * @param activeRule what active means, in a sentence
 * @param monetary total monetary value of the period, in the report's currency
 * @param monetaryRule what was summed, in a sentence
 * @param stages clients by stage of their life cycle, first stage first; may be empty
 * @param industries clients by industry or another leading attribute; may be empty
 * @param step length of the periods in {@code growth}
 * @param growth new clients and interactions by period, in order of time; may be empty
 */
public record Overview(
        List<Count> kinds,
        long active,
        Text activeRule,
        double monetary,
        Text monetaryRule,
        List<Count> stages,
        List<Count> industries,
        Step step,
        List<Period> growth) {
    public Overview {
        kinds = List.copyOf(kinds);
        Require.count(active, "active");
        requireNonNull(activeRule, "activeRule");
        Require.finite(monetary, "monetary");
        requireNonNull(monetaryRule, "monetaryRule");
        stages = List.copyOf(stages);
        industries = List.copyOf(industries);
        requireNonNull(step, "step");
        growth = List.copyOf(growth);
    }

    /** The length of a period. Immutable and thread-safe. */
    public enum Step {
        /** A calendar week, named by its first day. */
        WEEK,
        /** A calendar month. */
        MONTH,
        /** A calendar quarter. */
        QUARTER,
        /** A calendar year. */
        YEAR
    }

    /**
     * What happened in one period. Immutable and thread-safe.
     *
     * @param start first day of the period
     * @param newClients clients that came in it
     * @param interactions interactions that occurred in it
     */
    public record Period(LocalDate start, long newClients, long interactions) {
        public Period {
            requireNonNull(start, "start");
            Require.count(newClients, "newClients");
            Require.count(interactions, "interactions");
        }
    }
}
