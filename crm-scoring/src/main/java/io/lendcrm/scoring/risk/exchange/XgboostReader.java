package io.lendcrm.scoring.risk.exchange;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.json.DocumentJson;
import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.DocumentReader;
import io.lendcrm.core.model.ModelFormatException;
import io.lendcrm.core.model.Run;
import io.lendcrm.scoring.risk.trees.TreeEnsemble;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Reads boosted trees of XGBoost 1.x to 3.x, JSON or UBJ, told apart by their bytes: gbtree, one target, one class or a
 * regression, with missing directions and categorical splits. Scores keep XGBoost's arithmetic of 32 bits: {@code x <
 * threshold} after rounding, leaves added as {@code float}.
 *
 * <p>Refused with the place: dart, gblinear, several classes or targets, vector leaves, unknown objectives, categories that the
 * file maps itself, other versions. Features take the names in the file, lower-case letters, digits and underscores; {@code f0},
 * {@code f1} … where there are none. A model's categories are numbers: the codes it was trained on. Immutable and thread-safe.
 */
public final class XgboostReader {

    private static final XgboostReader DEFAULTS = new XgboostReader(null, ModelBytes.LONGEST, Run.sequential());

    private final @Nullable FeatureSchema schema;
    private final int longest;
    private final Run run;

    private XgboostReader(@Nullable FeatureSchema schema, int longest, Run run) {
        this.schema = schema;
        this.longest = longest;
        this.run = run;
    }

    /** {@return features by the names in the file, at most 64 MiB, dated 1970-01-01} */
    public static XgboostReader defaults() {
        return DEFAULTS;
    }

    /**
     * With features that say more than their names: units, data classes, descriptions.
     *
     * @param features as many as the model has, in its order; numbers or yes/no, with the model's names if it has any
     * @return the changed reader
     */
    public XgboostReader withSchema(FeatureSchema features) {
        return new XgboostReader(requireNonNull(features, "features"), longest, run);
    }

    /**
     * With another limit.
     *
     * @param bytes the most bytes of a file, above 0; memory needed is about ten times that
     * @return the changed reader
     */
    public XgboostReader withLongest(int bytes) {
        if (bytes < 1) {
            throw new IllegalArgumentException("bytes must be above 0, found " + bytes);
        }
        return new XgboostReader(schema, bytes, run);
    }

    /**
     * With another run.
     *
     * @param other whose clock dates the model
     * @return the changed reader
     */
    public XgboostReader withRun(Run other) {
        return new XgboostReader(schema, longest, requireNonNull(other, "other"));
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
        boolean binary = isBinary(model);
        Document document = binary ? Ubjson.read(model) : DocumentJson.read(model, longest);
        if (!(document instanceof Document.Tree tree)) {
            throw new ModelFormatException("$", "must be an object");
        }
        return new XgboostModel(DocumentReader.of(tree, "$")).ensemble(model, binary, schema, run);
    }

    /** Both forms begin with a brace; in JSON a name, white space or the other brace follows. */
    private static boolean isBinary(byte[] model) {
        if (model.length < 2 || model[0] != '{' && !new String(model, 0, 1, StandardCharsets.ISO_8859_1).isBlank()) {
            throw new ModelFormatException(
                    "byte 0", "a model must begin with \"{\"; save it as JSON or UBJ, not in the old binary format");
        }
        return model[0] == '{' && "iUIlL$#".indexOf((char) model[1]) >= 0;
    }
}
