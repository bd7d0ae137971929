package io.lendcrm.examples.simulation;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.interaction.Channel;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is true of a simulated client and no model is told. Immutable and thread-safe.
 *
 * @param client whose truth
 * @param archetype the planted segment
 * @param annualPd the probability of default within a year while there is a loan
 * @param monthlyChurn the hazard of leaving, a month
 * @param monthlyRate the rate of paid services, a month
 * @param ticket the median amount of a paid service in major units of the client's currency
 * @param channel the preferred channel
 * @param product the preferred product
 * @param contactHour the preferred hour of contact, 8 to 20
 * @param joinedOn the day the client came
 * @param leftOn the day the client left for good, null if still here
 * @param distressedFrom the first day of distress before a default, null if there was none
 * @param defaultedOn the day of default, null if there was none
 * @param group the number of the group the client belongs to, -1 if none
 */
public record Truth(
        ClientId client,
        Archetype archetype,
        double annualPd,
        double monthlyChurn,
        double monthlyRate,
        double ticket,
        Channel channel,
        String product,
        int contactHour,
        LocalDate joinedOn,
        @Nullable LocalDate leftOn,
        @Nullable LocalDate distressedFrom,
        @Nullable LocalDate defaultedOn,
        int group) {

    public Truth {
        requireNonNull(client, "client");
        requireNonNull(archetype, "archetype");
        requireNonNull(channel, "channel");
        requireNonNull(product, "product");
        requireNonNull(joinedOn, "joinedOn");
    }

    /** {@return the day the client left for good} */
    public Optional<LocalDate> left() {
        return Optional.ofNullable(leftOn);
    }

    /** {@return the first day of distress before a default} */
    public Optional<LocalDate> distressed() {
        return Optional.ofNullable(distressedFrom);
    }

    /** {@return the day of default} */
    public Optional<LocalDate> defaulted() {
        return Optional.ofNullable(defaultedOn);
    }
}
