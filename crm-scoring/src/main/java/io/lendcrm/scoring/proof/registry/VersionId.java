package io.lendcrm.scoring.proof.registry;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/**
 * The name of a model and the number of its version, such as {@code retail-card/3}. Immutable and thread-safe.
 *
 * @param model the model's name: lower-case letters, digits, dots and hyphens, beginning with a letter
 * @param number the version, from 1
 */
public record VersionId(String model, int number) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9.-]*");

    public VersionId {
        requireNonNull(model, "model");
        if (!NAME.matcher(model).matches()) {
            throw new IllegalArgumentException("model must match " + NAME + ", found \"" + model + "\"");
        }
        if (number < 1) {
            throw new IllegalArgumentException("number must be at least 1, found " + number);
        }
    }

    /** {@return name and number with a slash between} */
    @Override
    public String toString() {
        return model + "/" + number;
    }
}
