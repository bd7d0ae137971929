package io.lendcrm.scoring.value.satisfaction;

/** Count, sums and sums of products of small whole numbers: exact. Not thread-safe; confine to one thread. */
final class CrossSums {

    private final long[] sums;
    private final long[][] products;
    private long count;

    CrossSums(int size) {
        this.sums = new long[size];
        this.products = new long[size][size];
    }

    void add(int[] values) {
        count++;
        for (int i = 0; i < values.length; i++) {
            sums[i] += values[i];
            for (int j = 0; j <= i; j++) {
                products[i][j] += (long) values[i] * values[j];
            }
        }
    }

    void add(CrossSums other) {
        addScaled(other, 1);
    }

    CrossSums with(CrossSums other) {
        CrossSums both = new CrossSums(sums.length);
        both.add(this);
        both.add(other);
        return both;
    }

    CrossSums without(CrossSums other) {
        CrossSums rest = new CrossSums(sums.length);
        rest.add(this);
        rest.addScaled(other, -1);
        return rest;
    }

    long count() {
        return count;
    }

    /** n² times the covariance matrix: the unit doesn't matter, but that 0 is 0 does. */
    double[][] covariance() {
        double[][] covariance = new double[sums.length][sums.length];
        for (int i = 0; i < sums.length; i++) {
            for (int j = 0; j <= i; j++) {
                covariance[i][j] = (double) Math.subtractExact(
                        Math.multiplyExact(count, products[i][j]), Math.multiplyExact(sums[i], sums[j]));
                covariance[j][i] = covariance[i][j];
            }
        }
        return covariance;
    }

    private void addScaled(CrossSums other, int sign) {
        count += sign * other.count;
        for (int i = 0; i < sums.length; i++) {
            sums[i] += sign * other.sums[i];
            for (int j = 0; j <= i; j++) {
                products[i][j] += sign * other.products[i][j];
            }
        }
    }
}
