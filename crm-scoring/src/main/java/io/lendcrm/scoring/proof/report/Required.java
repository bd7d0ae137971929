package io.lendcrm.scoring.proof.report;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the names of parts that are missing. Not thread-safe; confine to one thread. */
final class Required {

    private final String what;
    private final List<String> missing = new ArrayList<>();

    Required(String what) {
        this.what = what;
    }

    /** A part that is missing if null, blank or empty. */
    Required and(String name, @Nullable Object part) {
        boolean absent = part == null
                || part instanceof String text && text.isBlank()
                || part instanceof Collection<?> many && many.isEmpty();
        return and(name, !absent);
    }

    Required and(String name, boolean there) {
        if (!there) {
            missing.add(name);
        }
        return this;
    }

    void check() {
        if (!missing.isEmpty()) {
            throw new IllegalStateException(what + " lacks " + String.join(", ", missing));
        }
    }

    static String text(String name, String text) {
        if (requireNonNull(text, name).isBlank()) {
            throw new IllegalArgumentException(name + " must not be blank");
        }
        return text;
    }
}
