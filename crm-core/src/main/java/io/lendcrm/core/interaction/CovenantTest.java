package io.lendcrm.core.interaction;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.privacy.Classified;
import io.lendcrm.core.privacy.DataClass;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A test whether a promise in a contract is kept. Immutable and thread-safe.
 *
 * @param header what all interactions have in common
 * @param facility the loan's key
 * @param covenant which promise
 * @param passed whether it was kept
 * @param measured what was measured, such as a debt service cover of 1.12; null if not told
 */
public record CovenantTest(
        @Classified(DataClass.ORDINARY) Header header,
        @Classified(DataClass.ORDINARY) String facility,
        @Classified(DataClass.ORDINARY) String covenant,
        @Classified(DataClass.ORDINARY) boolean passed,
        @Classified(DataClass.ORDINARY) @Nullable BigDecimal measured)
        implements Interaction {

    public CovenantTest {
        requireNonNull(header, "header");
        Requirement.notBlank(facility, "facility");
        Requirement.notBlank(covenant, "covenant");
    }

    /**
     * A test that tells only its result.
     *
     * @param header what all interactions have in common
     * @param facility the loan's key
     * @param covenant which promise
     * @param passed whether it was kept
     * @return the test
     */
    public static CovenantTest of(Header header, String facility, String covenant, boolean passed) {
        return new CovenantTest(header, facility, covenant, passed, null);
    }

    @Override
    public Kind kind() {
        return Kind.COVENANT_TEST;
    }
}
