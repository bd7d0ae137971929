package io.lendcrm.segmentation.evaluation;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.reason.Reason;
import io.lendcrm.core.tier.SegmentId;
import io.lendcrm.segmentation.Assignments;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How far a segment's take-up of a product falls short of its need. Immutable and thread-safe.
 *
 * <p>The need is taken as known, so that the shortfall (need less take-up) is as uncertain as the take-up: its interval is the
 * need less Wilson's interval, at the level for all segments and products at once (Bonferroni). A need is unmet if it is at
 * least that of all clients together, and the whole interval of the shortfall lies above 0.
 *
 * @param segment the segment
 * @param product the product
 * @param clients how many clients with a known need it has
 * @param unknown how many whose need nobody knows; they count nowhere else
 * @param need the mean need, from 0 to 1; 0 without clients
 * @param needOfAll the mean need of all clients that have a segment
 * @param takeUp the part that has the product, from 0 to 1; 0 without clients
 * @param shortfall where need less take-up lies, from −1 to 1
 * @param lacking how many clients in need are expected not to have it: Σ need over those without
 * @param isUnmet whether the need is high and the take-up low
 * @param reasons why, the need first
 */
public record UnmetNeed(
        SegmentId segment,
        String product,
        long clients,
        long unknown,
        double need,
        double needOfAll,
        double takeUp,
        RateInterval shortfall,
        double lacking,
        boolean isUnmet,
        List<Reason> reasons) {

    private static final double LEVEL = 0.95;
    private static final int LEAST = 30;

    public UnmetNeed {
        requireNonNull(segment, "segment");
        requireNonNull(product, "product");
        requireNonNull(shortfall, "shortfall");
        reasons = List.copyOf(reasons);
    }

    /** {@return how many clients lack the product at least: the lower end of the shortfall times the clients, or 0} */
    public double leastLacking() {
        return Math.max(0, shortfall.low()) * clients;
    }

    /**
     * Ranks segments and products, at level 0.95 and with a verdict on segments of at least 30 clients.
     *
     * @param assigned each client's segment; clients without one count nowhere
     * @param products needs and holdings of the same clients
     * @return one for each segment and product; unmet needs first, then by {@link #leastLacking()}, the greatest first
     */
    public static List<UnmetNeed> rank(Assignments assigned, List<ProductNeed> products) {
        return rank(assigned, products, LEVEL, LEAST);
    }

    /**
     * Ranks segments and products.
     *
     * @param assigned each client's segment; clients without one count nowhere
     * @param products needs and holdings of the same clients
     * @param level the level of confidence of all intervals at once, above 0 and below 1
     * @param least how many clients of known need a segment needs for a verdict, at least 1
     * @return one for each segment and product; unmet needs first, then by {@link #leastLacking()}, the greatest first
     * @throws IllegalArgumentException if a product has more or fewer clients than there are
     */
    public static List<UnmetNeed> rank(Assignments assigned, List<ProductNeed> products, double level, int least) {
        if (least < 1) {
            throw new IllegalArgumentException("least must be at least 1, found " + least);
        }
        int cells = products.size() * assigned.segments().size();
        double each = EventRate.each(level, cells);
        List<UnmetNeed> found = new ArrayList<>();
        for (ProductNeed product : products) {
            found.addAll(of(assigned, product, each, least));
        }
        found.sort(Comparator.comparing(UnmetNeed::isUnmet)
                .thenComparingDouble(UnmetNeed::leastLacking)
                .reversed());
        return List.copyOf(found);
    }

    private static List<UnmetNeed> of(Assignments assigned, ProductNeed product, double level, int least) {
        if (product.clients() != assigned.rows()) {
            throw new IllegalArgumentException(product.product() + " must have a need for each of the "
                    + assigned.rows() + " clients, found " + product.clients());
        }
        int k = assigned.segments().size();
        long[] clients = new long[k];
        long[] holders = new long[k];
        long[] unknown = new long[k];
        double[] need = new double[k];
        double[] lacking = new double[k];
        for (int row = 0; row < assigned.rows(); row++) {
            int own = assigned.segment(row);
            if (own >= 0 && Double.isNaN(product.need(row))) {
                unknown[own]++;
            } else if (own >= 0) {
                clients[own]++;
                need[own] += product.need(row);
                holders[own] += product.holds(row) ? 1 : 0;
                lacking[own] += product.holds(row) ? 0 : product.need(row);
            }
        }
        long total = 0;
        double sum = 0;
        for (int s = 0; s < k; s++) {
            total += clients[s];
            sum += need[s];
        }
        double needOfAll = total == 0 ? 0 : sum / total;
        List<UnmetNeed> found = new ArrayList<>();
        for (int s = 0; s < k; s++) {
            EventRate takeUp = new EventRate(clients[s], holders[s]);
            double mean = clients[s] == 0 ? 0 : need[s] / clients[s];
            RateInterval held = takeUp.interval(level);
            RateInterval shortfall = new RateInterval(mean - held.high(), mean - held.low());
            boolean enough = clients[s] >= least;
            found.add(new UnmetNeed(
                    assigned.segments().get(s).id(),
                    product.product(),
                    clients[s],
                    unknown[s],
                    mean,
                    needOfAll,
                    takeUp.value().orElse(0),
                    shortfall,
                    lacking[s],
                    enough && mean >= needOfAll && shortfall.above(0),
                    enough
                            ? reasons(product.product(), mean, needOfAll, takeUp, held)
                            : List.of(Reason.of(
                                    "need.few-clients",
                                    0,
                                    Map.of("found", Long.toString(clients[s]), "limit", Integer.toString(least))))));
        }
        return found;
    }

    private static List<Reason> reasons(
            String product, double need, double needOfAll, EventRate takeUp, RateInterval held) {
        double part = takeUp.value().orElse(0);
        return List.of(
                Reason.of(
                        need >= needOfAll ? "need.high" : "need.low",
                        need - needOfAll,
                        Map.of("product", product, "need", percent(need), "all", percent(needOfAll))),
                Reason.of(
                        held.below(need) ? "need.take-up-short" : held.above(need) ? "need.take-up-beyond" : "need.met",
                        need - part,
                        Map.of(
                                "product", product,
                                "takeUp", percent(part),
                                "low", percent(held.low()),
                                "high", percent(held.high()),
                                "need", percent(need))));
    }

    private static String percent(double part) {
        return String.format(Locale.ROOT, "%.1f", 100 * part);
    }
}
