package io.lendcrm.core.portrait;

import io.lendcrm.core.client.Client;
import io.lendcrm.core.privacy.FieldSet;
import io.lendcrm.core.privacy.Permission;
import io.lendcrm.core.privacy.Purpose;
import io.lendcrm.core.privacy.UseGate;
import io.lendcrm.core.time.AsOf;
import java.util.Map;
import java.util.TreeMap;

/** One client's visit to the gate: asks, and remembers every refusal. Not thread-safe; confine to one thread. */
final class GateVisit {

    private final Client client;
    private final UseGate gate;
    private final AsOf asOf;
    private final Map<String, String> denied = new TreeMap<>();

    GateVisit(Client client, UseGate gate, AsOf asOf) {
        this.client = client;
        this.gate = gate;
        this.asOf = asOf;
    }

    boolean grants(FieldSet fields) {
        if (client.permission(gate, Purpose.SERVICING, fields, asOf) instanceof Permission.Denied refusal) {
            note(refusal);
            return false;
        }
        return true;
    }

    void note(Permission.Denied refusal) {
        refusal.fields().names().forEach(field -> denied.putIfAbsent(field, refusal.code()));
    }

    Map<String, String> denied() {
        return denied;
    }
}
