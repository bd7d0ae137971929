package io.lendcrm.core.statement;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.privacy.Classified;
import io.lendcrm.core.privacy.DataClass;
import java.math.BigDecimal;

/**
 * The two sides of an identity that aren't equal. Immutable and thread-safe.
 *
 * @param identity which identity
 * @param left its left side, in major units of the currency
 * @param right its right side, in major units of the currency
 * @param tolerance how much rounding would explain
 */
public record Discrepancy(
        @Classified(DataClass.ORDINARY) AccountingIdentity identity,
        @Classified(DataClass.ORDINARY) BigDecimal left,
        @Classified(DataClass.ORDINARY) BigDecimal right,
        @Classified(DataClass.ORDINARY) BigDecimal tolerance) {

    public Discrepancy {
        requireNonNull(identity, "identity");
        requireNonNull(left, "left");
        requireNonNull(right, "right");
        requireNonNull(tolerance, "tolerance");
    }

    /** {@return left less right} */
    public BigDecimal difference() {
        return left.subtract(right);
    }
}
