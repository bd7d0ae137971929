package io.lendcrm.core.interaction;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.privacy.Classified;
import io.lendcrm.core.privacy.DataClass;
import org.jspecify.annotations.Nullable;

/**
 * A question of a client. Immutable and thread-safe.
 *
 * @param header what all interactions have in common
 * @param topic what about
 * @param product which product; null if none
 * @param outcome what came of it; null if open
 */
public record Inquiry(
        @Classified(DataClass.ORDINARY) Header header,
        @Classified(DataClass.ORDINARY) String topic,
        @Classified(DataClass.ORDINARY) @Nullable String product,
        @Classified(DataClass.ORDINARY) @Nullable String outcome)
        implements Interaction {

    public Inquiry {
        requireNonNull(header, "header");
        Requirement.notBlank(topic, "topic");
    }

    /**
     * An open question about no product.
     *
     * @param header what all interactions have in common
     * @param topic what about
     * @return the question
     */
    public static Inquiry of(Header header, String topic) {
        return new Inquiry(header, topic, null, null);
    }

    /**
     * A question about a product, and what came of it.
     *
     * @param header what all interactions have in common
     * @param topic what about
     * @param product which product
     * @param outcome what came of it
     * @return the question
     */
    public static Inquiry of(Header header, String topic, String product, String outcome) {
        return new Inquiry(header, topic, requireNonNull(product, "product"), requireNonNull(outcome, "outcome"));
    }

    @Override
    public Kind kind() {
        return Kind.INQUIRY;
    }
}
