package io.lendcrm.segmentation.structure;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.model.FitException;
import io.lendcrm.core.model.Run;
import io.lendcrm.segmentation.ClusterModel;
import io.lendcrm.segmentation.Clusterer;
import io.lendcrm.segmentation.distance.Euclidean;
import io.lendcrm.segmentation.preparation.Preparation;
import io.lendcrm.segmentation.validity.Labels;
import io.lendcrm.segmentation.validity.Separation;
import io.lendcrm.segmentation.validity.Silhouette;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.function.IntFunction;

/**
 * Asks whether there are clusters before it asks how many.
 *
 * <p>The rule. (1) k clusters are <em>more than chance</em> if they lower log W by over 3 standard errors more than they do
 * on rows drawn uniformly from the box along the principal axes, and also over 3 more than on rows of one Gaussian with the
 * same covariance. (2) They <em>come back</em> if their prediction strength is at least 0.8. The advice is the greatest k
 * of which both are true; if some k are more than chance and none of them comes back, the verdict is
 * {@link StructureVerdict#NOT_REPRODUCIBLE}; if none is more than chance, {@link StructureVerdict#NONE}.
 *
 * <p>It takes numeric or yes/no features and prepares them itself, so that the engine gets coordinates and needs no scale of
 * its own. Of more than 5,000 rows a random sample of as many is looked at. The numbers of clusters end before the first
 * that the engine can't fit. The cost is (2 · draws + 2 · divisions + samples) fits for every k. Immutable and thread-safe.
 */
public final class StructureSearch {

    private static final String NAME = "structure";
    private static final int MOST_ROWS = 5_000;
    private static final int SILHOUETTE_ROWS = 1_000;
    private static final int LEAST_ROWS = 10;

    private final IntFunction<? extends Clusterer> clusterer;
    private final Preparation preparation;
    private final int most;
    private final int draws;
    private final int divisions;
    private final int samples;
    private final long seed;

    private StructureSearch(
            IntFunction<? extends Clusterer> clusterer,
            Preparation preparation,
            int most,
            int draws,
            int divisions,
            int samples,
            long seed) {
        this.clusterer = requireNonNull(clusterer, "clusterer");
        this.preparation = requireNonNull(preparation, "preparation");
        this.most = requireAtLeastTwo("most", most);
        this.draws = requireAtLeastTwo("draws", draws);
        this.divisions = requireAtLeastTwo("divisions", divisions);
        this.samples = requireAtLeastTwo("samples", samples);
        this.seed = seed;
    }

    private static int requireAtLeastTwo(String name, int value) {
        if (value < 2) {
            throw new IllegalArgumentException(name + " must be at least 2, found " + value);
        }
        return value;
    }

    /**
     * A search over 2 to 8 clusters of the values as they are, with 30 draws from each reference, 10 divisions into halves,
     * 30 bootstrap samples and seed 0.
     *
     * @param clusterer the engine that finds k clusters, such as {@code k -> KMeans.of(k)}
     * @return the search
     */
    public static StructureSearch of(IntFunction<? extends Clusterer> clusterer) {
        return new StructureSearch(clusterer, Preparation.none(), 8, 30, 10, 30, 0);
    }

    /**
     * With features made comparable before anything else.
     *
     * @param newPreparation how
     * @return the changed search
     */
    public StructureSearch withPreparation(Preparation newPreparation) {
        return new StructureSearch(clusterer, newPreparation, most, draws, divisions, samples, seed);
    }

    /**
     * With another greatest number of clusters.
     *
     * @param newMost the number, at least 2
     * @return the changed search
     */
    public StructureSearch withMost(int newMost) {
        return new StructureSearch(clusterer, preparation, newMost, draws, divisions, samples, seed);
    }

    /**
     * With more or fewer repetitions.
     *
     * @param newDraws draws from each reference, at least 2; the error of an error is 1/√(2 · draws) of it
     * @param newDivisions divisions into halves, at least 2
     * @param newSamples bootstrap samples, at least 2
     * @return the changed search
     */
    public StructureSearch withRepetitions(int newDraws, int newDivisions, int newSamples) {
        return new StructureSearch(clusterer, preparation, most, newDraws, newDivisions, newSamples, seed);
    }

    /**
     * With another seed of draws, divisions and samples. The engine has its own.
     *
     * @param newSeed the seed
     * @return the changed search
     */
    public StructureSearch withSeed(long newSeed) {
        return new StructureSearch(clusterer, preparation, most, draws, divisions, samples, newSeed);
    }

    /**
     * Looks for structure.
     *
     * @param table numeric or yes/no features, at least 10 rows
     * @param run its threads share draws, divisions and samples; they change no bit
     * @return the finding; {@link StructureVerdict#NONE} with no candidate if all rows are the same
     * @throws FitException if there are fewer rows, a value is missing and not filled, a feature has levels or can't be
     *     scaled
     */
    public StructureFinding in(FeatureTable table, Run run) {
        if (table.rows() < LEAST_ROWS) {
            throw new FitException(NAME, "the table has " + table.rows() + " rows", LEAST_ROWS + " rows or more");
        }
        SplittableRandom random = new SplittableRandom(seed);
        FeatureTable coordinates = NumericTable.of(preparation.fit(table, NAME).columns(table));
        FeatureTable rows = sampled(coordinates, random.split());
        int reach = reach(rows, run);
        if (reach < 2) {
            return new StructureFinding(
                    StructureVerdict.NONE,
                    OptionalInt.empty(),
                    List.of(),
                    1,
                    1,
                    rows.rows(),
                    StructureReasons.indivisible());
        }
        GapStatistic gap = GapStatistic.defaults().withDraws(draws).withSeed(random.nextLong());
        GapCurve box = gap.of(rows, clusterer, reach, run);
        GapCurve gaussian = gap.withReference(GapReference.GAUSSIAN).of(rows, clusterer, reach, run);
        List<ClusterCandidate> candidates = new ArrayList<>();
        for (int k = 2; k <= reach; k++) {
            candidates.add(candidate(k, rows, box, gaussian, random.split(), run));
        }
        return StructureReasons.judge(candidates, box, rows.rows());
    }

    private static FeatureTable sampled(FeatureTable table, SplittableRandom random) {
        if (table.rows() <= MOST_ROWS) {
            return table;
        }
        int[] chosen = new int[MOST_ROWS];
        int taken = 0;
        for (int i = 0; taken < MOST_ROWS; i++) { // selection sampling, Knuth, TAOCP 3.4.2 S
            if (random.nextDouble() * (table.rows() - i) < MOST_ROWS - taken) {
                chosen[taken++] = i;
            }
        }
        return NumericTable.rows(table, chosen);
    }

    /** The greatest number of clusters up to which the engine finds all. */
    private int reach(FeatureTable rows, Run run) {
        long distinct =
                rows.rows() < 2 ? 1 : Arrays.stream(distinct(rows)).distinct().count();
        int reach = 1;
        while (reach < most && reach + 1 < distinct) {
            try {
                clusterer.apply(reach + 1).fit(rows, run);
            } catch (FitException e) {
                return reach;
            }
            reach++;
        }
        return reach;
    }

    private static List<?>[] distinct(FeatureTable rows) {
        List<?>[] values = new List<?>[rows.rows()];
        Arrays.setAll(values, i -> Arrays.stream(rows.row(i).toArray()).boxed().toList());
        return values;
    }

    private ClusterCandidate candidate(
            int k, FeatureTable rows, GapCurve box, GapCurve gaussian, SplittableRandom random, Run run) {
        Clusterer engine = clusterer.apply(k);
        ClusterModel model = engine.fit(rows, run);
        Labels labels = labels(model.assign(rows).segmentOfRows());
        return new ClusterCandidate(
                k,
                box.gap().get(k - 1),
                box.standardError().get(k - 1),
                box.excess().get(k - 1),
                gaussian.excess().get(k - 1),
                PredictionStrength.of(rows, engine, divisions, random.nextLong(), run),
                ClusterStability.of(rows, engine, samples, random.nextLong(), run),
                Silhouette.sampled(Euclidean.of(rows.schema()).over(rows), labels, SILHOUETTE_ROWS, random.nextLong())
                        .mean(),
                Separation.of(rows, labels));
    }

    /** Rows without a cluster count as one more. */
    private static Labels labels(int[] segment) {
        int next = Arrays.stream(segment).max().orElse(-1) + 1;
        return Labels.of(Arrays.stream(segment).map(own -> own < 0 ? next : own).toArray());
    }
}
