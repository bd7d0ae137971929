package io.lendcrm.core.interaction;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.privacy.Classified;
import io.lendcrm.core.privacy.DataClass;
import org.jspecify.annotations.Nullable;

/**
 * A contact of a campaign or of care, and the response. Immutable and thread-safe.
 *
 * @param header what all interactions have in common
 * @param campaign the campaign or the care plan
 * @param product the product offered; null if none
 * @param response what the client did
 */
public record Contact(
        @Classified(DataClass.ORDINARY) Header header,
        @Classified(DataClass.ORDINARY) String campaign,
        @Classified(DataClass.ORDINARY) @Nullable String product,
        @Classified(DataClass.ORDINARY) ContactResponse response)
        implements Interaction {

    public Contact {
        requireNonNull(header, "header");
        Requirement.notBlank(campaign, "campaign");
        requireNonNull(response, "response");
    }

    /**
     * A contact without a product.
     *
     * @param header what all interactions have in common
     * @param campaign the campaign or the care plan
     * @param response what the client did
     * @return the contact
     */
    public static Contact of(Header header, String campaign, ContactResponse response) {
        return new Contact(header, campaign, null, response);
    }

    /**
     * An offer.
     *
     * @param header what all interactions have in common
     * @param campaign the campaign
     * @param product the product offered
     * @param response what the client did
     * @return the contact
     */
    public static Contact of(Header header, String campaign, String product, ContactResponse response) {
        return new Contact(header, campaign, requireNonNull(product, "product"), response);
    }

    @Override
    public Kind kind() {
        return Kind.CONTACT;
    }
}
