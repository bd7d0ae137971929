package io.lendcrm.scoring.proof.registry;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A line of the registry's trail. Immutable and thread-safe.
 *
 * @param number its place, from 1 without gaps
 * @param act what was done
 * @param version to which version
 * @param checksum the SHA-256 of that version's file
 * @param deed by whom, when and why
 * @param period the period set, null unless the version was put in force
 */
public record RegistryEntry(
        long number,
        Act act,
        VersionId version,
        String checksum,
        Deed deed,
        @Nullable InForcePeriod period) {

    public RegistryEntry {
        requireNonNull(act, "act");
        requireNonNull(version, "version");
        requireNonNull(checksum, "checksum");
        requireNonNull(deed, "deed");
    }

    /** What can be done to a version. Immutable and thread-safe. */
    public enum Act {
        /** Its file was registered. */
        REGISTERED,
        /** It passed validation. */
        VALIDATED,
        /** One of its approvers approved it. */
        APPROVED,
        /** It was put in force for a period. */
        PUT_IN_FORCE,
        /** It was put in force again, in place of a later one. */
        ROLLED_BACK,
        /** It was retired; its periods ended. */
        RETIRED
    }

    /** {@return the period set, or empty} */
    public Optional<InForcePeriod> periodSet() {
        return Optional.ofNullable(period);
    }
}
