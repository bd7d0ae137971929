package io.lendcrm.core.client;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.privacy.Classified;
import io.lendcrm.core.privacy.DataClass;

/**
 * An industry code of a scheme. A code of one of the {@linkplain IndustryScheme#standard() standard schemes} is checked
 * and brought into one form, so that {@code C10.51} and {@code 10.51} are equal; a code of another scheme is taken as it
 * is. Immutable and thread-safe.
 *
 * @param scheme such as {@code NACE}, {@code NAICS}, {@code ISIC} or {@code GB/T 4754}
 * @param code the code in the scheme
 */
public record Industry(
        @Classified(DataClass.ORDINARY) String scheme,
        @Classified(DataClass.ORDINARY) String code) {

    public Industry {
        requireNonNull(scheme, "scheme");
        requireNonNull(code, "code");
        if (scheme.isBlank() || code.isBlank()) {
            throw new IllegalArgumentException("industry scheme and code must not be blank");
        }
        for (IndustryScheme standard : IndustryScheme.standard()) {
            if (standard.name().equals(scheme)) {
                code = standard.canonical(code);
            }
        }
    }

    /**
     * A code of a scheme, checked by the scheme.
     *
     * @param scheme the scheme
     * @param code the code
     * @return the industry, with the code in the scheme's one form
     * @throws IllegalArgumentException if the scheme has no such code
     */
    public static Industry of(IndustryScheme scheme, String code) {
        return new Industry(scheme.name(), scheme.canonical(code));
    }
}
