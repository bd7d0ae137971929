package io.lendcrm.scoring.proof.validation;

import java.util.ArrayList;
import java.util.List;

/**
 * What a score gains over chance, from the riskiest clients down: of those cut off, how many are bad, and how many of all
 * bads and goods they are. Immutable and thread-safe.
 *
 * @param lines a line a share of the clients, cumulative, the riskiest first
 */
public record GainsTable(List<Line> lines) {

    public GainsTable {
        lines = List.copyOf(lines);
    }

    /**
     * The riskiest clients down to a cut. Immutable and thread-safe.
     *
     * @param cut the score of risk of the last of them
     * @param clients how many
     * @param bads how many of them are bad
     * @param clientShare their share of all clients
     * @param badShare their share of all bads (captured response, gain)
     * @param goodShare their share of all goods
     * @param lift their bad rate over that of all clients
     */
    public record Line(
            double cut, int clients, int bads, double clientShare, double badShare, double goodShare, double lift) {

        /** {@return the bad rate of these clients} */
        public double badRate() {
            return (double) bads / clients;
        }
    }

    /**
     * The gains at equal shares of the clients. Clients of equal score are cut off together, so there may be fewer lines.
     *
     * @param curve the curve of the scored outcomes
     * @param shares how many shares, such as 10 for deciles, at least 1
     * @return the table
     */
    public static GainsTable of(RocCurve curve, int shares) {
        if (shares < 1) {
            throw new IllegalArgumentException("shares must be at least 1, found " + shares);
        }
        int all = curve.bads() + curve.goods();
        double badRate = (double) curve.bads() / all;
        List<Line> lines = new ArrayList<>();
        int share = 1;
        for (int step = curve.steps() - 1; step >= 0; step--) {
            int bads = curve.bads() - curve.badsBelow(step);
            int goods = curve.goods() - curve.goodsBelow(step);
            int clients = bads + goods;
            if ((long) clients * shares >= (long) share * all) {
                lines.add(new Line(
                        curve.score(step),
                        clients,
                        bads,
                        (double) clients / all,
                        (double) bads / curve.bads(),
                        (double) goods / curve.goods(),
                        (double) bads / clients / badRate));
                share = (int) ((long) clients * shares / all) + 1;
            }
        }
        return new GainsTable(lines);
    }
}
