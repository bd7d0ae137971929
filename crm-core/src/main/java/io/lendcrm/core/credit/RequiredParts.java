package io.lendcrm.core.credit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names all that a builder still lacks at once. */
final class RequiredParts {

    private final String what;
    private final List<String> missing = new ArrayList<>();

    RequiredParts(String what) {
        this.what = what;
    }

    RequiredParts and(String name, @Nullable Object part) {
        if (part == null) {
            missing.add(name);
        }
        return this;
    }

    void check() {
        if (!missing.isEmpty()) {
            throw new IllegalStateException(what + " needs " + String.join(", ", missing));
        }
    }
}
