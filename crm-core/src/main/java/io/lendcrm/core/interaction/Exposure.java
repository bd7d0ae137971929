package io.lendcrm.core.interaction;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.privacy.Classified;
import io.lendcrm.core.privacy.DataClass;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * One showing of an offer or a care contact, and what the client did with it. Immutable and thread-safe.
 *
 * @param campaign the campaign or the care plan
 * @param product the product offered; null if none
 * @param contacts the showing and the responses to it, in order; at least one
 */
public record Exposure(
        @Classified(DataClass.ORDINARY) String campaign,
        @Classified(DataClass.ORDINARY) @Nullable String product,
        @Classified(DataClass.ORDINARY) List<Contact> contacts) {

    public Exposure {
        requireNonNull(campaign, "campaign");
        contacts = List.copyOf(contacts);
        if (contacts.isEmpty()) {
            throw new IllegalArgumentException("contacts must not be empty");
        }
    }

    /**
     * Puts responses to showings. Contacts of one client, campaign and product count in order of day, time, response and
     * key; each showing begins an exposure, and each response belongs to the last exposure. A response without a showing
     * begins an exposure of its own, so that nothing is lost.
     *
     * @param contacts the contacts in any order
     * @return the exposures in order of their first contacts
     */
    public static List<Exposure> from(List<Contact> contacts) {
        record Offer(
                Object client, String campaign, @Nullable String product) {}
        List<Contact> sorted = new ArrayList<>(contacts);
        sorted.sort(IN_ORDER);
        Map<Offer, List<Contact>> current = new LinkedHashMap<>();
        List<List<Contact>> all = new ArrayList<>();
        for (Contact contact : sorted) {
            Offer offer = new Offer(contact.client(), contact.campaign(), contact.product());
            List<Contact> before = current.get(offer);
            if (before == null || contact.response() == ContactResponse.SHOWN) {
                before = new ArrayList<>();
                current.put(offer, before);
                all.add(before);
            }
            before.add(contact);
        }
        return all.stream()
                .map(c -> new Exposure(c.get(0).campaign(), c.get(0).product(), c))
                .toList();
    }

    /** {@return the day of the first contact} */
    public LocalDate shownOn() {
        return contacts.get(0).occurredOn();
    }

    /** {@return what the client did last} */
    public ContactResponse response() {
        return contacts.get(contacts.size() - 1).response();
    }

    /** {@return the days from the showing to the client's first acceptance or refusal, or empty if there was none} */
    public OptionalLong daysToAnswer() {
        Optional<Contact> answer = contacts.stream()
                .filter(c -> c.response() == ContactResponse.ACCEPTED || c.response() == ContactResponse.DECLINED)
                .findFirst();
        return answer.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(
                        ChronoUnit.DAYS.between(shownOn(), answer.get().occurredOn()));
    }

    private static final Comparator<Contact> IN_ORDER = Comparator.comparing(Contact::occurredOn)
            .thenComparing(c -> c.header().time().orElse(LocalTime.MIN))
            .thenComparing(Contact::response)
            .thenComparing(Contact::id);
}
