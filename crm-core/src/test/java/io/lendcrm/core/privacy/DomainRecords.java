package io.lendcrm.core.privacy;

import io.lendcrm.core.client.Client;
import io.lendcrm.core.credit.Facility;
import io.lendcrm.core.interaction.Interaction;
import io.lendcrm.core.statement.FinancialStatement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The records of the packages that describe what a lender knows, nested ones included, as they were compiled. */
final class DomainRecords {

    private static final List<Class<?>> ONE_OF_EACH_PACKAGE =
            List.of(Client.class, Facility.class, Interaction.class, FinancialStatement.class);

    private DomainRecords() {}

    /** Those a user can see; what is private to an algorithm holds nothing for long. */
    static List<Class<?>> visible() {
        return ONE_OF_EACH_PACKAGE.stream()
                .flatMap(DomainRecords::neighbours)
                .filter(type -> type.isRecord() && isPublic(type))
                .toList();
    }

    private static Stream<Class<?>> neighbours(Class<?> known) {
        try {
            Path classes = Path.of(
                    known.getProtectionDomain().getCodeSource().getLocation().toURI());
            Path folder = classes.resolve(known.getPackageName().replace('.', '/'));
            try (Stream<Path> files = Files.list(folder)) {
                return files
                        .map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(".class") && !name.equals("package-info.class"))
                        .sorted()
                        .toList()
                        .stream()
                        .map(name -> load(known.getPackageName() + "." + name.substring(0, name.length() - 6)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean isPublic(Class<?> type) {
        for (Class<?> at = type; at != null; at = at.getEnclosingClass()) {
            if (!Modifier.isPublic(at.getModifiers())) {
                return false;
            }
        }
        return !type.isLocalClass();
    }
}
