package io.lendcrm.core.privacy;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.time.AsOf;

/**
 * Decides whether a client's fields may be read for a purpose at a point in time. The host implements it over its
 * consents and legal bases. Implementations are thread-safe and answer the same question the same way.
 */
@FunctionalInterface
public interface UseGate {

    /**
     * Asks for a read.
     *
     * @param client whose fields
     * @param purpose what for
     * @param fields which fields
     * @param asOf when
     * @return granted, or denied with a code and the fields refused
     */
    Permission check(ClientId client, Purpose purpose, FieldSet fields, AsOf asOf);

    /**
     * A gate that grants everything: for tests, and for research on data that nobody acts upon.
     *
     * @return the open gate
     */
    static UseGate allowAll() {
        return (client, purpose, fields, asOf) -> Permission.granted();
    }
}
