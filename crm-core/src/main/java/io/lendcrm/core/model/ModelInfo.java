package io.lendcrm.core.model;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.feature.FeatureSchema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where a model comes from, so that a reader can tell what it was fitted on and fit it again. Immutable and thread-safe.
 *
 * @param type the model's stable type name
 * @param libraryVersion the version of this library that fitted it
 * @param fittedAt when it was fitted, by the run's clock
 * @param rows how many clients or rows it was fitted on; 0 for an expert's model
 * @param fingerprint SHA-256 of the data in hexadecimal, empty for an expert's model
 * @param schema the features it takes, empty if it takes none
 * @param options the fitter's options, the seed included, by name
 * @param diagnostics numbers of the fit by name, such as {@code logLikelihood} or {@code iterations}
 * @param warnings what a reader should know before trusting it
 * @param observedFrom the first day of the observation window, if there was one
 * @param observedUntil the last day of the observation window, if there was one
 * @param seed the seed of randomness, if there was any
 */
public record ModelInfo(
        String type,
        String libraryVersion,
        Instant fittedAt,
        long rows,
        String fingerprint,
        FeatureSchema schema,
        Map<String, String> options,
        Map<String, Double> diagnostics,
        List<String> warnings,
        @Nullable LocalDate observedFrom,
        @Nullable LocalDate observedUntil,
        @Nullable Long seed) {

    public ModelInfo {
        requireNonNull(type, "type");
        requireNonNull(libraryVersion, "libraryVersion");
        requireNonNull(fittedAt, "fittedAt");
        requireNonNull(fingerprint, "fingerprint");
        requireNonNull(schema, "schema");
        options = Collections.unmodifiableMap(new TreeMap<>(options));
        diagnostics = Collections.unmodifiableMap(new TreeMap<>(diagnostics));
        warnings = List.copyOf(warnings);
        if (rows < 0) {
            throw new IllegalArgumentException("rows must be at least 0, found " + rows);
        }
        diagnostics.forEach((name, value) -> {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("diagnostic " + name + " must be finite, found " + value);
            }
        });
    }

    /**
     * Provenance of a model made now.
     *
     * @param type the model's type
     * @param run whose clock tells the date
     * @param rows how many rows
     * @param fingerprint SHA-256 of the data
     * @return provenance without schema, options and diagnostics; add them by the {@code with} methods
     */
    public static ModelInfo of(String type, Run run, long rows, String fingerprint) {
        return new ModelInfo(
                type,
                LibraryVersion.current(),
                run.clock().instant(),
                rows,
                fingerprint,
                FeatureSchema.of(),
                Map.of(),
                Map.of(),
                List.of(),
                null,
                null,
                null);
    }

    /**
     * With the features it takes.
     *
     * @param features the schema
     * @return the changed provenance
     */
    public ModelInfo withSchema(FeatureSchema features) {
        return copy(features, options, diagnostics, warnings, observedFrom, observedUntil, seed);
    }

    /**
     * With the fitter's options.
     *
     * @param named the options by name
     * @return the changed provenance
     */
    public ModelInfo withOptions(Map<String, String> named) {
        return copy(schema, named, diagnostics, warnings, observedFrom, observedUntil, seed);
    }

    /**
     * With the fit's numbers.
     *
     * @param named the numbers by name
     * @return the changed provenance
     */
    public ModelInfo withDiagnostics(Map<String, Double> named) {
        return copy(schema, options, named, warnings, observedFrom, observedUntil, seed);
    }

    /**
     * With warnings.
     *
     * @param texts what a reader should know
     * @return the changed provenance
     */
    public ModelInfo withWarnings(List<String> texts) {
        return copy(schema, options, diagnostics, texts, observedFrom, observedUntil, seed);
    }

    /**
     * With the window that was observed.
     *
     * @param from its first day
     * @param until its last day
     * @return the changed provenance
     */
    public ModelInfo withWindow(LocalDate from, LocalDate until) {
        return copy(schema, options, diagnostics, warnings, from, until, seed);
    }

    /**
     * With the seed of randomness.
     *
     * @param newSeed the seed
     * @return the changed provenance
     */
    public ModelInfo withSeed(long newSeed) {
        return copy(schema, options, diagnostics, warnings, observedFrom, observedUntil, newSeed);
    }

    private ModelInfo copy(
            FeatureSchema features,
            Map<String, String> named,
            Map<String, Double> numbers,
            List<String> texts,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable Long newSeed) {
        return new ModelInfo(
                type,
                libraryVersion,
                fittedAt,
                rows,
                fingerprint,
                features,
                named,
                numbers,
                texts,
                from,
                until,
                newSeed);
    }

    /** {@return the first day of the observation window} */
    public Optional<LocalDate> windowStart() {
        return Optional.ofNullable(observedFrom);
    }

    /** {@return the last day of the observation window} */
    public Optional<LocalDate> windowEnd() {
        return Optional.ofNullable(observedUntil);
    }

    /** {@return the seed of randomness} */
    public OptionalLong seedUsed() {
        return seed == null ? OptionalLong.empty() : OptionalLong.of(seed);
    }
}
