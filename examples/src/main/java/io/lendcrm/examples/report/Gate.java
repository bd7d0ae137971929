package io.lendcrm.examples.report;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What the use gate let through and what it stopped. Immutable and thread-safe.
 *
 * @param purpose the purpose that was stated
 * @param granted reads granted
 * @param denials the reasons of denied reads, most frequent first
 */
public record Gate(Text purpose, long granted, List<Denial> denials) {
    public Gate {
        requireNonNull(purpose, "purpose");
        Require.count(granted, "granted");
        denials = List.copyOf(denials);
    }

    /** {@return the number of denied reads} */
    public long denied() {
        return denials.stream().mapToLong(Denial::reads).sum();
    }

    /**
     * One reason of denied reads. Immutable and thread-safe.
     *
     * @param code the reason's code
     * @param reason the reason in words
     * @param reads how many reads it stopped
     */
    public record Denial(String code, Text reason, long reads) {
        public Denial {
            requireNonNull(code, "code");
            requireNonNull(reason, "reason");
            Require.count(reads, "reads");
        }
    }
}
