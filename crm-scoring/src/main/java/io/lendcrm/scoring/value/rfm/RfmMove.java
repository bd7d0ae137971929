package io.lendcrm.scoring.value.rfm;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.ClientId;
import org.jspecify.annotations.Nullable;

/**
 * Where a client stood before and stands now. Immutable and thread-safe.
 *
 * @param client whose
 * @param from the state before; null if the client wasn't there
 * @param to the state now; null if the client isn't there any more
 */
public record RfmMove(
        ClientId client, @Nullable String from, @Nullable String to) {

    /** The kinds of move. */
    public enum Kind {
        /** The client is in the same state as before. */
        STAYED,
        /** The client is in another state. */
        MOVED,
        /** The client wasn't there before. */
        JOINED,
        /** The client isn't there any more. */
        LEFT
    }

    public RfmMove {
        requireNonNull(client, "client");
        if (from == null && to == null) {
            throw new IllegalArgumentException("a move must have a state before or now");
        }
    }

    /** {@return which kind it is} */
    public Kind kind() {
        if (from == null) {
            return Kind.JOINED;
        }
        if (to == null) {
            return Kind.LEFT;
        }
        return from.equals(to) ? Kind.STAYED : Kind.MOVED;
    }
}
