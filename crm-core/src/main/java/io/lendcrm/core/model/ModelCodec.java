package io.lendcrm.core.model;

/**
 * Writes a type of model as a document and reads it back. Stored models are an API: the type's name stays, and a codec
 * reads every older schema version, upgrading on the tree. Found by {@link java.util.ServiceLoader} or passed in.
 * Implementations are stateless and thread-safe.
 *
 * @param <M> the model
 */
public interface ModelCodec<M extends FittedModel> {

    /** {@return the stable name of the type, such as {@code bg-nbd}; never a class name} */
    String type();

    /** {@return the newest schema version, which {@link #write} makes; from 1} */
    int schemaVersion();

    /** {@return the model's class} */
    Class<M> model();

    /**
     * Writes the model's own part, without {@link ModelInfo}.
     *
     * @param model the model
     * @return its document
     */
    Document.Tree write(M model);

    /**
     * Reads a model of the newest schema version.
     *
     * @param stored what {@link #write} made
     * @param info the model's provenance, read already
     * @return the model, applying bit-equally to the one written
     * @throws ModelFormatException if a part is missing, unknown or out of range
     */
    M read(Document.Tree stored, ModelInfo info);

    /**
     * Lifts a document of an older schema version by one.
     *
     * @param stored a document of version {@code version}
     * @param version the version, below {@link #schemaVersion()}
     * @return the same model as a document of version {@code version + 1}
     */
    default Document.Tree upgrade(Document.Tree stored, int version) {
        throw new ModelFormatException("$.schemaVersion", type() + " has no version " + version);
    }
}
