package io.lendcrm.scoring.risk.exchange.pmml;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Names of this library for names of elsewhere. What is one already stays; else lower case, other characters become the filler,
 * none at the ends, a letter in front; a number behind where two would be the same. Not thread-safe; confine to one thread.
 */
final class FieldNames {

    /** The names that are taken, each with the last number that went behind it. */
    private final Map<String, Integer> taken = new HashMap<>();

    private final String valid;
    private final String others;
    private final String filler;
    private final String front;

    private FieldNames(String valid, String others, String filler, String front) {
        this.valid = valid;
        this.others = others;
        this.filler = filler;
        this.front = front;
    }

    /** For features: letters, digits, underscores, as columns of files are named when they are read. */
    static FieldNames ofFeatures() {
        return new FieldNames("[a-z][a-z0-9_]*", "[^a-z0-9]+", "_", "column");
    }

    /** For reason codes: dots, hyphens and underscores stay. */
    static FieldNames ofReasons() {
        return new FieldNames("[a-z][a-z0-9._-]*", "[^a-z0-9._-]+", "-", "reason");
    }

    /** A name that no other text got. */
    String name(String text) {
        String base = text.matches(valid) ? text : made(text);
        int last = taken.getOrDefault(base, 1);
        String name = base;
        while (taken.containsKey(name)) {
            name = base + filler + ++last;
        }
        taken.put(base, last);
        taken.putIfAbsent(name, 1);
        return name;
    }

    private String made(String text) {
        String plain = text.toLowerCase(Locale.ROOT)
                .replaceAll(others, filler)
                .replaceAll("^" + filler + "+|" + filler + "+$", "");
        if (plain.isEmpty()) {
            return front;
        }
        return plain.matches(valid) ? plain : front + filler + plain;
    }
}
