package io.lendcrm.core;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder of public data sets that some tests check against, named by the system property {@code lendcrm.data}.
 * Without it such a test is skipped with a message; with {@code lendcrm.data.required=true} it fails instead.
 */
public final class RealData {
    private RealData() {}

    /**
     * A data file.
     *
     * @param name its path below the data folder, such as {@code clv/CDNOW_sample.txt}
     * @return the file, which exists
     */
    public static Path file(String name) {
        String folder = System.getProperty("lendcrm.data", "");
        if (folder.isBlank()) {
            return absent("this test needs " + name + " of the data folder: set -Dlendcrm.data=<folder>");
        }
        Path file = Path.of(folder).resolve(name);
        return Files.exists(file)
                ? file
                : absent("this test needs " + name + ", which isn't in lendcrm.data=" + folder);
    }

    private static Path absent(String message) {
        return Boolean.getBoolean("lendcrm.data.required") ? fail(message) : abort(message);
    }
}
