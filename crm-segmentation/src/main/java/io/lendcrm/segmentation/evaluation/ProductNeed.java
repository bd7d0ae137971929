package io.lendcrm.segmentation.evaluation;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;

/**
 * How much each client needs a product, and who has it. Immutable and thread-safe.
 *
 * <p>The need is a number from 0 to 1: 1 or 0 by a stated feature ("imports goods"), a score's probability, or the take-up of
 * clients alike. {@code NaN} says that nobody knows; such a client counts nowhere, and is told.
 */
public final class ProductNeed {

    private final String product;
    private final double[] need;
    private final boolean[] holds;

    private ProductNeed(String product, double[] need, boolean[] holds) {
        this.product = requireNonNull(product, "product");
        this.need = need;
        this.holds = holds;
        if (product.isBlank()) {
            throw new IllegalArgumentException("product must not be blank");
        }
        if (need.length != holds.length) {
            throw new IllegalArgumentException(
                    "need and holds must be as many, found " + need.length + " and " + holds.length);
        }
        for (double one : need) {
            if (one < 0 || one > 1) {
                throw new IllegalArgumentException("need must be within [0, 1], found " + one);
            }
        }
    }

    /**
     * A need that is stated or scored.
     *
     * @param product the product
     * @param need how much each client needs it, from 0 to 1; {@code NaN} if unknown
     * @param holds whether each client has it
     * @return the need
     */
    public static ProductNeed of(String product, double[] need, boolean[] holds) {
        return new ProductNeed(product, need.clone(), holds.clone());
    }

    /**
     * The need that clients alike show: of each client the take-up of the others of its group. All needs together are all
     * holdings, so that a segment lacks what another has beyond its peers. The group should be stated before, such as income
     * by age, and not be the segment. A client alone in its group has no known need.
     *
     * @param product the product
     * @param holds whether each client has it
     * @param peers each client's group, a number of at least 0; −1 if unknown
     * @return the need
     */
    public static ProductNeed byPeers(String product, boolean[] holds, int[] peers) {
        if (peers.length != holds.length) {
            throw new IllegalArgumentException(
                    "peers and holds must be as many, found " + peers.length + " and " + holds.length);
        }
        int[] dense = dense(peers);
        int[] size = new int[peers.length + 1];
        int[] holders = new int[peers.length + 1];
        for (int i = 0; i < dense.length; i++) {
            if (dense[i] >= 0) {
                size[dense[i]]++;
                holders[dense[i]] += holds[i] ? 1 : 0;
            }
        }
        double[] need = new double[dense.length];
        Arrays.setAll(
                need,
                i -> dense[i] < 0 || size[dense[i]] < 2
                        ? Double.NaN
                        : (holders[dense[i]] - (holds[i] ? 1.0 : 0)) / (size[dense[i]] - 1));
        return new ProductNeed(product, need, holds.clone());
    }

    private static int[] dense(int[] peers) {
        int[] groups =
                Arrays.stream(peers).filter(p -> p >= 0).sorted().distinct().toArray();
        int[] dense = new int[peers.length];
        for (int i = 0; i < peers.length; i++) {
            if (peers[i] < -1) {
                throw new IllegalArgumentException("peers must be at least -1, found " + peers[i]);
            }
            dense[i] = peers[i] < 0 ? -1 : Arrays.binarySearch(groups, peers[i]);
        }
        return dense;
    }

    /** {@return the product} */
    public String product() {
        return product;
    }

    /** {@return how many clients} */
    public int clients() {
        return need.length;
    }

    /**
     * How much a client needs the product.
     *
     * @param client its place from 0
     * @return from 0 to 1; {@code NaN} if unknown
     */
    public double need(int client) {
        return need[client];
    }

    /**
     * Whether a client has the product.
     *
     * @param client its place from 0
     * @return true if so
     */
    public boolean holds(int client) {
        return holds[client];
    }

    /** {@return the product and how many clients, never their values} */
    @Override
    public String toString() {
        return "ProductNeed[" + product + ", " + need.length + " clients]";
    }
}
