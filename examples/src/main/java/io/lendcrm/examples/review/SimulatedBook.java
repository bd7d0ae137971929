package io.lendcrm.examples.review;

import io.lendcrm.examples.simulation.SimulatedConsents;
import io.lendcrm.examples.simulation.SimulatedLender;
import io.lendcrm.examples.simulation.SimulatedRates;
import io.lendcrm.examples.simulation.SimulationOptions;
import java.util.LinkedHashMap;
import java.util.Map;

/** The simulated lender's book at the end of the simulation, behind a gate that knows withdrawn consents. */
final class SimulatedBook {

    private SimulatedBook() {}

    static Book of(SimulationOptions options, Words words) {
        SimulatedLender lender = SimulatedLender.of(options);
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("clients", String.valueOf(options.clients()));
        parameters.put("seed", String.valueOf(options.seed()));
        parameters.put("from", options.from().toString());
        parameters.put("until", options.until().toString());
        return new Book(
                words.text("lender.simulated"),
                words.text("source.simulated", options.clients(), options.seed()),
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
