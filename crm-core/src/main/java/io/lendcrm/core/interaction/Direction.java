package io.lendcrm.core.interaction;

/** Which way money goes, seen from the client. */
public enum Direction {
    /** To the client: a deposit, a refund. */
    IN,
    /** From the client: a purchase, a withdrawal. */
    OUT
}
