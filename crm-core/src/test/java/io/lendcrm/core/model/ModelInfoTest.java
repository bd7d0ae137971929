package io.lendcrm.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModelInfoTest {

    @Test
    void provenanceNamesTheVersionThatTheBuildMakes() throws IOException {
        String pom = Files.readString(Path.of("..", "pom.xml"));
        String version = ModelInfo.of("line", Run.sequential(), 0, "").libraryVersion();
        assertThat(pom).containsPattern("<version>" + version + "(-SNAPSHOT)?</version>");
    }

    @Test
    void aDiagnosticThatIsNoNumberIsRefusedByName() {
        ModelInfo info = ModelInfo.of("line", Run.sequential(), 0, "");
        assertThatThrownBy(() -> info.withDiagnostics(Map.of("logLikelihood", Double.NaN)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("diagnostic logLikelihood must be finite, found NaN");
    }
}
