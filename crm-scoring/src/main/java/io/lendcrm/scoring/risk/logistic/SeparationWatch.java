package io.lendcrm.scoring.risk.logistic;

import java.util.ArrayList;
import java.util.List;

/**
 * Notices that the columns separate yes from no (Albert and Anderson 1984): then the likelihood has no top, and the
 * steps of the ascent don't grow shorter but settle on a direction along which every row is at least as well explained.
 * Such a direction is the proof, so that nothing is called separated that isn't.
 */
final class SeparationWatch implements FisherScoring.Watch {

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
        Moves moves = moves(step);
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

    /** The least and the largest move of a row towards what was seen of it. */
    private Moves moves(double[] direction) {
        Moves moves = new Moves();
        double[] row = new double[direction.length];
        for (int i = 0; i < data.rows(); i++) {
            if (data.weight(i) > 0) {
                scale.read(data, i, row);
                double move = 0;
                for (int j = 0; j < row.length; j++) {
                    move += direction[j] * row[j];
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
