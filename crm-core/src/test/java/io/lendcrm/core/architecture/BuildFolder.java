package io.lendcrm.core.architecture;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** Where Maven puts what it builds of a module: {@code target}, or another folder if a profile says so. */
final class BuildFolder {
    private BuildFolder() {}

    static Path of(Class<?> test) {
        try {
            return Path.of(test.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .getParent();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
