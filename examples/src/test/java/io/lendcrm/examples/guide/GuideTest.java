package io.lendcrm.examples.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The code that README and guide print compiles, runs, and prints what they say. Paths in it start at the root. */
class GuideTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    static List<Snippet> snippets() throws IOException {
        List<Snippet> all = new ArrayList<>();
        for (Path page : pages()) {
            all.addAll(Snippet.of(page));
        }
        return all;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("snippets")
    void theCodeRunsAndPrintsWhatThePageSays(Snippet snippet, @TempDir Path work) throws Exception {
        Path source = work.resolve("Page.java");
        Files.writeString(source, snippet.asClass("Page", packages()));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        String path = System.getProperty("java.class.path");
        int compiled = compiler.run(null, null, null, "-d", work.toString(), "-cp", path, source.toString());
        assertThat(compiled).as("compiles").isZero();

        Path printed = work.resolve("out.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dfile.encoding=UTF-8",
                        "-Dstdout.encoding=UTF-8",
                        "-cp",
                        work + File.pathSeparator + path,
                        "Page")
                .directory(ROOT.toFile())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        int exit = process.waitFor();
        String output = Files.readString(printed, StandardCharsets.UTF_8);
        assertThat(exit).as(output).isZero();
        if (!snippet.output().isEmpty()) {
            assertThat(output.strip()).isEqualTo(snippet.output().strip());
        }
    }

    @Test
    void theReadmeShowsCodeInBothLanguages() throws IOException {
        assertThat(Snippet.of(ROOT.resolve("README.md"))).hasSizeGreaterThanOrEqualTo(3);
        assertThat(Snippet.of(ROOT.resolve("README.zh-CN.md"))).isNotEmpty();
    }

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(ROOT.resolve("README.md"), ROOT.resolve("README.zh-CN.md")));
        try (Stream<Path> guide = Files.list(ROOT.resolve("docs/guide"))) {
            guide.filter(p -> p.toString().endsWith(".md")).sorted().forEach(pages::add);
        }
        return pages;
    }

    /** The library's packages that hold code, and the JDK's that pages use. */
    private static List<String> packages() throws IOException {
        TreeSet<String> packages = new TreeSet<>(List.of(
                "java.math", "java.nio.file", "java.time", "java.util", "java.util.function", "java.util.stream"));
        for (String module : List.of("crm-core", "crm-scoring", "crm-segmentation", "examples")) {
            Path sources = ROOT.resolve(module).resolve("src/main/java");
            try (Stream<Path> files = Files.walk(sources)) {
                files.filter(f -> f.getFileName().toString().equals("package-info.java"))
                        .map(f -> sources.relativize(f.getParent()).toString().replace(File.separatorChar, '.'))
                        .forEach(packages::add);
            }
        }
        return List.copyOf(packages);
    }
}
