package io.lendcrm.core.client;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.privacy.Classified;
import io.lendcrm.core.privacy.DataClass;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** What {@link SizeRules} find of a firm. Immutable and thread-safe. */
public sealed interface FirmSize {

    /** Whether a band was found, to switch on. */
    enum Kind {
        /** {@link Banded}. */
        BANDED,
        /** {@link Unknown}. */
        UNKNOWN
    }

    /** {@return whether a band was found} */
    Kind kind();

    /**
     * A band.
     *
     * @param band the band
     * @param rule the row of the rules that gave it
     */
    record Banded(
            @Classified(DataClass.ORDINARY) SizeBand band,
            @Classified(DataClass.ORDINARY) String rule) implements FirmSize {
        public Banded {
            requireNonNull(band, "band");
            requireNonNull(rule, "rule");
        }

        @Override
        public Kind kind() {
            return Kind.BANDED;
        }
    }

    /**
     * No band: the rules don't cover the industry, or what is known allows several bands.
     *
     * @param missing what would have to be known: {@code industry}, {@code employees}, {@code turnover},
     *     {@code assets}, or {@code rate CUR} where an amount couldn't be converted
     */
    record Unknown(@Classified(DataClass.ORDINARY) Set<String> missing) implements FirmSize {
        public Unknown {
            missing = Collections.unmodifiableSet(new TreeSet<>(missing));
        }

        @Override
        public Kind kind() {
            return Kind.UNKNOWN;
        }
    }
}
