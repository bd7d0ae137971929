package io.lendcrm.core.quality;

import io.lendcrm.core.SourceId;
import java.time.Period;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The sources a lender knows. One it doesn't know has trust 0, and its facts are stale after a day, so that an
 * unregistered source never wins by trust and never looks fresh. Immutable and thread-safe.
 *
 * @param sources the sources by their names
 */
public record SourceRegistry(SortedMap<SourceId, DataSource> sources) {

    public SourceRegistry {
        sources = Collections.unmodifiableSortedMap(new TreeMap<>(sources));
        sources.forEach((id, source) -> {
            if (!id.equals(source.id())) {
                throw new IllegalArgumentException("sources must stand under their names, found " + source.id());
            }
        });
    }

    /**
     * A registry of these sources.
     *
     * @param sources the sources, each name once
     * @return the registry
     */
    public static SourceRegistry of(Collection<DataSource> sources) {
        SortedMap<SourceId, DataSource> byName = new TreeMap<>();
        for (DataSource source : sources) {
            if (byName.put(source.id(), source) != null) {
                throw new IllegalArgumentException("sources must have distinct names, found " + source.id() + " twice");
            }
        }
        return new SourceRegistry(byName);
    }

    /**
     * A source by its name.
     *
     * @param id the name
     * @return what is known of it; for an unknown one a source of trust 0 whose facts hold for a day
     */
    public DataSource get(SourceId id) {
        DataSource known = sources.get(id);
        return known == null ? new DataSource(id, 0, Period.ofDays(1)) : known;
    }

    /**
     * Whether a source is registered.
     *
     * @param id the name
     * @return true if so
     */
    public boolean knows(SourceId id) {
        return sources.containsKey(id);
    }
}
