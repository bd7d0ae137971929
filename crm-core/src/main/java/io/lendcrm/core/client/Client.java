package io.lendcrm.core.client;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.privacy.FieldSet;
import io.lendcrm.core.privacy.Permission;
import io.lendcrm.core.privacy.Purpose;
import io.lendcrm.core.privacy.UseGate;
import io.lendcrm.core.time.AsOf;

/**
 * One state of a client: what held from some day on, as it was known. Printed without names, registration numbers or
 * other personal values. Immutable and thread-safe.
 */
public sealed interface Client permits Individual, Organisation, ProjectCompany {

    /** What kind of client it is, to switch on. */
    enum Kind {
        /** A person, sole traders included. */
        INDIVIDUAL,
        /** A firm, an institution, a public body. */
        ORGANISATION,
        /** A company that exists for one project. */
        PROJECT_COMPANY
    }

    /** {@return the lender's key of the client} */
    ClientId id();

    /** {@return since when the lender knows the client, who looks after it, and its screening} */
    Relationship relationship();

    /** {@return what kind of client it is} */
    Kind kind();

    /** {@return data from outside banking, given only through a gate; most clients have none} */
    AlternativeData alternative();

    /** {@return the result of screening against money laundering} */
    default Screening screening() {
        return relationship().screening();
    }

    /**
     * Asks whether the client's fields may be read. A hit of screening against money laundering stops all that isn't
     * this screening, whatever the gate would say: code {@code aml-stop}.
     *
     * @param gate the gate, asked if screening doesn't stop
     * @param purpose what for
     * @param fields what is to be read
     * @param asOf the point in time
     * @return the answer
     */
    default Permission permission(UseGate gate, Purpose purpose, FieldSet fields, AsOf asOf) {
        return screening().stops(purpose)
                ? Permission.denied("aml-stop", fields)
                : gate.check(id(), purpose, fields, asOf);
    }
}
