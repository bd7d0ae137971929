package io.lendcrm.segmentation.evaluation;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.tier.SegmentId;
import io.lendcrm.segmentation.Assignments;
import io.lendcrm.segmentation.Segment;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Assignments of clients to segments "a", "b", …, for tests. */
final class Groups {

    private Groups() {}

    /** Each client's segment by its place; -1 for none. */
    static Assignments of(int segments, int... segmentOfClient) {
        List<Segment> all = IntStream.range(0, segments)
                .mapToObj(s -> new Segment(
                        SegmentId.of(String.valueOf((char) ('a' + s))),
                        Arrays.stream(segmentOfClient).filter(own -> own == s).count(),
                        Arrays.stream(segmentOfClient).filter(own -> own == s).count()
                                / (double) segmentOfClient.length))
                .toList();
        double[] distance = Arrays.stream(segmentOfClient)
                .mapToDouble(s -> s < 0 ? Double.NaN : 0)
                .toArray();
        return Assignments.of(
                all,
                IntStream.range(0, segmentOfClient.length)
                        .mapToObj(i -> ClientId.of("c" + i))
                        .toList(),
                segmentOfClient,
                distance,
                new boolean[segmentOfClient.length]);
    }

    /** So many clients of each segment, in order; a last size may be of clients without one. */
    static Assignments ofSizes(int segments, int... sizes) {
        return of(
                segments,
                IntStream.range(0, sizes.length)
                        .flatMap(s -> IntStream.range(0, sizes[s]).map(i -> s < segments ? s : -1))
                        .toArray());
    }

    /** The first so many clients of each segment are marked. */
    static boolean[] marked(int[] sizes, int... marks) {
        boolean[] marked = new boolean[Arrays.stream(sizes).sum()];
        int at = 0;
        for (int s = 0; s < sizes.length; s++) {
            Arrays.fill(marked, at, at + marks[s], true);
            at += sizes[s];
        }
        return marked;
    }
}
