package io.lendcrm.scoring.proof.registry;

import static java.util.Objects.requireNonNull;

import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;

/**
 * What somebody did, when and why. Immutable and thread-safe.
 *
 * @param who the person's name or staff number, not blank
 * @param when by the registry's clock
 * @param why the reason, not blank
 */
public record Deed(String who, Instant when, String why) {

    public Deed {
        requireNonNull(who, "who");
        requireNonNull(when, "when");
        requireNonNull(why, "why");
        if (who.isBlank() || why.isBlank()) {
            throw new IllegalArgumentException("who and why must not be blank");
        }
    }

    /** Names that differ in case, spaces or the form of their characters are one person's. */
    boolean bySame(String other) {
        return person(who).equals(person(other));
    }

    private static String person(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .strip()
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }
}
