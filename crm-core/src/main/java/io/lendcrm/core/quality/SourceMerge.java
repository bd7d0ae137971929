package io.lendcrm.core.quality;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.time.AsOf;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Makes one record of what several sources say of a client, field by field, each by its {@link MergePolicy}, and keeps
 * where every value comes from. The result depends neither on the order of the records nor on repeated ones. Immutable
 * and thread-safe.
 */
public final class SourceMerge {

    private final SourceRegistry registry;
    private final MergePolicy usual;
    private final Map<String, MergePolicy> policies;

    private SourceMerge(SourceRegistry registry, MergePolicy usual, Map<String, MergePolicy> policies) {
        this.registry = requireNonNull(registry, "registry");
        this.usual = requireNonNull(usual, "usual");
        this.policies = Map.copyOf(policies);
    }

    /**
     * A merge of all fields by one policy.
     *
     * @param registry how far each source is to be trusted
     * @param usual the policy of fields that have none of their own
     * @return the merge
     */
    public static SourceMerge of(SourceRegistry registry, MergePolicy usual) {
        return new SourceMerge(registry, usual, Map.of());
    }

    /**
     * The same with a policy for one field.
     *
     * @param field the field
     * @param policy its policy
     * @return the merge
     */
    public SourceMerge with(String field, MergePolicy policy) {
        Map<String, MergePolicy> more = new TreeMap<>(policies);
        more.put(requireNonNull(field, "field"), requireNonNull(policy, "policy"));
        return new SourceMerge(registry, usual, more);
    }

    /**
     * Merges what was known by a point in time.
     *
     * @param records what the sources say of one client; those recorded later are left out
     * @param asOf the point in time
     * @return the fields by name; one is absent if no record speaks of it, or none gives a value where the policy is
     *     {@link MergePolicy#NON_EMPTY}
     */
    public SortedMap<String, MergedField> merge(Collection<SourceRecord> records, AsOf asOf) {
        List<SourceRecord> known =
                records.stream().filter(r -> asOf.knows(r.recordedAt())).toList();
        SortedMap<String, MergedField> merged = new TreeMap<>();
        for (String field : fields(known)) {
            List<SourceRecord> speaking =
                    known.stream().filter(r -> speaks(r, field)).toList();
            if (!speaking.isEmpty()) {
                merged.put(field, merged(field, speaking, asOf));
            }
        }
        return Collections.unmodifiableSortedMap(merged);
    }

    private MergePolicy policy(String field) {
        return policies.getOrDefault(field, usual);
    }

    private boolean speaks(SourceRecord record, String field) {
        String value = record.fields().get(field);
        return value != null && !(value.isEmpty() && policy(field) == MergePolicy.NON_EMPTY);
    }

    private MergedField merged(String field, List<SourceRecord> speaking, AsOf asOf) {
        SourceRecord taken = Collections.min(speaking, preference(field));
        String value = text(taken, field);
        return new MergedField(
                value,
                taken.source(),
                taken.recordedAt(),
                policy(field),
                registry.get(taken.source()).isStale(taken.recordedAt(), asOf.date()),
                speaking.stream()
                        .filter(r -> !text(r, field).equals(value))
                        .map(SourceRecord::source)
                        .distinct()
                        .sorted()
                        .toList());
    }

    /** The record to take comes first; ends with the text, so that the order is total on what is taken from a record. */
    private Comparator<SourceRecord> preference(String field) {
        Comparator<SourceRecord> latest = Comparator.comparing(SourceRecord::recordedAt, Comparator.reverseOrder());
        Comparator<SourceRecord> trusted =
                Comparator.comparing(r -> registry.get(r.source()).trust(), Comparator.reverseOrder());
        Comparator<SourceRecord> tieBreak = trusted.thenComparing(latest)
                .thenComparing(SourceRecord::source)
                .thenComparing(r -> text(r, field));
        return switch (policy(field)) {
            case MOST_RECENT -> latest.thenComparing(tieBreak);
            case MOST_TRUSTED, NON_EMPTY -> tieBreak;
            case OLDEST -> Comparator.comparing(SourceRecord::recordedAt).thenComparing(tieBreak);
        };
    }

    private static String text(SourceRecord record, String field) {
        return record.fields().getOrDefault(field, "");
    }

    private static Collection<String> fields(List<SourceRecord> records) {
        return records.stream()
                .flatMap(r -> r.fields().keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
