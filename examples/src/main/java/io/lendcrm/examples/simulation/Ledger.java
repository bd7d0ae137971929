package io.lendcrm.examples.simulation;

import io.lendcrm.core.SourceId;
import io.lendcrm.core.interaction.Channel;
import io.lendcrm.core.interaction.Header;
import io.lendcrm.core.interaction.Interaction;
import io.lendcrm.core.interaction.InteractionId;
import io.lendcrm.core.time.AsOf;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Writes down what happens to one client: hands out keys, times, channels, and enters a share of the events late. Not
 * thread-safe; confine to one thread.
 */
final class Ledger {

    private static final SourceId CORE = SourceId.of("core-banking");
    private static final SourceId CRM = SourceId.of("crm");

    /** Keys of one length sort by text as they were given. */
    private static final int FIRST_KEY = 100_001;

    private final Nature nature;
    private final SimulationOptions options;
    private final Draw draw;
    private final List<Interaction> interactions = new ArrayList<>(128);

    Ledger(Nature nature, SimulationOptions options, Draw draw) {
        this.nature = nature;
        this.options = options;
        this.draw = draw;
    }

    /** Enters what the bank's systems book by themselves. */
    void book(LocalDate on, Function<Header, Interaction> event) {
        enter(on, Channel.SYSTEM, CORE, event);
    }

    /** Enters what happens between people, mostly through the preferred channel and at the preferred hour. */
    void meet(LocalDate on, Function<Header, Interaction> event) {
        Channel channel =
                draw.chance(0.7) ? nature.channel() : Archetype.CHANNELS.get(draw.below(Archetype.CHANNELS.size()));
        enter(on, channel, CRM, event);
    }

    /** Whether a day is one of the simulated ones. */
    boolean covers(LocalDate day) {
        return !day.isAfter(options.until()) && !day.isBefore(options.from());
    }

    private void enter(LocalDate on, Channel channel, SourceId source, Function<Header, Interaction> event) {
        if (!covers(on)) {
            return;
        }
        Instant recordedAt = recordedAt(on);
        LocalTime time = null;
        if (source.equals(CRM)) {
            int hour = draw.chance(0.6) ? nature.contactHour() : draw.between(8, 20);
            time = LocalTime.of(hour, draw.below(60));
        }
        InteractionId id = InteractionId.of(nature.id().value() + "-" + (FIRST_KEY + interactions.size()));
        interactions.add(event.apply(new Header(id, nature.id(), on, time, recordedAt, channel, source)));
    }

    private Instant recordedAt(LocalDate on) {
        LocalDate day = draw.chance(options.lateShare()) ? on.plusDays(draw.between(1, 45)) : on;
        return AsOf.recordedOn(day, ZoneOffset.UTC);
    }

    List<Interaction> interactions() {
        return interactions;
    }
}
