package io.lendcrm.scoring.proof.report;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;

/**
 * What a person decides about a model after reading the proof; no number decides it. Immutable and thread-safe.
 *
 * @param decision the decision
 * @param person who decides
 * @param day when
 * @param reason why
 * @param conditions under which the model may be used; needed for {@link Decision#FIT_WITH_CONDITIONS} and only there
 */
public record Conclusion(Decision decision, String person, LocalDate day, String reason, List<String> conditions) {

    /** A validator's decision. Immutable and thread-safe. */
    public enum Decision {
        /** The model may be used for its purpose. */
        FIT_FOR_USE,
        /** The model may be used under conditions. */
        FIT_WITH_CONDITIONS,
        /** The model must not be used. */
        NOT_FIT_FOR_USE
    }

    public Conclusion {
        requireNonNull(decision, "decision");
        Required.text("person", person);
        requireNonNull(day, "day");
        Required.text("reason", reason);
        conditions = List.copyOf(conditions);
        if ((decision == Decision.FIT_WITH_CONDITIONS) == conditions.isEmpty()) {
            throw new IllegalArgumentException("conditions must be given for " + Decision.FIT_WITH_CONDITIONS
                    + " and only then, found " + conditions.size() + " for " + decision);
        }
    }
}
