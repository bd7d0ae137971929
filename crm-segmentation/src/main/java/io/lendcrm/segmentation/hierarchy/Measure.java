package io.lendcrm.segmentation.hierarchy;

import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.segmentation.distance.GowerDistance;
import io.lendcrm.segmentation.preparation.FittedPreparation;
import java.util.List;

/** How a model compares clients: by prepared coordinates, or by Gower's distance of the values as they are. */
sealed interface Measure {

    /** The kinds, to switch on. */
    enum Kind {
        COORDINATES,
        MIXED
    }

    Kind kind();

    FeatureSchema schema();

    /** What a row is compared by. */
    double[] coordinates(double[] values);

    /** What a row can't be compared without. */
    List<String> missing(double[] values);

    /** Not finite where they can't be compared. */
    double between(double[] one, double[] other);

    /** What each feature adds to the distance from {@code far} less that from {@code near}. */
    double[] pull(double[] x, double[] near, double[] far);

    /** Straight lines between prepared coordinates. */
    record Coordinates(FittedPreparation preparation) implements Measure {
        @Override
        public Kind kind() {
            return Kind.COORDINATES;
        }

        @Override
        public FeatureSchema schema() {
            return preparation.schema();
        }

        @Override
        public double[] coordinates(double[] values) {
            return preparation.scaled(values);
        }

        @Override
        public List<String> missing(double[] values) {
            return preparation.missing(values);
        }

        @Override
        public double between(double[] one, double[] other) {
            double sum = 0;
            for (int j = 0; j < one.length; j++) {
                double difference = one[j] - other[j];
                sum += difference * difference;
            }
            return Math.sqrt(sum);
        }

        @Override
        public double[] pull(double[] x, double[] near, double[] far) {
            double sum = between(x, near) + between(x, far);
            double[] pull = new double[x.length];
            for (int j = 0; j < x.length; j++) {
                double a = x[j] - near[j];
                double b = x[j] - far[j];
                pull[j] = sum > 0 ? (b * b - a * a) / sum : 0;
            }
            return pull;
        }
    }

    /** Gower's distance, which takes all types and missing values. */
    record Mixed(GowerDistance distance) implements Measure {
        @Override
        public Kind kind() {
            return Kind.MIXED;
        }

        @Override
        public FeatureSchema schema() {
            return distance.schema();
        }

        @Override
        public double[] coordinates(double[] values) {
            return values;
        }

        @Override
        public List<String> missing(double[] values) {
            return List.of();
        }

        @Override
        public double between(double[] one, double[] other) {
            return distance.between(one, other);
        }

        @Override
        public double[] pull(double[] x, double[] near, double[] far) {
            double[] pull = distance.parts(x, far);
            double[] toNear = distance.parts(x, near);
            for (int j = 0; j < pull.length; j++) {
                pull[j] -= toNear[j];
            }
            return pull;
        }
    }
}
