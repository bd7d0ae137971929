package io.lendcrm.examples.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The distinct days on which each client bought, in the order of the rows of the summaries. Not thread-safe. */
final class PurchaseLog {

    private final List<int[]> days = new ArrayList<>();

    /** Adds a client's purchase days, which ascend and may repeat; at least one. */
    void add(List<LocalDate> purchases) {
        days.add(purchases.stream()
                .mapToInt(day -> Math.toIntExact(day.toEpochDay()))
                .distinct()
                .toArray());
    }

    int size() {
        return days.size();
    }

    /** The days of a row as days of the epoch, ascending. */
    int[] days(int row) {
        return days.get(row).clone();
    }

    int first(int row) {
        return days.get(row)[0];
    }
}
