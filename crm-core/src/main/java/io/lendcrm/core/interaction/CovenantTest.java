package io.lendcrm.core.interaction;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.privacy.Classified;
import io.lendcrm.core.privacy.DataClass;

/**
 * A test whether a promise in a contract is kept. Immutable and thread-safe.
 *
 * @param header what all interactions have in common
 * @param facility the loan's key
 * @param covenant which promise
 * @param passed whether it was kept
 */
public record CovenantTest(
        @Classified(DataClass.ORDINARY) Header header,
        @Classified(DataClass.ORDINARY) String facility,
        @Classified(DataClass.ORDINARY) String covenant,
        @Classified(DataClass.ORDINARY) boolean passed)
        implements Interaction {

    public CovenantTest {
        requireNonNull(header, "header");
        requireNonNull(facility, "facility");
        requireNonNull(covenant, "covenant");
    }

    @Override
    public Kind kind() {
        return Kind.COVENANT_TEST;
    }
}
