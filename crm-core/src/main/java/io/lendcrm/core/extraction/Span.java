package io.lendcrm.core.extraction;

import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.DocumentBuilder;
import io.lendcrm.core.model.DocumentReader;
import java.time.LocalDate;

/** The first and the last day of something; the order of adding never shows. Not thread-safe; confine to one thread. */
final class Span {

    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    boolean isEmpty() {
        return first > last;
    }

    long first() {
        return first;
    }

    long last() {
        return last;
    }

    void add(long day) {
        first = Math.min(first, day);
        last = Math.max(last, day);
    }

    void add(Span other) {
        first = Math.min(first, other.first);
        last = Math.max(last, other.last);
    }

    /** How many days before a day the last one was, missing if there was none. */
    double daysSince(long day) {
        return isEmpty() ? Double.NaN : day - last;
    }

    boolean endsWithin(long after, long through) {
        return !isEmpty() && last > after && last <= through;
    }

    Document.Tree write() {
        DocumentBuilder tree = Document.tree();
        if (!isEmpty()) {
            tree.put("first", first).put("last", last);
        }
        return tree.build();
    }

    static Span read(DocumentReader stored) {
        Span span = new Span();
        if (stored.has("first")) {
            span.first = day(stored, "first");
            span.last = day(stored, "last");
            if (span.isEmpty()) {
                throw stored.fault("last", "must not be before first");
            }
        }
        stored.end();
        return span;
    }

    private static long day(DocumentReader stored, String name) {
        long day = stored.whole(name);
        if (day < LocalDate.MIN.toEpochDay() || day > LocalDate.MAX.toEpochDay()) {
            throw stored.fault(name, "must be a day, counted from 1970-01-01");
        }
        return day;
    }
}
