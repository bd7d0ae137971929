package io.lendcrm.scoring.risk.logistic;

import io.lendcrm.core.model.FitException;
import io.lendcrm.scoring.likelihood.Cholesky;
import java.util.ArrayList;
import java.util.List;

/**
 * Notices, without a penalty, what leaves the likelihood without a single top: columns that explain each other, and columns
 * that separate yes from no (Albert and Anderson 1984): then the likelihood has no top, and the
 * steps of the ascent don't grow shorter but settle on a direction along which every row is at least as well explained.
 * Such a direction is the proof, so that nothing is called separated that isn't.
 */
final class SeparationWatch implements FisherScoring.Watch {

    /** What is left of a column's own information, given those before it, when they explain it. */
    private static final double DEPENDENT = 1e-11;

    /** Before this an ordinary fit is still on its way. */
    private static final int FIRST = 6;

    /** Of the largest move of a row: below it a row doesn't move. */
    private static final double STILL = 1e-6;

    /** A row's move in the linear predictor that an ascent near its top no longer makes. */
    private static final double LONG = 0.05;

    /** Of the largest: below it a column takes no part in the direction. */
    private static final double PART = 1e-3;

    private final LogisticData data;
    private final Standardisation scale;
    private final double[] low;
    private final double[] high;

    SeparationWatch(LogisticData data, Standardisation scale, double[] low, double[] high) {
        this.data = data;
        this.scale = scale;
        this.low = low;
        this.high = high;
    }

    /** Found; the ascent ends. */
    static final class Separated extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final List<String> columns;
        private final boolean complete;

        Separated(List<String> columns, boolean complete) {
            super("separated", null, false, false);
            this.columns = List.copyOf(columns);
            this.complete = complete;
        }

        String seen() {
            return "columns " + columns
                    + (complete
                            ? " separate all yes from all no"
                            : " separate some yes from no for certain and leave the others alone");
        }
    }

    /** Refuses columns that others explain: the data can't tell their coefficients apart. */
    @Override
    public void start(double[][] information) {
        Cholesky root = Cholesky.of(information, DEPENDENT);
        for (int i = scale.first(); i < information.length; i++) {
            if (root.dependent(i)) {
                throw new FitException(
                        LogisticModel.TYPE,
                        "column " + data.schema().feature(i - scale.first()).name()
                                + " is a linear combination of the constant and the columns before it",
                        "leaving it out, or a penalty");
            }
        }
    }

    @Override
    public void step(int iteration, double[] step) {
        if (iteration < FIRST) {
            return;
        }
        double largest = 0;
        for (int i = 0; i < step.length; i++) {
            largest = Math.max(largest, Math.abs(step[i]));
        }
        for (int i = 0; i < step.length; i++) {
            boolean takesPart = Math.abs(step[i]) > STILL * largest;
            if (takesPart && (step[i] > 0 ? high[i] : -low[i]) != Double.POSITIVE_INFINITY) {
                return;
            }
        }
        double reach = scale.reach(step);
        if (reach <= LONG) {
            return;
        }
        Moves moves = moves(step, -STILL * reach);
        if (moves.most > LONG && moves.least >= -STILL * moves.most) {
            List<String> columns = new ArrayList<>();
            for (int i = scale.first(); i < step.length; i++) {
                if (Math.abs(step[i]) > PART * largest) {
                    columns.add(data.schema().feature(i - scale.first()).name());
                }
            }
            throw new Separated(columns, moves.least > STILL * moves.most);
        }
    }

    /** The least and the largest move of a row towards what was seen of it, up to the first that moves too far away. */
    private Moves moves(double[] direction, double tooFar) {
        Moves moves = new Moves();
        for (int i = 0; i < data.rows() && moves.least >= tooFar; i++) {
            if (data.weight(i) > 0) {
                double move = 0;
                for (int j = 0; j < direction.length; j++) {
                    move += direction[j] * scale.value(data, i, j);
                }
                moves.add(data.yes(i) ? move : -move);
            }
        }
        return moves;
    }

    private static final class Moves {
        double least = Double.POSITIVE_INFINITY;
        double most;

        void add(double move) {
            least = Math.min(least, move);
            most = Math.max(most, Math.abs(move));
        }
    }
}
