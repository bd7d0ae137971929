package io.lendcrm.segmentation.density;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.model.FitException;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.core.model.Run;
import io.lendcrm.segmentation.Clusterer;
import io.lendcrm.segmentation.preparation.FittedPreparation;
import io.lendcrm.segmentation.preparation.Preparation;
import io.lendcrm.segmentation.preparation.Scale;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;

/**
 * DBSCAN: a client with at least {@code minPoints} clients within the radius ε, itself included, is core; core clients linked
 * by steps of at most ε are a cluster; others within ε of a core client join the nearest one's cluster; the rest is noise.
 *
 * <p>Distances are Euclidean in the coordinates of the {@link Preparation}, compared squared. The order of rows doesn't
 * matter: clusters come by the number of their core clients, equal ones by their least core row, and a client as near to two
 * clusters joins the first.
 * Equal rows are taken together first. No cluster is a possible outcome; the model then has a warning.
 *
 * <p>It takes numeric or yes/no features; missing values are refused unless the preparation fills them. Equal tables and
 * options give equal models on any number of threads. The memory is that of the rows; the time about O(rows · minPoints · log
 * rows), whatever the radius, if features are few; with many a k-d tree helps little. Immutable and thread-safe.
 *
 * <p>Source: Ester, Kriegel, Sander and Xu, "A density-based algorithm for discovering clusters", KDD 1996; borders by the
 * nearest core row, where the paper leaves them to the order of rows.
 */
public final class Dbscan implements Clusterer {

    private final double radius;
    private final int minPoints;
    private final Preparation preparation;

    private Dbscan(double radius, int minPoints, Preparation preparation) {
        this.radius = radius;
        this.minPoints = minPoints;
        this.preparation = requireNonNull(preparation, "preparation");
        if (!(radius * radius > 0) || Double.isInfinite(radius * radius)) {
            throw new IllegalArgumentException(
                    "radius must be above 0 and finite, and its square too, found " + radius);
        }
        if (minPoints < 1) {
            throw new IllegalArgumentException("minPoints must be at least 1, found " + minPoints);
        }
    }

    /**
     * DBSCAN on the values as they are.
     *
     * @param radius ε, above 0, in the preparation's coordinates
     * @param minPoints how many clients make one core, itself included, at least 1
     * @return the fitter
     */
    public static Dbscan of(double radius, int minPoints) {
        return new Dbscan(radius, minPoints, Preparation.none());
    }

    /**
     * With all features on one scale; the model does the same to new clients.
     *
     * @param scale the scale
     * @return the fitter
     */
    public Dbscan withScale(Scale scale) {
        return withPreparation(preparation.withScale(scale));
    }

    /**
     * With features prepared each in its own way, and missing values filled or refused.
     *
     * @param newPreparation how
     * @return the fitter
     */
    public Dbscan withPreparation(Preparation newPreparation) {
        return new Dbscan(radius, minPoints, newPreparation);
    }

    /**
     * {@inheritDoc}
     *
     * @throws FitException if there are fewer rows than {@code minPoints}, or the features can't be prepared
     */
    @Override
    public DbscanModel fit(FeatureTable table, Run run) {
        Checked.requireRows(DbscanModel.TYPE, table, minPoints);
        FittedPreparation prepared = preparation.fit(table, DbscanModel.TYPE);
        DistinctRows rows = Checked.rows(DbscanModel.TYPE, prepared.columns(table));
        double squared = radius * radius;
        int[] core = CoreRows.find(rows, squared, minPoints, run);
        if (run.cancelled().getAsBoolean()) {
            throw new CancellationException("the fit was cancelled");
        }
        DistinctRows cores = rows.only(core);
        KdTree tree = new KdTree(cores.x(), cores.d());
        int[] clusterOf = clusters(tree, squared);
        long[] coreClients = sizes(cores, clusterOf);
        int[] rank = Assigner.rank(coreClients, clusterOf, cores);
        for (int i = 0; i < clusterOf.length; i++) {
            clusterOf[i] = rank[clusterOf[i]];
        }
        long[] sizes = sizes(cores, clusterOf);
        ClusteredRows clustered = new ClusteredRows(tree, clusterOf, new double[core.length]);
        long noise = addBorders(rows, core, clustered, squared, sizes);
        int count = sizes.length;
        ModelInfo info = ModelInfo.of(DbscanModel.TYPE, run, table.rows(), table.fingerprint())
                .withSchema(table.schema())
                .withOptions(options())
                .withDiagnostics(Map.of(
                        "clusters", (double) count,
                        "noise", (double) noise,
                        "distinctRows", (double) rows.rows(),
                        "coreRows", (double) core.length))
                .withWarnings(count == 0 ? List.of("no cluster: no row has enough others near") : List.of());
        return new DbscanModel(prepared, radius, clustered, sizes, noise, info);
    }

    @Override
    public DbscanModel fit(FeatureTable table) {
        return fit(table, Run.sequential());
    }

    /** The cluster of each core row, numbered as met. */
    private static int[] clusters(KdTree tree, double squared) {
        UnionFind sets = CoreRows.link(tree, squared);
        int[] number = new int[tree.n];
        int[] clusterOf = new int[tree.n];
        int count = 0;
        for (int p = 0; p < tree.n; p++) {
            int set = sets.find(p);
            if (number[set] == 0) {
                number[set] = ++count;
            }
            clusterOf[tree.order[p]] = number[set] - 1;
        }
        return clusterOf;
    }

    private static long[] sizes(DistinctRows cores, int[] clusterOf) {
        long[] sizes = new long[Arrays.stream(clusterOf).max().orElse(-1) + 1];
        for (int i = 0; i < clusterOf.length; i++) {
            sizes[clusterOf[i]] += cores.clients()[i];
        }
        return sizes;
    }

    /** Adds clients of border rows to the sizes; how many are noise. */
    private static long addBorders(
            DistinctRows rows, int[] core, ClusteredRows clustered, double squared, long[] sizes) {
        ClusteredRows.Nearest nearest = clustered.new Nearest();
        double[] point = new double[rows.d()];
        long noise = 0;
        int next = 0;
        for (int i = 0; i < rows.rows(); i++) {
            if (next < core.length && core[next] == i) {
                next++;
                continue;
            }
            System.arraycopy(rows.x(), i * rows.d(), point, 0, rows.d());
            if (nearest.find(point, 0, ClusteredRows.NOISE, squared)) {
                sizes[nearest.segment()] += rows.clients()[i];
            } else {
                noise += rows.clients()[i];
            }
        }
        return noise;
    }

    private Map<String, String> options() {
        Map<String, String> options = new TreeMap<>(preparation.options());
        options.put("radius", Double.toString(radius));
        options.put("minPoints", Integer.toString(minPoints));
        return options;
    }

    /** {@return the options} */
    @Override
    public String toString() {
        return "Dbscan" + options();
    }
}
