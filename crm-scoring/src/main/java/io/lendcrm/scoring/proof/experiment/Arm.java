package io.lendcrm.scoring.proof.experiment;

import static java.util.Objects.requireNonNull;

/**
 * One of the policies that are compared. Immutable and thread-safe.
 *
 * @param name such as {@code champion}, not empty
 * @param share of the clients that are to get it, within [0, 1]
 */
public record Arm(String name, double share) {

    public Arm {
        requireNonNull(name, "name");
        if (name.isEmpty() || !(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(
                    "name must not be empty and share within [0, 1], found \"" + name + "\" and " + share);
        }
    }
}
