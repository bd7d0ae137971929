package io.lendcrm.segmentation.hierarchy;

/** The client in the middle of a segment. Immutable. */
final class Medoid {

    private final double[] coordinates;
    private final long clients;
    private final double farthest;

    /**
     * @param coordinates what clients are compared by
     * @param clients how many the segment had
     * @param farthest the greatest distance of one of them
     */
    Medoid(double[] coordinates, long clients, double farthest) {
        this.coordinates = coordinates;
        this.clients = clients;
        this.farthest = farthest;
        if (clients < 1 || !(farthest >= 0 && farthest < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("clients must be at least 1 and farthest finite and at least 0, found "
                    + clients + " and " + farthest);
        }
    }

    double[] coordinates() {
        return coordinates;
    }

    long clients() {
        return clients;
    }

    double farthest() {
        return farthest;
    }
}
