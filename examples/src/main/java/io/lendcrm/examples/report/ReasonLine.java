package io.lendcrm.examples.report;

import static java.util.Objects.requireNonNull;

/**
 * One reason of a number: what pushed it up or down, and how far. Immutable and thread-safe.
 *
 * @param code the reason's code
 * @param text the reason in words, the client's value included
 * @param contribution signed share in the number, in the number's unit
 */
public record ReasonLine(String code, Text text, double contribution) {
    public ReasonLine {
        requireNonNull(code, "code");
        requireNonNull(text, "text");
        Require.finite(contribution, "contribution");
    }
}
