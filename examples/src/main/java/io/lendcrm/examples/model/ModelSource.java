package io.lendcrm.examples.model;

import io.lendcrm.core.json.ModelJson;
import io.lendcrm.core.model.FittedModel;
import io.lendcrm.core.model.ModelFormatException;
import io.lendcrm.examples.command.InputRefusedException;
import io.lendcrm.scoring.risk.exchange.LightgbmReader;
import io.lendcrm.scoring.risk.exchange.XgboostReader;
import io.lendcrm.scoring.risk.exchange.pmml.PmmlModel;
import io.lendcrm.scoring.risk.exchange.pmml.PmmlReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A model out of a file.
 *
 * @param model the model
 * @param format what the file was
 * @param bytes how long it was
 * @param fields the file's own names of the features, in the order of the schema
 */
public record ModelSource(AppliedModel model, ModelFormat format, long bytes, List<String> fields) {

    private static final long LONGEST = 64 << 20;

    public ModelSource {
        fields = List.copyOf(fields);
    }

    /**
     * Reads a model, or refuses the file with the place of what is wrong.
     *
     * @param file the file
     * @param told its format; null to find it by the first bytes and the name
     * @return the model
     */
    public static ModelSource read(Path file, @Nullable ModelFormat told) {
        String name = String.valueOf(file.getFileName());
        byte[] bytes = bytes(file, name);
        ModelFormat format = told == null ? ModelFormat.of(bytes, name) : told;
        try {
            if (format == ModelFormat.PMML) {
                PmmlModel read = PmmlReader.read(bytes);
                return new ModelSource(AppliedModel.of(name, read.model()), format, bytes.length, read.fields());
            }
            FittedModel model = switch (format) {
                case XGBOOST -> XgboostReader.defaults().read(bytes);
                case LIGHTGBM -> LightgbmReader.defaults().read(bytes);
                case POINTS -> PointsTable.read(file);
                default -> ModelJson.standard().read(bytes);
            };
            AppliedModel applied = AppliedModel.of(name, model);
            return new ModelSource(applied, format, bytes.length, fields(applied));
        } catch (ModelFormatException e) {
            throw InputRefusedException.because(name + " can't be used as a model: " + e.getMessage());
        }
    }

    private static List<String> fields(AppliedModel model) {
        return model.schema().features().stream()
                .map(feature -> feature.description().isEmpty() ? feature.name() : feature.description())
                .toList();
    }

    private static byte[] bytes(Path file, String name) {
        if (Files.isDirectory(file)) {
            throw InputRefusedException.because(file + " is a folder, where a model is expected");
        }
        try {
            long size = Files.size(file);
            if (size > LONGEST) {
                throw InputRefusedException.because(
                        name + " can't be used as a model: it must have at most " + LONGEST + " bytes, found " + size);
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
