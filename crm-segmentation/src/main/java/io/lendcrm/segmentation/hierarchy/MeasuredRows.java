package io.lendcrm.segmentation.hierarchy;

import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.core.model.FitException;
import io.lendcrm.segmentation.validity.Labels;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The rows of a table as a measure compares them. */
final class MeasuredRows implements Pairs {

    private final Measure measure;
    private final double[][] rows;

    private MeasuredRows(Measure measure, double[][] rows) {
        this.measure = measure;
        this.rows = rows;
    }

    static MeasuredRows of(Measure measure, FeatureTable table) {
        double[][] rows = new double[table.rows()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = measure.coordinates(table.row(i).toArray());
        }
        return new MeasuredRows(measure, rows);
    }

    static double comparable(double distance, int one, int other) {
        if (!Double.isFinite(distance)) {
            throw new FitException(
                    HierarchyModel.TYPE,
                    "rows " + (one + 1) + " and " + (other + 1) + " can't be compared: their distance isn't a number",
                    "another scale, filling missing values, or leaving out rows with none known");
        }
        return distance;
    }

    @Override
    public int rows() {
        return rows.length;
    }

    @Override
    public double between(int one, int other) {
        return comparable(measure.between(rows[one], rows[other]), one, other);
    }

    /** Of each cluster the row with the least sum of distances to the others; the largest cluster first. */
    List<Medoid> medoids(Labels labels) {
        List<List<Integer>> members = new ArrayList<>();
        for (int i = 0; i < rows.length; i++) {
            int cluster = labels.cluster(i);
            if (cluster == members.size()) { // numbered by first rows
                members.add(new ArrayList<>());
            }
            members.get(cluster).add(i);
        }
        List<Medoid> medoids = new ArrayList<>();
        for (List<Integer> own : members) {
            medoids.add(medoid(own.stream().mapToInt(Integer::intValue).toArray()));
        }
        medoids.sort(Comparator.comparingLong(medoid -> -medoid.clients()));
        return medoids;
    }

    private Medoid medoid(int[] own) {
        double[] sum = new double[own.length];
        int best = 0;
        for (int a = 0; a < own.length; a++) {
            for (int b = 0; b < a; b++) {
                double distance = between(own[a], own[b]);
                sum[a] += distance;
                sum[b] += distance;
            }
        }
        for (int a = 1; a < own.length; a++) {
            if (sum[a] < sum[best]) {
                best = a;
            }
        }
        double farthest = 0;
        for (int row : own) {
            farthest = Math.max(farthest, between(own[best], row));
        }
        return new Medoid(rows[own[best]], own.length, farthest);
    }
}
