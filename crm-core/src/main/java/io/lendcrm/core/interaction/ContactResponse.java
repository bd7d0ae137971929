package io.lendcrm.core.interaction;

/** What a client did with a contact. */
public enum ContactResponse {
    /** It reached the client. */
    SHOWN,
    /** The client looked at it. */
    OPENED,
    /** The client took the offer. */
    ACCEPTED,
    /** The client refused. */
    DECLINED,
    /** The offer ran out. */
    EXPIRED;

    /** {@return whether it ends the offer} */
    public boolean isFinal() {
        return this == ACCEPTED || this == DECLINED || this == EXPIRED;
    }
}
