package io.lendcrm.scoring.value.profit;

import static java.util.Objects.requireNonNull;

import io.lendcrm.scoring.risk.grade.TransitionMatrix;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * What a client in each state of a Markov chain brings in one period, part by part: at once for being in a state, and at
 * the period's end for moving from one to another (staying is a move, too). States may be rating grades with default as
 * the end and attrition as an absorbing grade, or any others, such as periods since the last purchase. Immutable and
 * thread-safe.
 */
public final class MigrationCashFlows {

    private final TransitionMatrix matrix;
    private final Map<ValuePart, double[]> now;
    private final Map<ValuePart, double[][]> moves;

    private MigrationCashFlows(
            TransitionMatrix matrix, Map<ValuePart, double[]> now, Map<ValuePart, double[][]> moves) {
        this.matrix = matrix;
        this.now = now;
        this.moves = moves;
    }

    /**
     * A chain that brings nothing yet.
     *
     * @param matrix how clients move within a period
     * @return the flows
     */
    public static MigrationCashFlows of(TransitionMatrix matrix) {
        requireNonNull(matrix, "matrix");
        return new MigrationCashFlows(matrix, new EnumMap<>(ValuePart.class), new EnumMap<>(ValuePart.class));
    }

    /**
     * Adds what comes at the beginning of the period.
     *
     * @param part which part of the value it is
     * @param byState an amount for each state, finite
     * @return the flows with it
     */
    public MigrationCashFlows withNow(ValuePart part, double... byState) {
        double[] amounts = Check.finites(byState, matrix.size(), part.code());
        Map<ValuePart, double[]> all = new EnumMap<>(now);
        all.merge(part, amounts, MigrationCashFlows::plus);
        return new MigrationCashFlows(matrix, all, moves);
    }

    /**
     * Adds what comes at the end of the period from who isn't in the end state then: margin and cost of a loan that
     * performs.
     *
     * @param part which part of the value it is
     * @param byState an amount for each state at the beginning, finite; that of the end state must be 0
     * @return the flows with it
     */
    public MigrationCashFlows withPerforming(ValuePart part, double... byState) {
        double[][] amounts = new double[matrix.size()][matrix.size()];
        double[] rows = Check.finites(byState, matrix.size(), part.code());
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows.length - 1; j++) {
                amounts[i][j] = rows[i];
            }
        }
        requireNothingAtTheEnd(rows, part);
        return withMoves(part, amounts);
    }

    /**
     * Adds what comes at the end of the period from who moves to the end state in it: the loss of a default, less what is
     * recovered.
     *
     * @param part which part of the value it is
     * @param byState an amount for each state at the beginning, finite; that of the end state must be 0
     * @return the flows with it
     */
    public MigrationCashFlows withEnd(ValuePart part, double... byState) {
        double[][] amounts = new double[matrix.size()][matrix.size()];
        double[] rows = Check.finites(byState, matrix.size(), part.code());
        for (int i = 0; i < rows.length; i++) {
            amounts[i][rows.length - 1] = rows[i];
        }
        requireNothingAtTheEnd(rows, part);
        return withMoves(part, amounts);
    }

    private static void requireNothingAtTheEnd(double[] rows, ValuePart part) {
        if (rows[rows.length - 1] != 0) {
            throw new IllegalArgumentException(
                    part.code() + " of the end state must be 0, found " + rows[rows.length - 1]);
        }
    }

    /**
     * Adds what comes at the end of the period by moves.
     *
     * @param part which part of the value it is
     * @param amounts for each state at the beginning an amount for each state at the end, finite
     * @return the flows with it
     */
    public MigrationCashFlows withMoves(ValuePart part, double[][] amounts) {
        if (amounts.length != matrix.size()) {
            throw new IllegalArgumentException(
                    part.code() + " must have " + matrix.size() + " rows, found " + amounts.length);
        }
        double[][] rows = new double[amounts.length][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = Check.finites(amounts[i], matrix.size(), part.code() + "[" + i + "]");
        }
        double[][] before = moves.get(part);
        if (before != null) {
            for (int i = 0; i < rows.length; i++) {
                rows[i] = plus(before[i], rows[i]);
            }
        }
        Map<ValuePart, double[][]> all = new EnumMap<>(moves);
        all.put(part, rows);
        return new MigrationCashFlows(matrix, now, all);
    }

    private static double[] plus(double[] a, double[] b) {
        double[] sum = a.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += b[i];
        }
        return sum;
    }

    /** {@return how clients move within a period} */
    public TransitionMatrix matrix() {
        return matrix;
    }

    Set<ValuePart> parts() {
        EnumMap<ValuePart, Object> all = new EnumMap<>(ValuePart.class);
        all.putAll(now);
        all.putAll(moves);
        return all.keySet();
    }

    double now(ValuePart part, int state) {
        double[] amounts = now.get(part);
        return amounts == null ? 0 : amounts[state];
    }

    double move(ValuePart part, int from, int to) {
        double[][] amounts = moves.get(part);
        return amounts == null ? 0 : amounts[from][to];
    }

    /** All parts at the beginning. */
    double now(int state) {
        double sum = 0;
        for (ValuePart part : now.keySet()) {
            sum += now(part, state);
        }
        return sum;
    }

    /** All parts at the end. */
    double move(int from, int to) {
        double sum = 0;
        for (ValuePart part : moves.keySet()) {
            sum += move(part, from, to);
        }
        return sum;
    }

    /** {@return the matrix and the parts} */
    @Override
    public String toString() {
        return "MigrationCashFlows[" + matrix.grades() + ", " + parts() + "]";
    }
}
