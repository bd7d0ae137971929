package io.lendcrm.segmentation.migration;

import io.lendcrm.core.tier.SegmentId;
import io.lendcrm.segmentation.Assignments;
import io.lendcrm.segmentation.Segment;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Which new segment is which old one, when both segmentations put the same clients into segments: the one-to-one matching
 * under which the most clients stay (Hungarian method). Where there are fewer new segments than old ones, some old ones are
 * retired; where there are more, some are new. Segments without a client in common never match.
 *
 * <p>Names don't enter: whatever the new segments are called, and in whatever order, the alignment says the same. Immutable
 * and thread-safe.
 */
public final class LabelAlignment {

    private final long[][] contingency;
    private final int[] newOf;
    private final int[] oldOf;
    private final List<SegmentId> names;

    private LabelAlignment(long[][] contingency, List<SegmentId> old, List<SegmentId> found) {
        this.contingency = contingency;
        newOf = MaximumMatching.of(contingency, found.size());
        oldOf = new int[found.size()];
        Arrays.fill(oldOf, -1);
        for (int i = 0; i < newOf.length; i++) {
            if (newOf[i] >= 0) {
                oldOf[newOf[i]] = i;
            }
        }
        Set<SegmentId> taken = new HashSet<>(old);
        names = IntStream.range(0, oldOf.length)
                .mapToObj(j -> oldOf[j] >= 0 ? old.get(oldOf[j]) : unused(found.get(j), taken))
                .toList();
    }

    /**
     * Aligns two segmentations by what they make of the same clients. Clients that either leaves out don't count.
     *
     * @param old the clients' segments as the old segmentation has them
     * @param found those of the same clients, in the same order, as the new one has them
     * @return the alignment
     * @throws IllegalArgumentException if they aren't of the same clients
     */
    public static LabelAlignment of(Assignments old, Assignments found) {
        if (!old.clients().equals(found.clients())) {
            throw new IllegalArgumentException("assignments must be of the same clients in the same order, found "
                    + old.rows() + " and " + found.rows() + " rows");
        }
        return of(Contingency.of(old, found), ids(old), ids(found));
    }

    /**
     * Aligns two segmentations by a table of counts.
     *
     * @param contingency how many clients are in each old segment (row) and each new one (column), at least 0
     * @param old the names of the old segments
     * @param found the names of the new segments
     * @return the alignment
     * @throws IllegalArgumentException if the table isn't of that many rows and columns, or a count is negative
     */
    public static LabelAlignment of(long[][] contingency, List<SegmentId> old, List<SegmentId> found) {
        if (contingency.length != old.size()
                || Arrays.stream(contingency).anyMatch(row -> row.length != found.size())) {
            throw new IllegalArgumentException(
                    "contingency must have " + old.size() + " rows of " + found.size() + " counts");
        }
        long[][] copy = Arrays.stream(contingency).map(long[]::clone).toArray(long[][]::new);
        if (Arrays.stream(copy).flatMapToLong(Arrays::stream).anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException("counts of the contingency must be at least 0");
        }
        return new LabelAlignment(copy, List.copyOf(old), List.copyOf(found));
    }

    private static List<SegmentId> ids(Assignments assigned) {
        return assigned.segments().stream().map(Segment::id).toList();
    }

    /** A new segment keeps its name unless an old one, or another new one, has it. */
    private static SegmentId unused(SegmentId own, Set<SegmentId> taken) {
        SegmentId name = own;
        for (int i = 1; !taken.add(name); i++) {
            name = SegmentId.of(own + "-new" + (i == 1 ? "" : "-" + i));
        }
        return name;
    }

    /**
     * The new segment that an old one has become.
     *
     * @param old the old segment's place, from 0
     * @return the new one's place; -1 if it is retired
     */
    public int newOf(int old) {
        return newOf[old];
    }

    /**
     * The old segment that a new one has been.
     *
     * @param found the new segment's place, from 0
     * @return the old one's place; -1 if it is new
     */
    public int oldOf(int found) {
        return oldOf[found];
    }

    /** {@return what the new segments are called: as the old ones they have been, and new ones by a name no old one has} */
    public List<SegmentId> names() {
        return names;
    }

    /** {@return how many clients are in segments that match} */
    public long matched() {
        return IntStream.range(0, newOf.length)
                .filter(i -> newOf[i] >= 0)
                .mapToLong(i -> contingency[i][newOf[i]])
                .sum();
    }

    /** {@return how many clients are in each old segment (row) and each new one (column)} */
    public long[][] contingency() {
        return Arrays.stream(contingency).map(long[]::clone).toArray(long[][]::new);
    }

    /** {@return the place of the new segment for each old one} */
    @Override
    public String toString() {
        return "LabelAlignment[new of old " + Arrays.toString(newOf) + ", matched " + matched() + "]";
    }
}
