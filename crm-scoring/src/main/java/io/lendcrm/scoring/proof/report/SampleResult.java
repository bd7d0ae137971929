package io.lendcrm.scoring.proof.report;

import static java.util.Objects.requireNonNull;

import io.lendcrm.scoring.proof.validation.Auc;
import io.lendcrm.scoring.proof.validation.Calibration;
import io.lendcrm.scoring.proof.validation.RocCurve;
import io.lendcrm.scoring.proof.validation.ScoredOutcomes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a model did on a sample. Immutable and thread-safe.
 *
 * @param sample the sample's name, such as {@code out of time}
 * @param source where it comes from, which clients and which dates
 * @param fingerprint SHA-256 of its data
 * @param rows how many rows
 * @param bads how many of them turned bad
 * @param auc how well the model ranks
 * @param ks the largest distance of the distributions of goods and bads
 * @param hMeasure the expected loss saved
 * @param calibration how good its probabilities are, null if it gives none
 */
public record SampleResult(
        String sample,
        String source,
        String fingerprint,
        int rows,
        int bads,
        Auc auc,
        double ks,
        double hMeasure,
        @Nullable Calibration calibration) {

    public SampleResult {
        Required.text("sample", sample);
        Required.text("source", source);
        Required.text("fingerprint", fingerprint);
        requireNonNull(auc, "auc");
    }

    /**
     * How probabilities did.
     *
     * @param sample the sample's name
     * @param source where it comes from
     * @param fingerprint SHA-256 of its data
     * @param outcomes probabilities and what came of them
     * @param groups into how many groups for the calibration, at least 2
     * @return the result
     */
    public static SampleResult ofProbabilities(
            String sample, String source, String fingerprint, ScoredOutcomes outcomes, int groups) {
        return of(sample, source, fingerprint, outcomes, Calibration.of(outcomes, groups));
    }

    /**
     * How a score did that is no probability.
     *
     * @param sample the sample's name
     * @param source where it comes from
     * @param fingerprint SHA-256 of its data
     * @param outcomes scores and what came of them
     * @return the result, without calibration
     */
    public static SampleResult ofScores(String sample, String source, String fingerprint, ScoredOutcomes outcomes) {
        return of(sample, source, fingerprint, outcomes, null);
    }

    private static SampleResult of(
            String sample,
            String source,
            String fingerprint,
            ScoredOutcomes outcomes,
            @Nullable Calibration calibration) {
        RocCurve curve = RocCurve.of(outcomes);
        return new SampleResult(
                sample,
                source,
                fingerprint,
                outcomes.size(),
                outcomes.bads(),
                curve.auc(),
                curve.ks(),
                curve.hMeasure(),
                calibration);
    }

    /** {@return how good its probabilities are, or empty if it gives none} */
    public Optional<Calibration> probabilities() {
        return Optional.ofNullable(calibration);
    }
}
