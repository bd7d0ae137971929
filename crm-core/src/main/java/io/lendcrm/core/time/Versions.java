package io.lendcrm.core.time;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Every state that something ever had, kept with two times (bitemporal): valid from and recorded at. A correction is a
 * later record with the same valid-from day; nothing is overwritten. Immutable and thread-safe if the states are.
 *
 * @param <T> the type of a state
 * @param all the versions, ordered by valid-from and then by recorded-at
 */
public record Versions<T>(List<Version<T>> all) {

    private static final Comparator<Version<?>> ORDER =
            Comparator.<Version<?>, LocalDate>comparing(Version::validFrom).thenComparing(Version::recordedAt);

    public Versions {
        requireNonNull(all, "all");
        List<Version<T>> sorted = new ArrayList<>(all);
        sorted.sort(ORDER);
        all = List.copyOf(sorted);
    }

    /**
     * A single state.
     *
     * @param <T> the type of the state
     * @param value the state
     * @param validFrom the first day on which it holds
     * @param recordedAt when it was recorded
     * @return the one version
     */
    public static <T> Versions<T> of(T value, LocalDate validFrom, Instant recordedAt) {
        return new Versions<>(List.of(new Version<>(value, validFrom, recordedAt)));
    }

    /**
     * These and one more.
     *
     * @param version the version to add
     * @return a new value that holds all of them
     */
    public Versions<T> with(Version<T> version) {
        List<Version<T>> more = new ArrayList<>(all);
        more.add(version);
        return new Versions<>(more);
    }

    /**
     * What can be seen of them.
     *
     * @param asOf the point in time
     * @return the versions that hold by its date and were known by then
     */
    public Versions<T> seenFrom(AsOf asOf) {
        return new Versions<>(all.stream()
                .filter(v -> asOf.sees(v.validFrom(), v.recordedAt()))
                .toList());
    }

    /**
     * The state that held, as far as it was known: among the visible versions the one with the latest valid-from day,
     * and of those the one recorded last.
     *
     * @param asOf the point in time
     * @return the state, or empty if none was known
     */
    public Optional<T> at(AsOf asOf) {
        return versionAt(asOf).map(Version::value);
    }

    /**
     * The version whose state {@link #at} gives.
     *
     * @param asOf the point in time
     * @return the version, or empty if none was known
     */
    public Optional<Version<T>> versionAt(AsOf asOf) {
        for (int i = all.size() - 1; i >= 0; i--) {
            Version<T> v = all.get(i);
            if (asOf.sees(v.validFrom(), v.recordedAt())) {
                return Optional.of(v);
            }
        }
        return Optional.empty();
    }
}
