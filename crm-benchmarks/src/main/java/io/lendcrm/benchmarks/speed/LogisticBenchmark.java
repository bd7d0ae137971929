package io.lendcrm.benchmarks.speed;

import io.lendcrm.core.feature.BoundTable;
import io.lendcrm.scoring.risk.logistic.LogisticModel;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.sgd.linear.LogisticRegressionTrainer;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/**
 * A logistic regression of 30 features: the probability of one client, the next of 8,192, beside plain arrays and Tribuo's
 * model of the same shape; and the margins of 100,000 clients, more than a cache holds, by rows and by columns. Times are a
 * client's.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@SuppressWarnings("NullAway.Init") // JMH fills the fields
public class LogisticBenchmark {

    private static final int CLIENTS = 8192;
    private static final int BATCH = 100_000;

    private SimulatedLogistic simulated;
    private LogisticModel model;
    private Model<Label> tribuo;
    private String[] names;
    private final double[][] rows = new double[CLIENTS][];
    private BoundTable table;
    private final double[][] batch = new double[BATCH][];
    private final double[] scores = new double[BATCH];
    private int at;

    /** Makes the models and their clients. */
    @Setup
    public void generate() {
        SplitMix64 random = new SplitMix64(31);
        simulated = new SimulatedLogistic(random);
        model = simulated.model();
        names = model.schema().names().toArray(String[]::new);
        double[][] columns = new double[SimulatedLogistic.FEATURES][BATCH];
        LabelFactory labels = new LabelFactory();
        MutableDataset<Label> training =
                new MutableDataset<>(new SimpleDataSourceProvenance("simulated", labels), labels);
        for (int i = 0; i < BATCH; i++) {
            double[] row = SimulatedLogistic.client(random);
            for (int f = 0; f < row.length; f++) {
                columns[f][i] = row[f];
            }
            batch[i] = row;
            if (i < CLIENTS) {
                rows[i] = row;
                boolean yes = random.uniform() < simulated.limit(row);
                training.add(new ArrayExample<>(new Label(yes ? "yes" : "no"), names, row));
                if (model.probability(row) != simulated.limit(row)) {
                    throw new IllegalStateException("the limit must score as the model does");
                }
            }
        }
        table = simulated.table(columns);
        tribuo = new LogisticRegressionTrainer().train(training);
    }

    private double[] next() {
        at = at + 1 & CLIENTS - 1;
        return rows[at];
    }

    /** {@return a probability} */
    @Benchmark
    public double one() {
        return model.probability(next());
    }

    /** {@return the same by the limit} */
    @Benchmark
    public double oneLimit() {
        return simulated.limit(next());
    }

    /** {@return Tribuo's, its example made from an array} */
    @Benchmark
    public double oneTribuo() {
        Label unknown = LabelFactory.UNKNOWN_LABEL;
        return tribuo.predict(new ArrayExample<>(unknown, names, next()))
                .getOutput()
                .getScore();
    }

    /** {@return the margins of the same clients as by columns, each from an array of its own} */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public double[] rows() {
        for (int i = 0; i < BATCH; i++) {
            scores[i] = model.score(batch[i]);
        }
        return scores;
    }

    /** {@return margins by columns} */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public double[] columns() {
        model.score(table, 0, BATCH, scores);
        return scores;
    }
}
