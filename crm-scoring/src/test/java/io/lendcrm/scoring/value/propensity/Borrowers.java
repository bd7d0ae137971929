package io.lendcrm.scoring.value.propensity;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Clients that borrow by the model: each with a rate of its own, watched for as long as it has been a client. */
final class Borrowers {

    private Borrowers() {}

    /** A client's rate, its first days of borrowing in a span, and what it does after. */
    record Borrower(BorrowingHistory history, double nextWait) {}

    static List<Borrower> draw(int clients, double r, double scale, double shape, Random random) {
        List<Borrower> drawn = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            double rate = gamma(r, random);
            double watched = 24 + 72 * random.nextDouble();
            List<Double> gaps = new ArrayList<>();
            double at = 0;
            double gap = gap(rate, scale, shape, random);
            while (at + gap <= watched) {
                gaps.add(gap);
                at += gap;
                gap = gap(rate, scale, shape, random);
            }
            double[] finished = gaps.stream().mapToDouble(g -> g).toArray();
            drawn.add(new Borrower(BorrowingHistory.of(watched - at, finished), at + gap - watched));
        }
        return drawn;
    }

    static List<BorrowingHistory> histories(List<Borrower> drawn) {
        return drawn.stream().map(Borrower::history).toList();
    }

    private static double gap(double rate, double scale, double shape, Random random) {
        return scale * Math.pow(-Math.log1p(-random.nextDouble()) / rate, 1 / shape);
    }

    /** Marsaglia and Tsang 2000. */
    private static double gamma(double shape, Random random) {
        if (shape < 1) {
            return gamma(shape + 1, random) * Math.pow(1 - random.nextDouble(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double v = Math.pow(1 + c * x, 3);
            if (v > 0 && Math.log(1 - random.nextDouble()) < 0.5 * x * x + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }
}
