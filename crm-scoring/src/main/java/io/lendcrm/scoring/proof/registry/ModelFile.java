package io.lendcrm.scoring.proof.registry;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.Checksum;
import io.lendcrm.core.json.ModelJson;
import io.lendcrm.core.model.FittedModel;
import io.lendcrm.core.model.ModelFormatException;
import io.lendcrm.core.model.ModelInfo;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A stored model as bytes, with its provenance and SHA-256 checksum. Immutable and thread-safe. */
public final class ModelFile {

    private final byte[] bytes;
    private final ModelInfo info;
    private final String checksum;

    private ModelFile(byte[] bytes, ModelInfo info) {
        if (bytes.length == 0) {
            throw new IllegalArgumentException("bytes must not be empty");
        }
        this.bytes = bytes;
        this.info = requireNonNull(info, "info");
        this.checksum = Checksum.of(bytes);
    }

    /**
     * A file in any format, such as one another system wrote.
     *
     * @param bytes its content, not empty
     * @param info where the model comes from
     * @return the file
     */
    public static ModelFile of(byte[] bytes, ModelInfo info) {
        return new ModelFile(bytes.clone(), info);
    }

    /**
     * A file of this library, with the provenance it holds.
     *
     * @param bytes a stored model
     * @param json reads it
     * @return the file
     * @throws ModelFormatException if it can't be read
     */
    public static ModelFile read(byte[] bytes, ModelJson json) {
        byte[] own = bytes.clone();
        return new ModelFile(own, json.read(own).info());
    }

    /**
     * The file of a model.
     *
     * @param model the model
     * @param json writes it
     * @return the file
     * @throws IllegalArgumentException if its class can't be written
     */
    public static ModelFile from(FittedModel model, ModelJson json) {
        return new ModelFile(json.write(model), model.info());
    }

    /** {@return a copy of its content} */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** {@return where the model comes from} */
    public ModelInfo info() {
        return info;
    }

    /** {@return the SHA-256 of its content as 64 hexadecimal digits} */
    public String checksum() {
        return checksum;
    }

    /**
     * The model itself.
     *
     * @param <M> its class
     * @param json reads it
     * @param expected its class
     * @return the model
     * @throws ModelFormatException if the content is no stored model of this library, or one of another class
     */
    public <M extends FittedModel> M model(ModelJson json, Class<M> expected) {
        return json.read(bytes, expected);
    }

    /** Equal if content and provenance are. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ModelFile that && Arrays.equals(bytes, that.bytes) && info.equals(that.info);
    }

    @Override
    public int hashCode() {
        return checksum.hashCode();
    }

    /** {@return type, size and checksum} */
    @Override
    public String toString() {
        return "ModelFile[" + info.type() + ", " + bytes.length + " bytes, " + checksum + "]";
    }
}
