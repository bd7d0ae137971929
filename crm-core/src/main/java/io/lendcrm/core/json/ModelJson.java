package io.lendcrm.core.json;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.DocumentReader;
import io.lendcrm.core.model.FittedModel;
import io.lendcrm.core.model.ModelCodec;
import io.lendcrm.core.model.ModelFormatException;
import io.lendcrm.core.model.ModelInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;

/**
 * Stored models as JSON: {@code {"format":"lendcrm-model","type":"bg-nbd","schemaVersion":1,"info":{…},"model":{…}}}.
 *
 * <p>A model read back applies bit-equally to the one written. An older schema version is upgraded on the tree; a newer
 * one, an unknown type and an unknown property are refused with the place and what is known. Immutable and thread-safe.
 */
public final class ModelJson {

    private static final String FORMAT = "lendcrm-model";

    private final Map<String, ModelCodec<?>> byType = new TreeMap<>();

    private ModelJson(Iterable<? extends ModelCodec<?>> codecs) {
        for (ModelCodec<?> codec : codecs) {
            if (byType.put(codec.type(), codec) != null) {
                throw new IllegalArgumentException(
                        "codecs must have distinct types, found \"" + codec.type() + "\" twice");
            }
        }
    }

    /**
     * Reads and writes every type that the class path's modules offer by {@link ServiceLoader}.
     *
     * @return the reader and writer
     */
    @SuppressWarnings("rawtypes") // a service's class literal has no type argument
    public static ModelJson standard() {
        ServiceLoader<ModelCodec> found = ServiceLoader.load(ModelCodec.class, ModelCodec.class.getClassLoader());
        return new ModelJson(found.stream().map(p -> (ModelCodec<?>) p.get()).toList());
    }

    /**
     * Reads and writes these types only; nothing is looked for on the class path.
     *
     * @param codecs the codecs, of distinct types
     * @return the reader and writer
     */
    public static ModelJson of(ModelCodec<?>... codecs) {
        return new ModelJson(List.of(codecs));
    }

    /** {@return the types that can be read and written} */
    public Collection<String> types() {
        return List.copyOf(byType.keySet());
    }

    /**
     * Writes a model.
     *
     * @param model the model
     * @return its text in UTF-8; equal models give equal bytes
     * @throws IllegalArgumentException if no codec knows its class
     */
    public byte[] write(FittedModel model) {
        requireNonNull(model, "model");
        for (ModelCodec<?> codec : byType.values()) {
            if (codec.model().isInstance(model)) {
                return DocumentJson.write(envelope(codec, model));
            }
        }
        throw new IllegalArgumentException("model must be of a type with a codec " + byType.keySet() + ", found "
                + model.info().type());
    }

    /**
     * Writes a model to a file.
     *
     * @param model the model
     * @param file the file, made or replaced
     * @throws UncheckedIOException if the file can't be written
     */
    public void write(FittedModel model, Path file) {
        try {
            Files.write(file, write(model));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a model of any known type.
     *
     * @param json the text in UTF-8
     * @return the model
     * @throws ModelFormatException if it is no stored model that can be read
     */
    public FittedModel read(byte[] json) {
        DocumentReader envelope = DocumentReader.of(DocumentJson.readTree(json), "$");
        String format = envelope.text("format");
        if (!format.equals(FORMAT)) {
            throw new ModelFormatException("$.format", "must be \"" + FORMAT + "\", found \"" + format + "\"");
        }
        String type = envelope.text("type");
        ModelCodec<?> codec = byType.get(type);
        if (codec == null) {
            throw new ModelFormatException("$.type", "must be one of " + byType.keySet() + ", found \"" + type + "\"");
        }
        long version = envelope.whole("schemaVersion");
        if (version < 1 || version > codec.schemaVersion()) {
            throw new ModelFormatException(
                    "$.schemaVersion",
                    type + " can be read in versions 1 to " + codec.schemaVersion() + ", found " + version);
        }
        ModelInfo info = ProvenanceDocument.read(envelope.tree("info"), type);
        Document.Tree model = envelope.tree("model").whole();
        envelope.end();
        return read(codec, model, info, (int) version);
    }

    /**
     * Reads a model of an expected class.
     *
     * @param <M> the class
     * @param json the text in UTF-8
     * @param expected the class
     * @return the model
     * @throws ModelFormatException if it is no stored model that can be read, or one of another class
     */
    public <M extends FittedModel> M read(byte[] json, Class<M> expected) {
        FittedModel model = read(json);
        if (!expected.isInstance(model)) {
            throw new ModelFormatException(
                    "$.type",
                    "must be a " + expected.getSimpleName() + ", found \""
                            + model.info().type() + "\"");
        }
        return expected.cast(model);
    }

    /**
     * Reads a model of an expected class from a file.
     *
     * @param <M> the class
     * @param file the file
     * @param expected the class
     * @return the model
     * @throws ModelFormatException if it is no stored model that can be read, or one of another class
     * @throws UncheckedIOException if the file can't be read
     */
    public <M extends FittedModel> M read(Path file, Class<M> expected) {
        try {
            return read(Files.readAllBytes(file), expected);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <M extends FittedModel> Document envelope(ModelCodec<M> codec, FittedModel model) {
        return Document.tree()
                .put("format", FORMAT)
                .put("type", codec.type())
                .put("schemaVersion", codec.schemaVersion())
                .put("info", ProvenanceDocument.write(model.info()))
                .put("model", codec.write(codec.model().cast(model)))
                .build();
    }

    private static FittedModel read(ModelCodec<?> codec, Document.Tree stored, ModelInfo info, int version) {
        try {
            Document.Tree lifted = stored;
            for (int v = version; v < codec.schemaVersion(); v++) {
                lifted = codec.upgrade(lifted, v);
            }
            return codec.read(lifted, info);
        } catch (ModelFormatException e) {
            throw e;
        } catch (RuntimeException e) {
            // A codec may be anybody's; whatever it makes of broken bytes, the caller sees one kind of failure.
            throw new ModelFormatException("$.model", String.valueOf(e.getMessage()), e);
        }
    }
}
