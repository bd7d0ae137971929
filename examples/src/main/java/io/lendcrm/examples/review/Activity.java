package io.lendcrm.examples.review;

import io.lendcrm.core.interaction.Interaction;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** How much happened with a client, quarter by quarter; quarters are numbered from the year 0. */
final class Activity {

    private final int interactions;
    private final int firstQuarter;
    private final int[] perQuarter;

    private Activity(int interactions, int firstQuarter, int[] perQuarter) {
        this.interactions = interactions;
        this.firstQuarter = firstQuarter;
        this.perQuarter = perQuarter;
    }

    /** Interactions come in order of their days. */
    static Activity of(List<Interaction> interactions) {
        if (interactions.isEmpty()) {
            return new Activity(0, 0, new int[0]);
        }
        int first = quarter(interactions.get(0).occurredOn());
        int last = quarter(interactions.get(interactions.size() - 1).occurredOn());
        int[] counts = new int[last - first + 1];
        for (Interaction interaction : interactions) {
            counts[quarter(interaction.occurredOn()) - first]++;
        }
        return new Activity(interactions.size(), first, counts);
    }

    int interactions() {
        return interactions;
    }

    void addTo(Map<Integer, Long> totals) {
        for (int i = 0; i < perQuarter.length; i++) {
            if (perQuarter[i] > 0) {
                totals.merge(firstQuarter + i, (long) perQuarter[i], Long::sum);
            }
        }
    }

    static int quarter(LocalDate day) {
        return 4 * day.getYear() + (day.getMonthValue() - 1) / 3;
    }

    /** The first day of a quarter. */
    static LocalDate start(int quarter) {
        return LocalDate.of(Math.floorDiv(quarter, 4), Math.floorMod(quarter, 4) * 3 + 1, 1);
    }
}
