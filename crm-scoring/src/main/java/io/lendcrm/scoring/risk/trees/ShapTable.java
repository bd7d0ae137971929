package io.lendcrm.scoring.risk.trees;

import java.util.stream.IntStream;

/**
 * What the paths of one tree are worth, worked out once: for every point of the rule, question and answer of the client, the
 * factors by which the products of the two ways change, and what the sums below them add to the contribution of the question's
 * feature. A question whose feature has left the client's way further up has a third answer: only the shares count.
 *
 * <p>A question before two leaves needs no sums, since the leaves' values are in the table. Such outer questions are numbered
 * behind the inner ones, and leaves behind them all.
 */
final class ShapTable {

    private static final int GONE = 2;
    private static final int INNER = 4;
    private static final int OUTER = 2;
    private static final int LONE = 0;
    private static final int BELOW_OUTER = -1;

    private final Questions questions;
    /** Where in the tree the numbered stand. */
    private final int[] place;

    private final int inner;
    private final int asked;
    private final int[] feature;
    /** The slot of the value that a question compares, or -1. */
    private final int[] slot;

    private final long[] key;
    /** The last question about the feature above, {@link #asked} for none, and the answer to it that leads here. */
    private final int[] before;

    private final int[] led;
    /** The numbers behind the two answers to an inner question. */
    private final int[] below;
    /** The values of the lone leaves. */
    private final double[] alone;
    /** Where a question's factors start in the block of a point. */
    private final int[] start;

    private final int block;
    private final double[] table;

    /** A table of a tree that isn't a single leaf. */
    ShapTable(Tree tree, GaussLegendre rule) {
        this.questions = new Questions(tree);
        this.inner = (int) places(INNER).count();
        this.asked = inner + (int) places(OUTER).count();
        this.place = IntStream.of(INNER, OUTER, LONE).flatMap(this::places).toArray();
        this.feature = new int[asked];
        this.slot = new int[asked];
        this.key = new long[asked];
        this.before = new int[asked];
        this.led = new int[asked];
        this.below = new int[2 * inner];
        this.start = new int[asked];
        this.alone = IntStream.range(asked, place.length)
                .mapToDouble(n -> questions.worth(place[n]))
                .toArray();
        int[] number = new int[questions.size()];
        for (int n = 0; n < place.length; n++) {
            number[place[n]] = n;
        }
        int next = 0;
        for (int n = 0; n < asked; n++) {
            describe(n, number);
            start[n] = next;
            next += kind(place[n]) * (before[n] == asked ? 2 : 3);
        }
        this.block = next;
        this.table = new double[block * rule.points().length];
        fill(rule);
    }

    private IntStream places(int kind) {
        return IntStream.range(0, questions.size()).filter(at -> kind(at) == kind);
    }

    /** How many numbers a question needs for an answer; none for a leaf. */
    private int kind(int at) {
        if (questions.isLeaf(at)) {
            int above = questions.above(at);
            return above >= 0 && kind(above) == OUTER ? BELOW_OUTER : LONE;
        }
        boolean outer = questions.isLeaf(questions.below(at, 0)) && questions.isLeaf(questions.below(at, 1));
        return outer ? OUTER : INNER;
    }

    private void describe(int n, int[] number) {
        int at = place[n];
        feature[n] = questions.feature(at);
        slot[n] = -1;
        if (questions.compares(at)) {
            slot[n] = 2 * feature[n] + questions.answer(at, Double.NaN);
            key[n] = TabledShap.key(questions.threshold(at));
        }
        if (n < inner) {
            below[2 * n] = number[questions.below(at, 0)];
            below[2 * n + 1] = number[questions.below(at, 1)];
        }
        before[n] = asked;
        for (int way = at, above = questions.above(at); above >= 0; way = above, above = questions.above(above)) {
            if (questions.feature(above) == feature[n]) {
                before[n] = number[above];
                led[n] = way - questions.below(above, 0);
                return;
            }
        }
    }

    /** How many numbers there are, questions and leaves. */
    int size() {
        return place.length;
    }

    private void fill(GaussLegendre rule) {
        double[] zero = new double[asked];
        for (int n = 0; n < asked; n++) {
            boolean again = before[n] < asked;
            zero[n] = again ? zero[before[n]] * questions.share(place[before[n]], led[n]) : 1;
            for (int k = 0; k < rule.points().length; k++) {
                for (int answer = 0; answer < (again ? 3 : 2); answer++) {
                    fill(n, k * block, answer, zero[n], rule.points()[k], rule.weights()[k]);
                }
            }
        }
    }

    /** The numbers of a question for an answer of the client; {@code zero} is the share of its feature so far. */
    private void fill(int n, int from, int answer, double zero, double t, double weight) {
        boolean again = before[n] < asked;
        double above = again ? t + (1 - t) * zero : 1;
        double gained = again ? (1 - zero) / above : 0;
        double[] factor = new double[2];
        double[] gain = new double[2];
        for (int way = 0; way < 2; way++) {
            double share = questions.share(place[n], way);
            double left = zero * share;
            if (answer == GONE) {
                factor[way] = share;
            } else if (answer == way) {
                double mixed = t + (1 - t) * left;
                factor[way] = mixed / above;
                gain[way] = weight * ((1 - left) / mixed - gained);
            } else if (left > 0) {
                factor[way] = (1 - t) * left / above;
                gain[way] = weight * (-1 / (1 - t) - gained);
            }
        }
        int at = from + start[n] + answer * kind(place[n]);
        if (n < inner) {
            System.arraycopy(factor, 0, table, at, 2);
            System.arraycopy(gain, 0, table, at + 2, 2);
            return;
        }
        for (int way = 0; way < 2; way++) {
            double worth = factor[way] * questions.worth(questions.below(place[n], way));
            table[at] += worth;
            table[at + 1] += gain[way] * worth;
        }
    }

    /** Adds what the tree tells of a row. */
    void add(TabledShap.Room room, double[] contributions) {
        answer(room);
        int[] at = room.at;
        double[] product = room.product;
        double[] sum = room.sum;
        for (int from = 0; from < table.length; from += block) {
            product[0] = 1;
            for (int n = 0; n < inner; n++) {
                double x = product[n];
                int i = from + at[n];
                product[below[2 * n]] = x * table[i];
                product[below[2 * n + 1]] = x * table[i + 1];
            }
            for (int n = inner; n < asked; n++) {
                double x = product[n];
                int i = from + at[n];
                sum[n] = x * table[i];
                contributions[feature[n]] += x * table[i + 1];
            }
            for (int n = asked; n < place.length; n++) {
                sum[n] = product[n] * alone[n - asked];
            }
            for (int n = inner - 1; n >= 0; n--) {
                double zero = sum[below[2 * n]];
                double one = sum[below[2 * n + 1]];
                int i = from + at[n];
                contributions[feature[n]] += zero * table[i + 2] + one * table[i + 3];
                sum[n] = zero + one;
            }
        }
    }

    /** Finds the client's answers, and with them the places in the table; no branch depends on a value. */
    private void answer(TabledShap.Room room) {
        int[] answers = room.answers;
        answers[asked] = 0;
        for (int n = 0; n < asked; n++) {
            int answer = slot[n] < 0
                    ? questions.answer(place[n], room.row[feature[n]])
                    : 1 - isBelow(room.slots[slot[n]], key[n]);
            int gone = -(answers[before[n]] ^ led[n]) >> 31;
            answers[n] = answer & ~gone | gone & GONE;
            room.at[n] = start[n] + answers[n] * (n < inner ? INNER : OUTER);
        }
    }

    /** 1 if a number is less than another, which may be so far away that their difference overflows. */
    private static int isBelow(long a, long b) {
        return (int) ((a & ~b | ~(a ^ b) & a - b) >>> 63);
    }
}
