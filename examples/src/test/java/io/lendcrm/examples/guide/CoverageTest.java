package io.lendcrm.examples.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The ledger of capabilities names types, tests and commands that exist. */
class CoverageTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern CODE = Pattern.compile("`([A-Za-z]+)`");
    private static final List<String> MODULES = List.of("crm-core", "crm-scoring", "crm-segmentation", "examples");

    private final List<String[]> rows = rows();

    CoverageTest() throws IOException {}

    @Test
    void everyRowIsNamedOnceAndSaysWhetherItIsDone() {
        Set<String> names = new HashSet<>();
        for (String[] row : rows) {
            assertThat(row).as(String.join("|", row)).hasSize(6);
            assertThat(row[0]).matches("[A-I][1-9][0-9]?");
            assertThat(names.add(row[0])).as(row[0]).isTrue();
            assertThat(row[2]).as(row[0]).isIn("done", "part");
            assertThat(row[5].contains("open:")).as(row[0]).isEqualTo(row[2].equals("part"));
        }
        assertThat(names).hasSizeGreaterThan(40);
    }

    @Test
    void everyTypeExistsInTheLibraryOrTheExamples() throws IOException {
        Set<String> types = files("src/main/java");
        for (String[] row : rows) {
            assertThat(names(row[3])).as(row[0]).isNotEmpty().isSubsetOf(types);
        }
    }

    @Test
    void everyTestExists() throws IOException {
        Set<String> tests = files("src/test/java");
        for (String[] row : rows) {
            assertThat(names(row[4])).as(row[0]).isNotEmpty().isSubsetOf(tests);
        }
    }

    @Test
    void everyCommandExists() throws IOException {
        Set<String> commands = files("src/main/java");
        for (String[] row : rows) {
            for (String command : names(row[5])) {
                String type = Character.toUpperCase(command.charAt(0)) + command.substring(1) + "Command";
                assertThat(commands).as(row[0]).contains(type);
            }
        }
    }

    private static List<String[]> rows() throws IOException {
        List<String[]> rows = new ArrayList<>();
        for (String line : Files.readAllLines(ROOT.resolve("docs/coverage.md"))) {
            if (line.matches("\\| [A-I][0-9].*")) {
                String[] cells = line.substring(1, line.length() - 1).split("\\|");
                rows.add(Stream.of(cells).map(String::strip).toArray(String[]::new));
            }
        }
        return rows;
    }

    private static Set<String> names(String cell) {
        Set<String> names = new HashSet<>();
        Matcher code = CODE.matcher(cell);
        while (code.find()) {
            names.add(code.group(1));
        }
        return names;
    }

    private static Set<String> files(String folder) throws IOException {
        Set<String> names = new HashSet<>();
        for (String module : MODULES) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve(folder))) {
                names.addAll(files.map(f -> f.getFileName().toString())
                        .filter(f -> f.endsWith(".java"))
                        .map(f -> f.substring(0, f.length() - ".java".length()))
                        .collect(Collectors.toSet()));
            }
        }
        return names;
    }
}
