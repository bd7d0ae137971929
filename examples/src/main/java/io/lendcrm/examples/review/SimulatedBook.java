package io.lendcrm.examples.review;

import io.lendcrm.core.time.AsOf;
import io.lendcrm.examples.simulation.SimulatedConsents;
import io.lendcrm.examples.simulation.SimulatedLender;
import io.lendcrm.examples.simulation.SimulatedRates;
import io.lendcrm.examples.simulation.SimulationOptions;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The simulated lender's book at the end of the simulation, behind a gate that knows withdrawn consents. */
final class SimulatedBook {

    private SimulatedBook() {}

    static Book of(SimulationOptions options, Optional<LocalDate> until, Words words) {
        SimulatedLender lender = SimulatedLender.of(options);
        LocalDate asOf = until.orElse(options.until());
        if (asOf.isBefore(options.from()) || asOf.isAfter(options.until())) {
            throw new IllegalArgumentException("the day to look from must be within the simulated years "
                    + options.from() + " to " + options.until() + ", found " + asOf);
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("clients", String.valueOf(options.clients()));
        parameters.put("seed", String.valueOf(options.seed()));
        parameters.put("from", options.from().toString());
        parameters.put("until", options.until().toString());
        parameters.put("as-of", asOf.toString());
        return new Book(
                words.text("lender.simulated"),
                words.text("source.simulated", options.clients(), options.seed()),
                AsOf.endOf(asOf, ZoneOffset.UTC),
                lender.end(),
                SimulatedRates.HOME,
                lender.rates(),
                options.clients(),
                number -> lender.client(number).dossier(),
                new SimulatedConsents(options.seed()),
                Map.of(),
                parameters);
    }
}
