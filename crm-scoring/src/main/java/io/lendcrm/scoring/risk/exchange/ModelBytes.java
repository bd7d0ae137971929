package io.lendcrm.scoring.risk.exchange;

import io.lendcrm.core.model.ModelFormatException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The bytes of a trainer's file, of which a reader takes so many and no more. */
final class ModelBytes {

    /** What a reader takes unless told otherwise. */
    static final int LONGEST = 64 << 20;

    private ModelBytes() {}

    static byte[] read(Path file, int longest) {
        try {
            long size = Files.size(file);
            if (size > longest) {
                throw tooLong(size, longest);
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void requireLength(byte[] model, int longest) {
        if (model.length > longest) {
            throw tooLong(model.length, longest);
        }
    }

    private static ModelFormatException tooLong(long found, int longest) {
        return new ModelFormatException(
                "byte " + longest, "a model must have at most " + longest + " bytes, found " + found);
    }
}
