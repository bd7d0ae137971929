package io.lendcrm.core.interaction;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.money.Money;
import io.lendcrm.core.time.AsOf;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Headers and amounts for tests. */
final class Events {

    static final Money TEN = euros("10.00");

    private Events() {}

    static Money euros(String amount) {
        return Money.parse(amount, "EUR");
    }

    static Header on(String day, String key) {
        return on(LocalDate.parse(day), key);
    }

    static Header on(LocalDate day, String key) {
        return Header.of(
                InteractionId.of(key),
                ClientId.of("canary-17"),
                day,
                AsOf.recordedOn(day, ZoneOffset.UTC),
                Channel.BRANCH);
    }
}
