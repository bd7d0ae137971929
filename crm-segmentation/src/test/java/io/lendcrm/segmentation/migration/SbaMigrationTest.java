package io.lendcrm.segmentation.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.RealData;
import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.segmentation.Assignments;
import io.lendcrm.segmentation.ClusterModel;
import io.lendcrm.segmentation.distance.MixedTables;
import io.lendcrm.segmentation.medoid.KMedoids;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Re-evaluation on 2,101 loans of the US Small Business Administration, by medoids of Gower's distance. The fit on all of
 * them is the reference's (segmentation.json, sba_gower); what refits do is the library's own and stated here.
 */
class SbaMigrationTest {

    private static final PromotionPolicy POLICY = PromotionPolicy.defaults();

    /** One start finds the best two segments known; four need more. */
    private static ClusterModel fit(int k, FeatureTable table) {
        KMedoids medoids = KMedoids.of(k).withSeed(7);
        return (k == 2 ? medoids.withStarts(1) : medoids).fit(table);
    }

    private static FeatureTable rows(FeatureTable table, IntPredicate which) {
        int[] rows = IntStream.range(0, table.rows()).filter(which).toArray();
        double[][] columns = table.schema().names().stream()
                .map(table::column)
                .map(column ->
                        IntStream.of(rows).mapToDouble(row -> column[row]).toArray())
                .toArray(double[][]::new);
        List<ClientId> clients =
                IntStream.of(rows).mapToObj(table.clients()::get).toList();
        return FeatureTable.of(table.schema(), clients, columns);
    }

    private static int[] cells(String column) throws IOException {
        List<String> lines = Files.readAllLines(RealData.file("segmentation/sba-california-realestate.csv"));
        int at = List.of(lines.get(0).split(",")).indexOf(column);
        return lines.stream()
                .skip(1)
                .mapToInt(line ->
                        Integer.parseInt(line.replaceAll("\"[^\"]*\"", "a name").split(",", -1)[at]))
                .toArray();
    }

    @Test
    void twoSegmentsFoundAnewOnEitherHalfMayTakeOver() throws IOException {
        FeatureTable all = MixedTables.of("sba_gower");
        ClusterModel inUse = fit(2, all);
        assertThat(inUse.objective()).hasValueCloseTo(0.110822349468, within(1e-12));
        Assignments assigned = inUse.assign(all);
        int[] defaults = new int[2];
        int[] bad = cells("Default");
        IntStream.range(0, bad.length).forEach(row -> defaults[assigned.segment(row)] += bad[row]);
        assertThat(assigned.sizes()).containsExactly(1521, 580);
        assertThat(defaults[0] / 1521.0).isCloseTo(0.431952662722, within(1e-12));
        assertThat(defaults[1] / 580.0).isCloseTo(0.05, within(1e-12));

        long[] moves = {2, 4};
        for (int half = 0; half < 2; half++) {
            int odd = half;
            ClusterModel anew = fit(2, rows(all, row -> row % 2 == odd));
            SegmentMigration migration = SegmentMigration.of(inUse, all, anew, all);

            assertThat(migration.moves())
                    .hasSize((int) moves[half])
                    .allMatch(move -> move.cause() == SegmentMove.Cause.MODEL);
            assertThat(migration.agreement()).isGreaterThan(0.99);
            assertThat(migration.drift()).allMatch(drift -> drift.centreShift() < 0.01);
            assertThat(POLICY.judge(migration).promoted()).isTrue();

            SegmentMigration renamed = SegmentMigration.of(inUse, all, new Relabelled(anew, List.of(1, 0)), all);
            assertThat(renamed.moves()).hasSameSizeAs(migration.moves());
            assertThat(renamed.agreement()).isEqualTo(migration.agreement());
        }
        assertThat(SegmentMigration.of(inUse, all, new Relabelled(inUse, List.of(1, 0)), all)
                        .moves())
                .isEmpty();
    }

    /** Both segments are there in loans of before and after the middle one; how many clients each has isn't the same. */
    @Test
    void segmentsThatStayWhileClientsChangeAreRefusedForTheirShares() throws IOException {
        FeatureTable all = MixedTables.of("sba_gower");
        int[] approved = cells("ApprovalDate");
        int[] sorted = approved.clone();
        Arrays.sort(sorted);
        int middle = sorted[sorted.length / 2];
        FeatureTable early = rows(all, row -> approved[row] < middle);
        FeatureTable late = rows(all, row -> approved[row] >= middle);
        SegmentMigration migration = SegmentMigration.of(fit(2, early), early, fit(2, late), late);

        assertThat(migration.agreement()).isGreaterThan(0.99);
        assertThat(migration.clients()).isZero();
        assertThat(migration.left()).isEqualTo(1050);
        assertThat(migration.entered()).isEqualTo(1051);
        assertThat(migration.drift()).extracting(SegmentDrift::before).containsExactly(659L, 391L);
        assertThat(migration.drift()).extracting(SegmentDrift::after).containsExactly(862L, 189L);
        PromotionPolicy.Verdict verdict = POLICY.judge(migration);
        assertThat(verdict.promoted()).isFalse();
        assertThat(verdict.reasons())
                .extracting(reason -> reason.code().value())
                .containsExactly("promotion.share", "promotion.share");
        assertThat(verdict.reasons().get(0).arguments()).containsEntry("found", "0.1926");
    }

    /** Four segments of half the loans are others than those of all, and the policy says so. */
    @Test
    void fourSegmentsDoNotComeBackOnAHalfAndAreRefused() {
        FeatureTable all = MixedTables.of("sba_gower");
        SegmentMigration migration = SegmentMigration.of(fit(4, all), all, fit(4, rows(all, row -> row % 2 == 1)), all);
        PromotionPolicy.Verdict verdict = POLICY.judge(migration);

        assertThat(migration.moves()).hasSizeGreaterThan(400);
        assertThat(verdict.promoted()).isFalse();
        assertThat(verdict.reasons())
                .extracting(reason -> reason.code().value())
                .containsExactly("promotion.moved-by-model", "promotion.share", "promotion.centre");
    }
}
