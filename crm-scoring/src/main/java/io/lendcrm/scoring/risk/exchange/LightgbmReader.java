package io.lendcrm.scoring.risk.exchange;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.model.ModelFormatException;
import io.lendcrm.core.model.Run;
import io.lendcrm.scoring.risk.trees.TreeEnsemble;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Reads trees of LightGBM, the text format in its versions v3 and v4 (LightGBM 2.3 to 4.x): boosted or a random forest, one
 * class or a regression, with categorical splits and its three kinds of missing values (none, zero, NaN). Scores keep
 * LightGBM's arithmetic of 64 bits.
 *
 * <p>Refused with the place: several classes, linear trees, unknown objectives, other versions. Features take the names in the
 * file, lower-case letters, digits and underscores. A model's categories are numbers: the codes it was trained on; those of
 * pandas are positions in the lists at the end of the file, which a warning repeats. Immutable and thread-safe.
 */
public final class LightgbmReader {

    private static final LightgbmReader DEFAULTS = new LightgbmReader(null, ModelBytes.LONGEST, Run.sequential());

    private final @Nullable FeatureSchema schema;
    private final int longest;
    private final Run run;

    private LightgbmReader(@Nullable FeatureSchema schema, int longest, Run run) {
        this.schema = schema;
        this.longest = longest;
        this.run = run;
    }

    /** {@return features by the names in the file, at most 64 MiB, dated 1970-01-01} */
    public static LightgbmReader defaults() {
        return DEFAULTS;
    }

    /**
     * With features that say more than their names: units, data classes, descriptions.
     *
     * @param features as many as the model has, in its order and with its names; numbers or yes/no
     * @return the changed reader
     */
    public LightgbmReader withSchema(FeatureSchema features) {
        return new LightgbmReader(requireNonNull(features, "features"), longest, run);
    }

    /**
     * With another limit.
     *
     * @param bytes the most bytes of a file, above 0
     * @return the changed reader
     */
    public LightgbmReader withLongest(int bytes) {
        if (bytes < 1) {
            throw new IllegalArgumentException("bytes must be above 0, found " + bytes);
        }
        return new LightgbmReader(schema, bytes, run);
    }

    /**
     * With another run.
     *
     * @param other whose clock dates the model
     * @return the changed reader
     */
    public LightgbmReader withRun(Run other) {
        return new LightgbmReader(schema, longest, requireNonNull(other, "other"));
    }

    /**
     * Reads a file.
     *
     * @param file the file
     * @return the model
     * @throws ModelFormatException if it is no model that can be read
     * @throws java.io.UncheckedIOException if the file can't be read
     */
    public TreeEnsemble read(Path file) {
        return read(ModelBytes.read(file, longest));
    }

    /**
     * Reads a model.
     *
     * @param model the bytes of the file
     * @return the model
     * @throws ModelFormatException if it is no model that can be read
     */
    public TreeEnsemble read(byte[] model) {
        ModelBytes.requireLength(model, longest);
        return new LightgbmModel(LightgbmText.of(model)).ensemble(model, schema, run);
    }
}
