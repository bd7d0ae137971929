package io.lendcrm.core.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Runs after all tests, in a Surefire execution of its own, and reads their reports: Surefire knows classes named
 * {@code …Properties} only because the parent pom says so, and would pass over them in silence.
 */
class BothKindsOfTestsRan {
    @Test
    void examplesRan() throws IOException {
        assertThat(reportsOf("Test")).isNotEmpty();
    }

    @Test
    void propertiesRan() throws IOException {
        assertThat(reportsOf("Properties")).isNotEmpty();
    }

    private List<Path> reportsOf(String kind) throws IOException {
        try (Stream<Path> reports = Files.list(BuildFolder.of(getClass()).resolve("surefire-reports"))) {
            return reports.filter(report -> report.getFileName().toString().matches("TEST-.*" + kind + "\\.xml"))
                    .toList();
        }
    }
}
