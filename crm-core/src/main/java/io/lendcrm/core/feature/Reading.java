package io.lendcrm.core.feature;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.privacy.Permission;

/** What came of reading a client's features: the values, or a refusal. Immutable and thread-safe. */
public sealed interface Reading {

    /** {@return whose features} */
    ClientId client();

    /**
     * The gate let the read through.
     *
     * @param row the values
     */
    record Read(FeatureRow row) implements Reading {
        public Read {
            requireNonNull(row, "row");
        }

        @Override
        public ClientId client() {
            return row.client();
        }
    }

    /**
     * The read was refused; nothing was read.
     *
     * @param client whose features
     * @param denial why, and which fields
     */
    record Refused(ClientId client, Permission.Denied denial) implements Reading {
        public Refused {
            requireNonNull(client, "client");
            requireNonNull(denial, "denial");
        }
    }
}
