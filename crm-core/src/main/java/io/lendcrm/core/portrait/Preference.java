package io.lendcrm.core.portrait;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.privacy.Classified;
import io.lendcrm.core.privacy.DataClass;
import java.util.List;
import java.util.Optional;

/**
 * What a client prefers in one respect, as its choices tell; an old choice weighs less than a new one. Below the minimum of
 * evidence it is unknown: no shares are given. Immutable and thread-safe.
 *
 * @param topic in which respect
 * @param evidence the weight of all choices: how many choices of today they are worth
 * @param shares the choices, the strongest first, of two equal ones by name; they add up to 1, or there are none
 */
public record Preference(
        @Classified(DataClass.ORDINARY) Topic topic,
        @Classified(DataClass.ORDINARY) double evidence,
        @Classified(DataClass.SENSITIVE) List<Share> shares) {

    /** In which respect. */
    public enum Topic {
        /** Which product: of transactions, applications, inquiries and accepted offers. */
        PRODUCT,
        /** Which channel: of what the client does, without what a system booked. */
        CHANNEL,
        /** For how long: of credit contracts, from signing to maturity. */
        TENOR,
        /** At which part of the day: of what the client does, where the time is known. */
        CONTACT_TIME
    }

    /**
     * One choice.
     *
     * @param choice its code: of a product, of a channel, {@code up-to-1-year}, {@code morning} …
     * @param share within [0, 1]
     */
    public record Share(
            @Classified(DataClass.SENSITIVE) String choice,
            @Classified(DataClass.SENSITIVE) double share) {
        public Share {
            requireNonNull(choice, "choice");
            if (!(share >= 0 && share <= 1)) {
                throw new IllegalArgumentException("share must be within [0, 1], found " + share);
            }
        }

        /** {@return that it is a share, without what is preferred} */
        @Override
        public String toString() {
            return "Share";
        }
    }

    public Preference {
        requireNonNull(topic, "topic");
        shares = List.copyOf(shares);
        if (!(evidence >= 0) || evidence == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("evidence must be finite and at least 0, found " + evidence);
        }
    }

    /** {@return the strongest choice, or empty if the preference is unknown} */
    public Optional<String> favourite() {
        return shares.isEmpty() ? Optional.empty() : Optional.of(shares.get(0).choice());
    }

    /** {@return the topic and how many choices there are, without what they are} */
    @Override
    public String toString() {
        return "Preference[" + topic + ", " + shares.size() + " choices]";
    }
}
