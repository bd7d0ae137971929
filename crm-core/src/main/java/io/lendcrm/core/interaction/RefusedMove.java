package io.lendcrm.core.interaction;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.privacy.Classified;
import io.lendcrm.core.privacy.DataClass;
import org.jspecify.annotations.Nullable;

/**
 * An event that would have moved something into a state which may not follow; it was passed over. Immutable and
 * thread-safe.
 *
 * @param <S> the type of the states
 * @param event the event's key
 * @param from the state before; null if there was none yet
 * @param to the state refused
 */
public record RefusedMove<S extends Enum<S>>(
        @Classified(DataClass.ORDINARY) InteractionId event,
        @Classified(DataClass.ORDINARY) @Nullable S from,
        @Classified(DataClass.ORDINARY) S to) {

    public RefusedMove {
        requireNonNull(event, "event");
        requireNonNull(to, "to");
    }
}
