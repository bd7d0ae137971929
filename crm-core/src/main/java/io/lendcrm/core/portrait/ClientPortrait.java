package io.lendcrm.core.portrait;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.privacy.Classified;
import io.lendcrm.core.privacy.DataClass;
import io.lendcrm.core.time.AsOf;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What may be seen of a client from a point in time. Printed without what it says. Immutable and thread-safe.
 *
 * @param client whose portrait
 * @param asOf the point in time
 * @param facts what the client's record says
 * @param measures what was computed, derived measures first, then what was added
 * @param preferences what the client prefers, unknown ones too
 * @param flags what to know before one speaks with the client, in the order of {@link PortraitFlag.Kind}
 * @param timeline the latest events, the earliest of them first
 * @param denied the fields that the gate refused, each with the code of the refusal; what is made from them is absent
 */
public record ClientPortrait(
        @Classified(DataClass.IDENTIFIER) ClientId client,
        @Classified(DataClass.ORDINARY) AsOf asOf,
        @Classified(DataClass.IDENTIFIER) List<Fact> facts,
        @Classified(DataClass.SENSITIVE) List<Measure> measures,
        @Classified(DataClass.SENSITIVE) List<Preference> preferences,
        @Classified(DataClass.SENSITIVE) List<PortraitFlag> flags,
        @Classified(DataClass.SENSITIVE) List<TimelineEntry> timeline,
        @Classified(DataClass.ORDINARY) Map<String, String> denied) {

    public ClientPortrait {
        requireNonNull(client, "client");
        requireNonNull(asOf, "asOf");
        facts = List.copyOf(facts);
        measures = List.copyOf(measures);
        preferences = List.copyOf(preferences);
        flags = List.copyOf(flags);
        timeline = List.copyOf(timeline);
        denied = Collections.unmodifiableMap(new TreeMap<>(denied));
    }

    /**
     * The portrait with more measures: scores, values, the segment.
     *
     * @param more the measures, behind those that are there
     * @return the portrait
     * @throws IllegalArgumentException if a name is there already
     */
    public ClientPortrait with(List<Measure> more) {
        List<Measure> all = new ArrayList<>(measures);
        for (Measure measure : more) {
            if (all.stream().anyMatch(m -> m.name().equals(measure.name()))) {
                throw new IllegalArgumentException(
                        "measures must have distinct names, found " + measure.name() + " twice");
            }
            all.add(measure);
        }
        return new ClientPortrait(client, asOf, facts, all, preferences, flags, timeline, denied);
    }

    /**
     * A fact by its field.
     *
     * @param field such as {@code organisation.employees}
     * @return the fact, or empty if the record doesn't say it or the gate denied it
     */
    public Optional<Fact> fact(String field) {
        return facts.stream().filter(f -> f.field().equals(field)).findFirst();
    }

    /**
     * A measure by its name.
     *
     * @param name such as {@code recency_days}
     * @return the measure, or empty if there is none
     */
    public Optional<Measure> measure(String name) {
        return measures.stream().filter(m -> m.name().equals(name)).findFirst();
    }

    /**
     * A preference.
     *
     * @param topic in which respect
     * @return the preference, perhaps an unknown one; empty if the gate denied it
     */
    public Optional<Preference> preference(Preference.Topic topic) {
        return preferences.stream().filter(p -> p.topic() == topic).findFirst();
    }

    /**
     * Whether a flag is up.
     *
     * @param kind which one
     * @return true if so
     */
    public boolean has(PortraitFlag.Kind kind) {
        return flags.stream().anyMatch(f -> f.kind() == kind);
    }

    /** {@return the client's fingerprint, the date and how much there is, without what it says} */
    @Override
    public String toString() {
        return "ClientPortrait[" + client + " at " + asOf.date() + ", " + facts.size() + " facts, " + measures.size()
                + " measures, " + denied.size() + " fields denied]";
    }
}
