package io.lendcrm.examples.command;

import io.lendcrm.core.json.ModelJson;
import io.lendcrm.core.model.FittedModel;
import io.lendcrm.core.model.ModelFormatException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Models in files that a user names. Stateless and thread-safe. */
public final class StoredModel {

    private StoredModel() {}

    /**
     * Reads a model, or says why the file has none of the kind.
     *
     * @param <M> the kind
     * @param file where it is stored
     * @param expected the kind
     * @param subject the kind as people call it, such as {@code a scorecard}
     * @return the model
     */
    public static <M extends FittedModel> M read(Path file, Class<M> expected, String subject) {
        if (Files.isDirectory(file)) {
            throw InputRefusedException.because(file + " is a folder, where a stored model is expected");
        }
        try {
            FittedModel model = ModelJson.standard().read(file, FittedModel.class);
            if (!expected.isInstance(model)) {
                throw InputRefusedException.because(file.getFileName() + " holds a model of type "
                        + model.info().type() + ", where " + subject + " is expected");
            }
            return expected.cast(model);
        } catch (ModelFormatException e) {
            throw InputRefusedException.because(file.getFileName() + " can't be used as a model: " + e.getMessage());
        }
    }
}
