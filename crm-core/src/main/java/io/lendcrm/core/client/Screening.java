package io.lendcrm.core.client;

import io.lendcrm.core.privacy.Purpose;

/** The result of screening a client against money laundering and the financing of terrorism. */
public enum Screening {
    /** Never screened. */
    NOT_SCREENED,
    /** Screened without a hit. */
    CLEAR,
    /** A possible hit is being looked into. */
    UNDER_REVIEW,
    /** A hit: every use but screening itself stops. */
    HIT;

    /**
     * Whether this result forbids a use, whatever a gate says.
     *
     * @param purpose the use
     * @return true for a hit, unless the use is screening itself
     */
    public boolean stops(Purpose purpose) {
        return this == HIT && !purpose.equals(Purpose.AML_SCREENING);
    }
}
