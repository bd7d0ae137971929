package io.lendcrm.segmentation.evaluation;

import java.util.List;
import java.util.Set;

/**
 * How often the first few suggestions have the item that a client took, against those of a baseline on the same clients. It
 * tells that suggestions know what clients take anyway; what an offer gains is told by a control group alone ({@link TrialGroup}).
 * Immutable and thread-safe.
 *
 * @param first how many suggestions count, at least 1
 * @param clients how many clients, at least 1
 * @param answered of how many of them there was a suggestion
 * @param bothHit with how many suggester and baseline both hit
 * @param onlyHit with how many the suggester alone hit
 * @param onlyBaselineHit with how many the baseline alone hit
 */
public record HitRate(int first, long clients, long answered, long bothHit, long onlyHit, long onlyBaselineHit) {

    public HitRate {
        if (first < 1 || clients < 1) {
            throw new IllegalArgumentException(
                    "first and clients must be at least 1, found " + first + " and " + clients);
        }
        if (bothHit < 0 || onlyHit < 0 || onlyBaselineHit < 0 || bothHit + onlyHit + onlyBaselineHit > clients) {
            throw new IllegalArgumentException("hits must be at least 0 and together at most clients=" + clients
                    + ", found " + bothHit + ", " + onlyHit + " and " + onlyBaselineHit);
        }
        if (answered < bothHit + onlyHit || answered > clients) {
            throw new IllegalArgumentException("answered must be within [hits=" + (bothHit + onlyHit) + ", clients="
                    + clients + "], found " + answered);
        }
    }

    /**
     * Counts hits.
     *
     * @param hidden what clients took, at least one
     * @param suggester what is judged
     * @param baseline what it must be better than, such as {@link Suggester#popular}
     * @param first how many suggestions count, at least 1
     * @return the hits
     * @throws IllegalArgumentException if there is no client, or {@code first} is below 1
     */
    public static HitRate of(List<HiddenItem> hidden, Suggester suggester, Suggester baseline, int first) {
        long[] counts = new long[4];
        for (HiddenItem one : hidden) {
            List<String> suggested = first(suggester, one.held(), first);
            boolean hit = suggested.contains(one.item());
            boolean baselineHit = first(baseline, one.held(), first).contains(one.item());
            counts[0] += suggested.isEmpty() ? 0 : 1;
            counts[1] += hit && baselineHit ? 1 : 0;
            counts[2] += hit && !baselineHit ? 1 : 0;
            counts[3] += !hit && baselineHit ? 1 : 0;
        }
        return new HitRate(first, hidden.size(), counts[0], counts[1], counts[2], counts[3]);
    }

    private static List<String> first(Suggester suggester, Set<String> held, int first) {
        List<String> items = suggester.items(held);
        return items.subList(0, Math.max(0, Math.min(first, items.size())));
    }

    /** {@return the clients and the suggester's hits} */
    public EventRate hits() {
        return new EventRate(clients, bothHit + onlyHit);
    }

    /** {@return the clients and the baseline's hits} */
    public EventRate baselineHits() {
        return new EventRate(clients, bothHit + onlyBaselineHit);
    }

    /** {@return the hit rate less the baseline's, from −1 to 1} */
    public double gain() {
        return (double) (onlyHit - onlyBaselineHit) / clients;
    }

    /**
     * The interval of the gain, of paired shares: with p = (b + 1) / (n + 2) and q = (c + 1) / (n + 2), where b and c clients
     * were hit by one of both only, p − q ± z · √((p + q − (p − q)²) / (n + 2)) within [−1, 1] (Bonett and Price, Journal of
     * Educational and Behavioral Statistics 37, 2012).
     *
     * @param level its confidence, such as 0.95, above 0 and below 1
     * @return the interval
     */
    public RateInterval gainInterval(double level) {
        double n = clients + 2.0;
        double p = (onlyHit + 1) / n;
        double q = (onlyBaselineHit + 1) / n;
        double reach = EventRate.quantile(level) * Math.sqrt((p + q - (p - q) * (p - q)) / n);
        return new RateInterval(Math.max(-1, p - q - reach), Math.min(1, p - q + reach));
    }
}
