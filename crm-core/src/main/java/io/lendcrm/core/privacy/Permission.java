package io.lendcrm.core.privacy;

import static java.util.Objects.requireNonNull;

/** What a {@link UseGate} answers. Immutable and thread-safe. */
public sealed interface Permission {

    /** The read may go on. */
    record Granted() implements Permission {
        private static final Granted INSTANCE = new Granted();
    }

    /**
     * The read must not happen.
     *
     * @param code why, such as {@code consent-withdrawn}
     * @param fields the fields that were refused
     */
    record Denied(String code, FieldSet fields) implements Permission {
        public Denied {
            requireNonNull(code, "code");
            requireNonNull(fields, "fields");
        }
    }

    /** {@return the permission to read} */
    static Permission granted() {
        return Granted.INSTANCE;
    }

    /**
     * A refusal.
     *
     * @param code why
     * @param fields the fields that were refused
     * @return the refusal
     */
    static Permission denied(String code, FieldSet fields) {
        return new Denied(code, fields);
    }
}
