package io.lendcrm.core.portrait;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.SourceId;
import io.lendcrm.core.privacy.Classified;
import io.lendcrm.core.privacy.DataClass;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Something the client's record says. Printed without the value unless that is ordinary. Immutable and thread-safe.
 *
 * @param field the field, as a gate knows it, such as {@code organisation.employees}
 * @param value the value as text; numbers with a decimal point, days as {@code 2024-06-30}
 * @param unit the unit, such as {@code EUR}; empty if there is none
 * @param dataClass how personal it is
 * @param source where it comes from
 * @param validFrom the day from which the record holds
 * @param recordedAt when the record was made
 */
public record Fact(
        @Classified(DataClass.ORDINARY) String field,
        @Classified(DataClass.IDENTIFIER) String value,
        @Classified(DataClass.ORDINARY) String unit,
        @Classified(DataClass.ORDINARY) DataClass dataClass,
        @Classified(DataClass.ORDINARY) SourceId source,
        @Classified(DataClass.ORDINARY) LocalDate validFrom,
        @Classified(DataClass.ORDINARY) Instant recordedAt) {

    public Fact {
        requireNonNull(field, "field");
        requireNonNull(value, "value");
        requireNonNull(unit, "unit");
        requireNonNull(dataClass, "dataClass");
        requireNonNull(source, "source");
        requireNonNull(validFrom, "validFrom");
        requireNonNull(recordedAt, "recordedAt");
    }

    /** {@return the field, and the value if it is ordinary} */
    @Override
    public String toString() {
        return "Fact[" + field + (dataClass == DataClass.ORDINARY ? "=" + value + " " + unit : "").stripTrailing()
                + "]";
    }
}
