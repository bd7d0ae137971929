package io.lendcrm.core.client;

import static java.util.Objects.requireNonNull;

/**
 * An industry code of a scheme. Immutable and thread-safe.
 *
 * @param scheme such as {@code NACE}, {@code NAICS}, {@code ISIC} or {@code GB/T 4754}
 * @param code the code in the scheme
 */
public record Industry(String scheme, String code) {

    public Industry {
        requireNonNull(scheme, "scheme");
        requireNonNull(code, "code");
        if (code.isBlank()) {
            throw new IllegalArgumentException("industry code must not be blank");
        }
    }
}
