package io.lendcrm.scoring.proof.validation;

/**
 * Scores in ascending order, each with its outcome in one number. Two scores of the same sign differ in the other 63 bits only,
 * so the outcome takes the place of the sign: negative scores are sorted apart and stand first.
 */
final class SortedOutcomes {

    private static final long SIGN = Long.MIN_VALUE;

    private final long[] keys;
    private final int negatives;

    private SortedOutcomes(long[] keys, int negatives) {
        this.keys = keys;
        this.negatives = negatives;
    }

    static SortedOutcomes of(double[] score, boolean[] bad) {
        int negatives = 0;
        for (double s : score) {
            negatives += s < 0 ? 1 : 0;
        }
        long[] keys = new long[score.length];
        int[] next = {negatives, 0};
        for (int row = 0; row < keys.length; row++) {
            long bits = Double.doubleToRawLongBits(score[row] + 0.0); // -0 becomes 0
            int negative = (int) (bits >>> 63);
            long ascending = negative == 1 ? ~bits : bits;
            keys[next[negative]++] = (ascending << 1 | (bad[row] ? 1 : 0)) ^ SIGN;
        }
        RadixSort.sort(keys, 0, negatives);
        RadixSort.sort(keys, negatives, keys.length);
        return new SortedOutcomes(keys, negatives);
    }

    int size() {
        return keys.length;
    }

    double score(int place) {
        long ascending = (keys[place] ^ SIGN) >>> 1;
        return Double.longBitsToDouble(place < negatives ? ~ascending : ascending);
    }

    /** 1 for a bad, 0 for a good. */
    int bad(int place) {
        return (int) keys[place] & 1;
    }

    /** Whether the score of a place is another than that of the place before. */
    boolean begins(int place) {
        return place == 0 || place == negatives || (keys[place] ^ keys[place - 1]) >>> 1 != 0;
    }

    /** Twice the pairs of a bad and a good in which the bad has the larger score, ties half. */
    long twiceInOrder() {
        long twice = 0;
        long goods = 0;
        for (int place = 0; place < keys.length; ) {
            int from = place;
            long bads = 0;
            do {
                bads += bad(place++);
            } while (place < keys.length && !begins(place));
            long ties = place - from - bads;
            twice += bads * (2 * goods + ties);
            goods += ties;
        }
        return twice;
    }
}
