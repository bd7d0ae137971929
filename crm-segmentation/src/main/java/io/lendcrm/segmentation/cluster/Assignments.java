package io.lendcrm.segmentation.cluster;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.feature.BoundTable;
import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.segmentation.Assignment;
import io.lendcrm.segmentation.distance.Euclidean;
import io.lendcrm.segmentation.preparation.CompensatedSum;
import io.lendcrm.segmentation.validity.Labels;
import io.lendcrm.segmentation.validity.Silhouette;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The clusters of a table's clients, in columns. Immutable and thread-safe. */
public final class Assignments {

    private final KMeansModel model;
    private final BoundTable table;
    private final int[] cluster;
    private final double[] distance;

    Assignments(KMeansModel model, BoundTable table, int[] cluster, double[] distance) {
        this.model = model;
        this.table = table;
        this.cluster = cluster;
        this.distance = distance;
    }

    /** {@return how many clients} */
    public int rows() {
        return cluster.length;
    }

    /** {@return whose rows they are, in order} */
    public List<ClientId> clients() {
        return table.clients();
    }

    /**
     * A row's cluster.
     *
     * @param row from 0
     * @return the cluster, from 0; -1 if the client isn't assigned
     */
    public int cluster(int row) {
        return cluster[row];
    }

    /**
     * A row's distance to its centre.
     *
     * @param row from 0
     * @return the distance on the model's scale; {@code NaN} if the client isn't assigned
     */
    public double distance(int row) {
        return distance[row];
    }

    /**
     * A row's assignment with reasons.
     *
     * @param row from 0
     * @return the assignment
     */
    public Assignment assignment(int row) {
        return model.assign(table.row(row));
    }

    /**
     * What each cluster is like: its size, the means of its features, how they differ from the whole table, and the
     * clients nearest to its centre. Clients that aren't assigned don't count.
     *
     * @param prototypes how many of the nearest clients to name, at least 0
     * @return a profile for each cluster, in the model's order
     */
    public List<ClusterProfile> profiles(int prototypes) {
        if (prototypes < 0) {
            throw new IllegalArgumentException("prototypes must be at least 0, found " + prototypes);
        }
        int k = model.k();
        int d = table.schema().size();
        double[][] mean = new double[k][d];
        double[] allMean = new double[d];
        double[] deviation = new double[d];
        int[] size = new int[k];
        int all = 0;
        for (int own : cluster) {
            if (own >= 0) {
                size[own]++;
                all++;
            }
        }
        for (int j = 0; j < d; j++) {
            CompensatedSum[] sums =
                    IntStream.range(0, k).mapToObj(c -> new CompensatedSum()).toArray(CompensatedSum[]::new);
            CompensatedSum whole = new CompensatedSum();
            for (int i = 0; i < cluster.length; i++) {
                if (cluster[i] >= 0) {
                    sums[cluster[i]].add(table.value(i, j));
                    whole.add(table.value(i, j));
                }
            }
            for (int c = 0; c < k; c++) {
                mean[c][j] = sums[c].value() / size[c];
            }
            allMean[j] = whole.value() / all;
            deviation[j] = deviation(j, allMean[j], all);
        }
        List<ClusterProfile> profiles = new ArrayList<>();
        for (int c = 0; c < k; c++) {
            List<ClusterProfile.Trait> traits = new ArrayList<>();
            for (int j = 0; j < d && size[c] > 0; j++) {
                double z = deviation[j] > 0 ? (mean[c][j] - allMean[j]) / deviation[j] : 0;
                traits.add(new ClusterProfile.Trait(table.schema().feature(j).name(), mean[c][j], z));
            }
            profiles.add(new ClusterProfile(
                    model.segments().get(c).id(),
                    size[c],
                    all == 0 ? 0 : (double) size[c] / all,
                    traits,
                    nearest(c, prototypes)));
        }
        return profiles;
    }

    private double deviation(int column, double mean, int all) {
        CompensatedSum squares = new CompensatedSum();
        for (int i = 0; i < cluster.length; i++) {
            if (cluster[i] >= 0) {
                double difference = table.value(i, column) - mean;
                squares.add(difference * difference);
            }
        }
        return all < 2 ? 0 : Math.sqrt(squares.value() / (all - 1));
    }

    private List<ClientId> nearest(int own, int most) {
        return IntStream.range(0, cluster.length)
                .filter(i -> cluster[i] == own)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> distance[i]))
                .limit(most)
                .map(i -> table.clients().get(i))
                .toList();
    }

    /**
     * The mean silhouette width of the assigned clients, from -1 to 1: for each client (b − a) / max(a, b), a being its
     * mean distance to the others of its cluster and b the least mean distance to those of another; 0 for a client alone
     * in its cluster (Rousseeuw 1987). Distances are Euclidean on the model's scale. The cost grows with the square of
     * the number of clients.
     *
     * @return the mean; {@code NaN} if fewer than two clusters have clients
     */
    public double silhouette() {
        int[] assigned =
                IntStream.range(0, cluster.length).filter(i -> cluster[i] >= 0).toArray();
        int[] used = Arrays.stream(cluster)
                .filter(own -> own >= 0)
                .distinct()
                .sorted()
                .toArray();
        if (used.length < 2) {
            return Double.NaN;
        }
        FeatureTable scaled = scaled(assigned);
        Labels labels = Labels.of(Arrays.stream(assigned)
                .map(i -> Arrays.binarySearch(used, cluster[i]))
                .toArray());
        return Silhouette.of(Euclidean.of(scaled.schema()).over(scaled), labels).mean();
    }

    private FeatureTable scaled(int[] rows) {
        double[] values = new double[table.schema().size()];
        double[][] columns = new double[values.length][rows.length];
        for (int i = 0; i < rows.length; i++) {
            table.copyRow(rows[i], values);
            double[] onScale = model.preparation().scaled(values);
            for (int j = 0; j < onScale.length; j++) {
                columns[j][i] = onScale[j];
            }
        }
        FeatureSchema schema = FeatureSchema.of(table.schema().features().stream()
                .map(feature -> Feature.numeric(feature.name(), ""))
                .toList());
        List<ClientId> clients =
                Arrays.stream(rows).mapToObj(table.clients()::get).toList();
        return FeatureTable.of(schema, clients, columns);
    }
}
