package io.lendcrm.scoring.value.profit;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.money.DiscountRate;
import io.lendcrm.scoring.risk.grade.TransitionMatrix;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.LUDecomposition;

/**
 * The value of a client that moves through the states of a Markov chain (P. E. Pfeifer and R. L. Carraway, "Modeling
 * customer relationships as Markov chains", Journal of Interactive Marketing 14, 2000). With the discount factor v of a
 * period, what a state brings at once n_i and what a move brings at its end c_ij,
 *
 * <pre>
 * V_i(t) = n_i + v Σ_j p_ij (c_ij + V_j(t+1))
 * U_i(t) = v² Σ_j p_ij ((c_ij + V_j(t+1) − m_i)² + U_j(t+1)),   m_i = Σ_j p_ij (c_ij + V_j(t+1))       the variance
 * </pre>
 *
 * <p>by backward recursion for a finite horizon, also with other matrices and flows in each period, and by solving (I
 * − vP) V = n + v (P∘c) 1 for an infinite one, and (I − v²P) U likewise; nothing is inverted. Rate and period may be
 * in any units. Immutable and thread-safe.
 */
public final class MigrationValuer {

    private static final int SQUARINGS = 60;

    private final DiscountRate rate;

    private MigrationValuer(DiscountRate rate) {
        this.rate = requireNonNull(rate, "rate");
    }

    /**
     * A valuer.
     *
     * @param rate the rate at which later money counts less
     * @return the valuer
     */
    public static MigrationValuer of(DiscountRate rate) {
        return new MigrationValuer(rate);
    }

    /**
     * The value over some periods of equal flows.
     *
     * @param flows what a period brings
     * @param periods how many, at least 1
     * @return the value
     */
    public MigrationValue finite(MigrationCashFlows flows, int periods) {
        return sequence(Collections.nCopies(Check.periods(periods), flows));
    }

    /**
     * The value over periods that differ: a time-inhomogeneous chain.
     *
     * @param flows what each period brings, in order, all with the same states; at least one
     * @return the value
     */
    public MigrationValue sequence(List<MigrationCashFlows> flows) {
        Check.periods(flows.size());
        List<String> states = flows.get(0).matrix().grades();
        int n = states.size();
        Map<ValuePart, double[]> parts = new EnumMap<>(ValuePart.class);
        double[] value = new double[n];
        double[] variance = new double[n];
        for (int t = flows.size() - 1; t >= 0; t--) {
            MigrationCashFlows now = flows.get(t);
            if (!now.matrix().grades().equals(states)) {
                throw new IllegalArgumentException("all periods must have the states " + states + ", found "
                        + now.matrix().grades());
            }
            double v = discount(now);
            now.parts().forEach(part -> parts.computeIfAbsent(part, p -> new double[n]));
            double[] spread = new double[n];
            double[] next = new double[n];
            for (int i = 0; i < n; i++) {
                next[i] = now.now(i) + v * end(now, i, value);
                spread[i] = v * v * (spread(now, i, value) + row(now.matrix(), i, variance));
            }
            for (Map.Entry<ValuePart, double[]> entry : parts.entrySet()) {
                entry.setValue(step(now, entry.getKey(), v, entry.getValue()));
            }
            value = next;
            variance = spread;
        }
        return new MigrationValue(states, parts, variance);
    }

    /**
     * The value over all periods to come.
     *
     * @param flows what each period brings
     * @return the value
     * @throws IllegalArgumentException if it or its variance isn't finite: the spectral radius of the discounted
     *     matrix, among the states from which something may still come, isn't below 1
     */
    public MigrationValue infinite(MigrationCashFlows flows) {
        TransitionMatrix matrix = flows.matrix();
        int n = matrix.size();
        double v = discount(flows);
        boolean[] alive = alive(flows);
        DecompositionSolver solver = solver(matrix, alive, v, "value");
        Map<ValuePart, double[]> parts = new EnumMap<>(ValuePart.class);
        double[] nothing = new double[n];
        double[] total = new double[n];
        for (ValuePart part : flows.parts()) {
            double[] values = solve(solver, step(flows, part, v, nothing));
            parts.put(part, values);
            for (int i = 0; i < n; i++) {
                total[i] += values[i];
            }
        }
        double[] right = new double[n];
        for (int i = 0; i < n; i++) {
            right[i] = v * v * spread(flows, i, total);
        }
        double[] variance = solve(solver(matrix, alive, v * v, "variance"), right);
        return new MigrationValue(matrix.grades(), parts, variance);
    }

    private double discount(MigrationCashFlows flows) {
        return rate.factor(flows.matrix().period());
    }

    /** What a part is worth a period before, given what it is worth at the period's end. */
    private static double[] step(MigrationCashFlows flows, ValuePart part, double v, double[] later) {
        double[] before = new double[later.length];
        for (int i = 0; i < before.length; i++) {
            double sum = 0;
            for (int j = 0; j < before.length; j++) {
                sum += flows.matrix().probability(i, j) * (flows.move(part, i, j) + later[j]);
            }
            before[i] = flows.now(part, i) + v * sum;
        }
        return before;
    }

    private static double end(MigrationCashFlows flows, int from, double[] later) {
        double sum = 0;
        for (int j = 0; j < later.length; j++) {
            sum += flows.matrix().probability(from, j) * (flows.move(from, j) + later[j]);
        }
        return sum;
    }

    private static double row(TransitionMatrix matrix, int from, double[] values) {
        double sum = 0;
        for (int j = 0; j < values.length; j++) {
            sum += matrix.probability(from, j) * values[j];
        }
        return sum;
    }

    /** How far what a period's end brings scatters about its mean, by the move alone. */
    private static double spread(MigrationCashFlows flows, int from, double[] later) {
        double mean = end(flows, from, later);
        double sum = 0;
        for (int j = 0; j < later.length; j++) {
            double off = flows.move(from, j) + later[j] - mean;
            sum += flows.matrix().probability(from, j) * off * off;
        }
        return sum;
    }

    /** The states from which something may still come; all others are worth 0, whatever the rate. */
    private static boolean[] alive(MigrationCashFlows flows) {
        int n = flows.matrix().size();
        boolean[] alive = new boolean[n];
        for (int i = 0; i < n; i++) {
            for (ValuePart part : flows.parts()) {
                alive[i] |= flows.now(part, i) != 0;
                for (int j = 0; j < n; j++) {
                    alive[i] |= flows.matrix().probability(i, j) > 0 && flows.move(part, i, j) != 0;
                }
            }
        }
        for (int round = 0; round < n; round++) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    alive[i] |= alive[j] && flows.matrix().probability(i, j) > 0;
                }
            }
        }
        return alive;
    }

    private static DecompositionSolver solver(TransitionMatrix matrix, boolean[] alive, double v, String what) {
        int n = matrix.size();
        double[][] discounted = new double[n][n];
        double[][] left = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                discounted[i][j] = alive[i] && alive[j] ? v * matrix.probability(i, j) : 0;
                left[i][j] = (i == j ? 1 : 0) - discounted[i][j];
            }
        }
        double radius = spectralRadius(discounted);
        if (!(radius < 1)) {
            throw new IllegalArgumentException(
                    "the " + what + " must be finite: the spectral radius of the matrix times "
                            + (what.equals("value") ? "the discount factor" : "its square") + " must be below 1, found "
                            + radius);
        }
        return new LUDecomposition(new Array2DRowRealMatrix(left, false), 0).getSolver();
    }

    private static double[] solve(DecompositionSolver solver, double[] right) {
        return solver.solve(new ArrayRealVector(right, false)).toArray();
    }

    /** Gelfand: the limit of norm(a^k)^(1/k), by squaring with the norm taken out each time. */
    static double spectralRadius(double[][] a) {
        Array2DRowRealMatrix power = new Array2DRowRealMatrix(a, true);
        double log = 0;
        for (int k = 0; k < SQUARINGS; k++) {
            double norm = power.getNorm();
            if (norm == 0) {
                return 0;
            }
            log += Math.scalb(Math.log(norm), -k);
            power = (Array2DRowRealMatrix) power.scalarMultiply(1 / norm);
            power = power.multiply(power);
        }
        return Math.exp(log);
    }

    /** {@return the rate} */
    @Override
    public String toString() {
        return "MigrationValuer[" + rate + "]";
    }
}
