package io.lendcrm.examples.review;

import io.lendcrm.core.history.ClientHistory;
import io.lendcrm.core.interaction.Interaction;
import io.lendcrm.core.quality.Finding;
import io.lendcrm.core.quality.Place;
import io.lendcrm.core.quality.Severity;
import java.time.LocalDate;
import java.util.List;

/** Finds interactions dated before the lender knew the client: a wrong date or a wrong client. */
final class EventsBeforeClient {

    private EventsBeforeClient() {}

    static List<Finding> in(ClientHistory history) {
        LocalDate since = history.client().relationship().since();
        for (Interaction interaction : history.interactions()) {
            if (!interaction.occurredOn().isBefore(since)) {
                break;
            }
            return List.of(new Finding(
                    "event-before-client",
                    Severity.WARNING,
                    Place.of(history.id()),
                    "occurredOn",
                    interaction.occurredOn().toString(),
                    "a day from " + since + " on, when the client came"));
        }
        return List.of();
    }
}
