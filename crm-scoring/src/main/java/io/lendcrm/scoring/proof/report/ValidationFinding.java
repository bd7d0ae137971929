package io.lendcrm.scoring.proof.report;

import static java.util.Objects.requireNonNull;

/**
 * Something a validator found, and what has to be done about it. Immutable and thread-safe.
 *
 * @param severity how grave it is
 * @param title what it is, in a few words
 * @param detail what was seen, with numbers
 * @param action what has to be done, by whom and until when; may be empty for a low one
 */
public record ValidationFinding(Severity severity, String title, String detail, String action) {

    /** How grave a finding is. Immutable and thread-safe. */
    public enum Severity {
        /** The model must not be used before it is settled. */
        HIGH,
        /** The model may be used under a condition while it is settled. */
        MEDIUM,
        /** To be noted. */
        LOW
    }

    public ValidationFinding {
        requireNonNull(severity, "severity");
        Required.text("title", title);
        Required.text("detail", detail);
        requireNonNull(action, "action");
        if (severity != Severity.LOW && action.isBlank()) {
            throw new IllegalArgumentException("action must be given for a finding of severity " + severity);
        }
    }
}
