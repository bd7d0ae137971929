package io.lendcrm.scoring.value.rfm;

import io.lendcrm.core.tier.SegmentId;
import java.util.LinkedHashMap;
import java.util.Map;

/** The scores of a table's clients, in columns; three bytes a client. Immutable and thread-safe. */
public final class RfmScores {

    private final RfmTable table;
    private final RfmModel model;
    private final byte[] r;
    private final byte[] f;
    private final byte[] m;

    private RfmScores(RfmTable table, RfmModel model) {
        int n = table.rows();
        this.table = table;
        this.model = model;
        this.r = new byte[n];
        this.f = new byte[n];
        this.m = new byte[n];
    }

    static RfmScores of(RfmTable table, RfmModel model) {
        RfmScores scores = new RfmScores(table, model);
        RfmCuts cuts = model.cuts();
        for (int i = 0; i < scores.r.length; i++) {
            scores.r[i] = (byte) cuts.recencyScore(table.recencyDays(i));
            scores.f[i] = (byte) cuts.frequencyScore(table.frequency(i));
            scores.m[i] = (byte) cuts.monetaryScore(table.monetary(i));
        }
        return scores;
    }

    /** {@return the table that was scored} */
    public RfmTable table() {
        return table;
    }

    /** {@return how many clients} */
    public int rows() {
        return r.length;
    }

    /**
     * A row's recency score.
     *
     * @param row from 0
     * @return the score
     */
    public int r(int row) {
        return r[row];
    }

    /**
     * A row's frequency score.
     *
     * @param row from 0
     * @return the score
     */
    public int f(int row) {
        return f[row];
    }

    /**
     * A row's monetary score.
     *
     * @param row from 0
     * @return the score
     */
    public int m(int row) {
        return m[row];
    }

    /**
     * A row's score on an axis.
     *
     * @param row from 0
     * @param axis the axis
     * @return the score
     */
    public int score(int row, RfmAxis axis) {
        return switch (axis) {
            case RECENCY -> r[row];
            case FREQUENCY -> f[row];
            case MONETARY -> m[row];
        };
    }

    /** {@return how many scores an axis has} */
    public int bins() {
        return model.cuts().bins();
    }

    /**
     * A row's segment.
     *
     * @param row from 0
     * @return the segment
     */
    public SegmentId segment(int row) {
        return model.segments().segment(r[row], f[row], m[row]);
    }

    /**
     * A row's scores with reasons.
     *
     * @param row from 0
     * @return the scores
     */
    public RfmScore score(int row) {
        return model.score(table.clients().get(row), table.recencyDays(row), table.frequency(row), table.monetary(row));
    }

    /** {@return how many clients each segment has, in the order of the map; those without clients included} */
    public Map<SegmentId, Integer> sizes() {
        Map<SegmentId, Integer> sizes = new LinkedHashMap<>();
        model.segments().segments().forEach(segment -> sizes.put(segment, 0));
        for (int i = 0; i < r.length; i++) {
            sizes.merge(segment(i), 1, Integer::sum);
        }
        return sizes;
    }
}
