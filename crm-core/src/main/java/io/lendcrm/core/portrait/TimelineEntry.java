package io.lendcrm.core.portrait;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.interaction.Interaction;
import io.lendcrm.core.money.Money;
import io.lendcrm.core.privacy.Classified;
import io.lendcrm.core.privacy.DataClass;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One event of a client's timeline. Immutable and thread-safe.
 *
 * @param on the day
 * @param kind what kind of event
 * @param text a code of what happened, such as {@code applied} or {@code late}; nothing that the client or an employee
 *     wrote
 * @param amount the amount; null if there is none
 */
public record TimelineEntry(
        @Classified(DataClass.ORDINARY) LocalDate on,
        @Classified(DataClass.ORDINARY) Interaction.Kind kind,
        @Classified(DataClass.ORDINARY) String text,
        @Classified(DataClass.ORDINARY) @Nullable Money amount) {

    public TimelineEntry {
        requireNonNull(on, "on");
        requireNonNull(kind, "kind");
        requireNonNull(text, "text");
    }

    /** {@return the amount, if there is one} */
    public Optional<Money> money() {
        return Optional.ofNullable(amount);
    }
}
