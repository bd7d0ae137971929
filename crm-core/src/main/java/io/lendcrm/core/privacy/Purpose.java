package io.lendcrm.core.privacy;

import static java.util.Objects.requireNonNull;

/**
 * What data is used for; a lender may add its own. Immutable and thread-safe.
 *
 * @param name a short name in lower case
 */
public record Purpose(String name) {

    /** Running the contracts a client has. */
    public static final Purpose SERVICING = new Purpose("servicing");
    /** Measuring what a client is worth. */
    public static final Purpose VALUATION = new Purpose("valuation");
    /** Measuring the risk of lending. */
    public static final Purpose CREDIT_RISK = new Purpose("credit-risk");
    /** Grouping clients. */
    public static final Purpose SEGMENTATION = new Purpose("segmentation");
    /** Offers and campaigns. */
    public static final Purpose MARKETING = new Purpose("marketing");
    /** Study on data that nobody acts upon. */
    public static final Purpose RESEARCH = new Purpose("research");
    /** Use of alternative data, such as phone or social-network habits; needs a consent of its own. */
    public static final Purpose ALTERNATIVE_DATA = new Purpose("alternative-data");
    /** Screening against money laundering; the one purpose that a hit doesn't stop. */
    public static final Purpose AML_SCREENING = new Purpose("aml-screening");

    public Purpose {
        requireNonNull(name, "name");
        if (name.isBlank()) {
            throw new IllegalArgumentException("purpose must not be blank");
        }
    }
}
