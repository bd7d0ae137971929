package io.lendcrm.core.client;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.money.Money;
import io.lendcrm.core.privacy.Classified;
import io.lendcrm.core.privacy.DataClass;
import java.time.LocalDate;
import java.time.Period;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A person. Immutable and thread-safe.
 *
 * @param id the lender's key
 * @param relationship what the person has with the lender
 * @param birthDate the day of birth, from which the age follows; null if unknown
 * @param gender as the person states it; null if unknown
 * @param occupation what the person does for a living; null if unknown
 * @param householdSize people in the household, at least 1; null if unknown
 * @param yearlyIncome income a year, not negative; null if unknown
 */
public record Individual(
        @Classified(DataClass.IDENTIFIER) ClientId id,
        @Classified(DataClass.ORDINARY) Relationship relationship,
        @Classified(DataClass.SENSITIVE) @Nullable LocalDate birthDate,
        @Classified(DataClass.SENSITIVE) @Nullable String gender,
        @Classified(DataClass.SENSITIVE) @Nullable String occupation,
        @Classified(DataClass.SENSITIVE) @Nullable Integer householdSize,
        @Classified(DataClass.SENSITIVE) @Nullable Money yearlyIncome)
        implements Client {

    public Individual {
        requireNonNull(id, "id");
        requireNonNull(relationship, "relationship");
        if (householdSize != null && householdSize < 1) {
            throw new IllegalArgumentException("householdSize must be at least 1, found " + householdSize);
        }
        if (yearlyIncome != null && yearlyIncome.isNegative()) {
            throw new IllegalArgumentException("yearlyIncome must not be negative");
        }
    }

    @Override
    public Kind kind() {
        return Kind.INDIVIDUAL;
    }

    /**
     * The age in full years.
     *
     * @param on the day
     * @return the age, or empty if the day of birth is unknown or later
     */
    public OptionalInt ageOn(LocalDate on) {
        return birthDate == null || birthDate.isAfter(on)
                ? OptionalInt.empty()
                : OptionalInt.of(Period.between(birthDate, on).getYears());
    }

    /** {@return the id's fingerprint; everything else is personal} */
    @Override
    public String toString() {
        return "Individual[" + id + "]";
    }
}
