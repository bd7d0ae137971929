package io.lendcrm.benchmarks.speed;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.feature.BoundTable;
import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.feature.FeatureTable;
import io.lendcrm.scoring.risk.logistic.LogisticModel;
import java.util.ArrayList;
import java.util.List;

/** A logistic regression of 30 features, normal clients, and what a score costs at least. */
final class SimulatedLogistic {

    static final int FEATURES = 30;

    final double[] slopes = new double[FEATURES];
    final double constant;
    private final FeatureSchema schema;

    SimulatedLogistic(SplitMix64 random) {
        List<Feature> features = new ArrayList<>();
        for (int f = 0; f < FEATURES; f++) {
            features.add(Feature.numeric("feature" + f, ""));
            slopes[f] = 0.2 * random.normal();
        }
        constant = random.normal();
        schema = FeatureSchema.of(features);
    }

    LogisticModel model() {
        return LogisticModel.of(schema, constant, slopes, new double[FEATURES]);
    }

    BoundTable table(double[][] columns) {
        List<ClientId> clients = new ArrayList<>();
        for (int i = 0; i < columns[0].length; i++) {
            clients.add(ClientId.of("client" + i));
        }
        return schema.bind(FeatureTable.of(schema, clients, columns));
    }

    static double[] client(SplitMix64 random) {
        double[] row = new double[FEATURES];
        for (int f = 0; f < FEATURES; f++) {
            row[f] = random.normal();
        }
        return row;
    }

    /** A dot product with four sums, and the exponential; nothing is checked. */
    double limit(double[] row) {
        double[] b = slopes;
        double s0 = constant;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        for (int i = 0; i < 28; i += 4) {
            s0 += b[i] * row[i];
            s1 += b[i + 1] * row[i + 1];
            s2 += b[i + 2] * row[i + 2];
            s3 += b[i + 3] * row[i + 3];
        }
        s0 += b[28] * row[28];
        s0 += b[29] * row[29];
        return 1 / (1 + Math.exp(-(s0 + s1 + (s2 + s3))));
    }
}
