package io.lendcrm.examples.simulation;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.privacy.FieldSet;
import io.lendcrm.core.privacy.Permission;
import io.lendcrm.core.privacy.Purpose;
import io.lendcrm.core.privacy.UseGate;
import io.lendcrm.core.time.AsOf;

/**
 * A gate over simulated consents: one client in fifty has withdrawn consent to everything but the servicing of contracts
 * and screening. Immutable and thread-safe.
 *
 * @param seed the lender's seed
 */
public record SimulatedConsents(long seed) implements UseGate {

    private static final double WITHDRAWN = 0.02;

    @Override
    public Permission check(ClientId client, Purpose purpose, FieldSet fields, AsOf asOf) {
        boolean needsConsent = !purpose.equals(Purpose.SERVICING) && !purpose.equals(Purpose.AML_SCREENING);
        boolean withdrawn = Draw.of(seed, client.value().hashCode() * 31L + 5).chance(WITHDRAWN);
        return needsConsent && withdrawn ? Permission.denied("consent-withdrawn", fields) : Permission.granted();
    }
}
