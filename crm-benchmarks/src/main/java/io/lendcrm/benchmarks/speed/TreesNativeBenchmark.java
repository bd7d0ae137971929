package io.lendcrm.benchmarks.speed;

import biz.k11i.xgboost.Predictor;
import biz.k11i.xgboost.util.FVec;
import com.microsoft.ml.lightgbm.PredictionType;
import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMException;
import io.lendcrm.scoring.risk.exchange.LightgbmReader;
import io.lendcrm.scoring.risk.exchange.XgboostReader;
import io.lendcrm.scoring.risk.trees.TreeEnsemble;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
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

/**
 * The trees of {@link TreesBenchmark} in their own libraries, one thread: XGBoost4J and lightgbm4j, which are native and need
 * {@code libgomp.so.1}, and H2O's xgboost-predictor, plain Java, whose old binary format only XGBoost4J writes. All must give
 * our probabilities, and XGBoost4J our Shapley values. Times are a client's.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@SuppressWarnings("NullAway.Init") // JMH fills the fields
public class TreesNativeBenchmark {

    private static final int CLIENTS = 8192;
    private static final int BATCH = 100_000;
    private static final int EXPLAINED = 256;
    private static final int WIDTH = SimulatedTrees.FEATURES;

    private TreeEnsemble ours;
    private TreeEnsemble oursLightgbm;
    private Booster xgboost;
    private LGBMBooster lightgbm;
    private Predictor h2o;
    private final double[][] rows = new double[CLIENTS][];
    private final float[][] floats = new float[CLIENTS][WIDTH];
    private final double[][] columns = new double[WIDTH][BATCH];
    private final double[] scores = new double[BATCH];
    private final float[] flat = new float[BATCH * WIDTH];
    private final double[] flatDoubles = new double[BATCH * WIDTH];
    private int at;

    /** Makes the models and their clients. */
    @Setup
    public void generate() throws XGBoostError, LGBMException, IOException {
        SplitMix64 random = new SplitMix64(23);
        SimulatedTrees trees = new SimulatedTrees(random);
        ours = XgboostReader.defaults().read(trees.xgboost());
        oursLightgbm =
                LightgbmReader.defaults().read(trees.lightgbm().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        xgboost = XGBoost.loadModel(trees.xgboost());
        xgboost.setParam("nthread", 1);
        h2o = new Predictor(new ByteArrayInputStream(xgboost.toByteArray("deprecated")));
        LGBMBooster.loadNative();
        lightgbm = LGBMBooster.loadModelFromString(trees.lightgbm());
        for (int i = 0; i < BATCH; i++) {
            double[] row = SimulatedTrees.client(random);
            for (int f = 0; f < WIDTH; f++) {
                columns[f][i] = row[f];
                flat[i * WIDTH + f] = (float) row[f];
                flatDoubles[i * WIDTH + f] = row[f];
                floats[i % CLIENTS][f] = (float) row[f];
            }
            rows[i % CLIENTS] = row;
        }
        for (int i = 0; i < 100; i++) {
            requireNear(ours.probability(rows[i]), xgboostOne(floats[i]));
            requireNear(ours.probability(rows[i]), h2oOne(rows[i]));
            requireNear(oursLightgbm.probability(rows[i]), lightgbmOne(rows[i]));
        }
        float[][] theirs = xgboostContributions(10);
        for (int i = 0; i < theirs.length; i++) {
            double[] contributions = ours.contributions(rows[i]);
            for (int f = 0; f < WIDTH; f++) {
                requireNear(contributions[f], theirs[i][f], 1e-4);
            }
        }
    }

    private static void requireNear(double wanted, double found) {
        requireNear(wanted, found, 1e-6);
    }

    private static void requireNear(double wanted, double found, double within) {
        if (!(Math.abs(wanted - found) < within)) {
            throw new IllegalStateException("a rival must give our number " + wanted + ", found " + found);
        }
    }

    private int next() {
        at = at + 1 & CLIENTS - 1;
        return at;
    }

    /** {@return our probability of the XGBoost model} */
    @Benchmark
    public double one() {
        return ours.probability(rows[next()]);
    }

    /** {@return our probability of the LightGBM model} */
    @Benchmark
    public double oneLightgbmModel() {
        return oursLightgbm.probability(rows[next()]);
    }

    /** {@return by XGBoost4J, in place} */
    @Benchmark
    public double oneXgboost4j() throws XGBoostError {
        return xgboostOne(floats[next()]);
    }

    private double xgboostOne(float[] row) throws XGBoostError {
        return xgboost.inplace_predict(row, 1, WIDTH, Float.NaN)[0][0];
    }

    /** {@return by lightgbm4j} */
    @Benchmark
    public double oneLightgbm4j() throws LGBMException {
        return lightgbmOne(rows[next()]);
    }

    private double lightgbmOne(double[] row) throws LGBMException {
        return lightgbm.predictForMatSingleRow(row, PredictionType.C_API_PREDICT_NORMAL);
    }

    /** {@return by xgboost-predictor} */
    @Benchmark
    public double oneH2o() {
        return h2oOne(rows[next()]);
    }

    private double h2oOne(double[] row) {
        return h2o.predictSingle(FVec.Transformer.fromArray(row, false));
    }

    /** {@return our probabilities by columns} */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public double[] batch() {
        ours.score(columns, 0, BATCH, scores);
        for (int i = 0; i < BATCH; i++) {
            scores[i] = ours.prediction(scores[i]);
        }
        return scores;
    }

    /** {@return our probabilities of the LightGBM model by columns} */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public double[] batchLightgbmModel() {
        oursLightgbm.score(columns, 0, BATCH, scores);
        for (int i = 0; i < BATCH; i++) {
            scores[i] = oursLightgbm.prediction(scores[i]);
        }
        return scores;
    }

    /** {@return by XGBoost4J, in place} */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public float[][] batchXgboost4jInplace() throws XGBoostError {
        return xgboost.inplace_predict(flat, BATCH, WIDTH, Float.NaN);
    }

    /** {@return by XGBoost4J, through its matrix} */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public float[][] batchXgboost4jMatrix() throws XGBoostError {
        DMatrix matrix = new DMatrix(flat, BATCH, WIDTH, Float.NaN);
        try {
            return xgboost.predict(matrix);
        } finally {
            matrix.dispose();
        }
    }

    /** {@return our Shapley values of the last client} */
    @Benchmark
    @OperationsPerInvocation(EXPLAINED)
    public double[] explain() {
        double[] contributions = {};
        for (int i = 0; i < EXPLAINED; i++) {
            contributions = ours.contributions(rows[i]);
        }
        return contributions;
    }

    /** {@return Shapley values by XGBoost4J, through its matrix} */
    @Benchmark
    @OperationsPerInvocation(EXPLAINED)
    public float[][] explainXgboost4j() throws XGBoostError {
        return xgboostContributions(EXPLAINED);
    }

    private float[][] xgboostContributions(int clients) throws XGBoostError {
        float[] values = new float[clients * WIDTH];
        for (int i = 0; i < clients; i++) {
            System.arraycopy(floats[i], 0, values, i * WIDTH, WIDTH);
        }
        DMatrix matrix = new DMatrix(values, clients, WIDTH, Float.NaN);
        try {
            return xgboost.predictContrib(matrix, 0);
        } finally {
            matrix.dispose();
        }
    }

    /** {@return by lightgbm4j} */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public double[] batchLightgbm4j() throws LGBMException {
        return lightgbm.predictForMat(
                flatDoubles, BATCH, WIDTH, true, PredictionType.C_API_PREDICT_NORMAL, "num_threads=1");
    }
}
