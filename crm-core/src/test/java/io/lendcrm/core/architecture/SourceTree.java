package io.lendcrm.core.architecture;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The Java files below a folder; none if there is no such folder. */
final class SourceTree {
    /** Its parameters are documented on the record itself. */
    private static final Pattern COMPACT_CONSTRUCTOR = Pattern.compile("\\s*(public|protected) \\w+ \\{");

    private final Path folder;
    private final List<Path> files;

    SourceTree(Path folder) {
        this.folder = folder;
        this.files = filesBelow(folder);
    }

    /** The name of the type that each file is named after; package-info files have none. */
    List<String> typeNames() {
        return files.stream()
                .map(file -> folder.relativize(file)
                        .toString()
                        .replace(".java", "")
                        .replace('\\', '/')
                        .replace('/', '.'))
                .filter(name -> !name.endsWith("package-info"))
                .toList();
    }

    List<String> filesLongerThan(int lines) {
        return files.stream()
                .filter(file -> linesOf(file).size() > lines)
                .map(file -> file + " has " + linesOf(file).size() + " lines")
                .toList();
    }

    /** What doclint finds missing on public and protected elements, and errors that kept it from looking. */
    List<String> undocumented() {
        if (files.isEmpty()) {
            return List.of();
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        List<String> options = List.of(
                "-proc:none",
                "-Xdoclint:missing/protected",
                "-Xmaxwarns",
                "10000",
                "-classpath",
                System.getProperty("java.class.path"));
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(found, Locale.ENGLISH, UTF_8)) {
            JavacTask task = (JavacTask)
                    compiler.getTask(null, manager, found, options, null, manager.getJavaFileObjectsFromPaths(files));
            task.analyze();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getSource() != null && !isAtCompactConstructor(diagnostic))
                .map(diagnostic -> Path.of(diagnostic.getSource().toUri()).getFileName() + ":"
                        + diagnostic.getLineNumber() + " " + diagnostic.getMessage(Locale.ENGLISH))
                .toList();
    }

    private static boolean isAtCompactConstructor(Diagnostic<? extends JavaFileObject> diagnostic) {
        List<String> lines = linesOf(Path.of(diagnostic.getSource().toUri()));
        return COMPACT_CONSTRUCTOR
                .matcher(lines.get((int) diagnostic.getLineNumber() - 1))
                .matches();
    }

    private static List<Path> filesBelow(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> linesOf(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
