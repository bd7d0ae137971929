package io.lendcrm.examples.report;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the report is about: whose book, seen when, computed how. Immutable and thread-safe.
 *
 * @param lender the lender's name
 * @param source where the data come from, in a sentence
 * @param asOf the day up to which everything is seen
 * @param from day of the first interaction
 * @param to day of the last interaction, not after {@code asOf}
 * @param currency ISO 4217 code of all amounts, or empty if the data tell none
 * @param clients number of clients in the book
 * @param interactions number of accepted interactions
 * @param models the models that were used, each with its provenance
 * @param parameters the run's parameters in the order to show them
 */
public record Title(
        Text lender,
        Text source,
        LocalDate asOf,
        LocalDate from,
        LocalDate to,
        String currency,
        long clients,
        long interactions,
        List<ModelLine> models,
        Map<String, String> parameters) {
    public Title {
        requireNonNull(lender, "lender");
        requireNonNull(source, "source");
        requireNonNull(asOf, "asOf");
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        requireNonNull(currency, "currency");
        Require.count(clients, "clients");
        Require.count(interactions, "interactions");
        if (from.isAfter(to) || to.isAfter(asOf)) {
            throw new IllegalArgumentException("from <= to <= asOf must hold, found " + from + ", " + to + ", " + asOf);
        }
        models = List.copyOf(models);
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /**
     * The provenance of one model. Immutable and thread-safe.
     *
     * @param name what the model is for
     * @param type the model's stable type name, such as {@code bg-nbd}
     * @param schemaVersion version of its stored form
     * @param rows rows it was fitted on; 0 for a model set by hand
     * @param dataFrom first day of its observation window, or null
     * @param dataTo last day of its observation window, or null
     * @param fingerprint SHA-256 of its data in hexadecimal, or empty
     * @param details parameters and diagnostics in the order to show them
     */
    public record ModelLine(
            Text name,
            String type,
            int schemaVersion,
            long rows,
            @Nullable LocalDate dataFrom,
            @Nullable LocalDate dataTo,
            String fingerprint,
            Map<String, String> details) {
        public ModelLine {
            requireNonNull(name, "name");
            requireNonNull(type, "type");
            requireNonNull(fingerprint, "fingerprint");
            Require.count(rows, "rows");
            details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
        }
    }
}
