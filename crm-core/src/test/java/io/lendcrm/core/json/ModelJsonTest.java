package io.lendcrm.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.core.model.FittedModel;
import io.lendcrm.core.model.ModelFormatException;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.core.model.Run;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelJsonTest {

    private static final ModelJson JSON = ModelJson.of(new LineModel.Codec());

    private static final LineModel LINE = new LineModel(
            ModelInfo.of("line", Run.sequential(), 3, "ab12")
                    .withSchema(FeatureSchema.of(
                            Feature.numeric("income", "EUR"), Feature.nominal("home", List.of("rent", "own"))))
                    .withOptions(Map.of("ridge", "0.1"))
                    .withDiagnostics(Map.of("logLikelihood", -9582.425560567))
                    .withWarnings(List.of("three rows are few"))
                    .withWindow(LocalDate.of(1997, 1, 1), LocalDate.of(1997, 9, 30))
                    .withSeed(7),
            0.1,
            -1e-300);

    @Test
    void aModelReadBackIsEqualToTheOneWritten() {
        assertThat(JSON.read(JSON.write(LINE), LineModel.class)).isEqualTo(LINE);
    }

    @Test
    void aModelGoesThroughAFile(@TempDir Path folder) {
        Path file = folder.resolve("line.json");
        JSON.write(LINE, file);
        assertThat(JSON.read(file, LineModel.class)).isEqualTo(LINE);
    }

    @Test
    void theGoldenFileOfTheNewestVersionIsWrittenByteForByte() {
        assertThat(new String(JSON.write(LINE), StandardCharsets.UTF_8)).isEqualTo(text("line-2.json"));
    }

    @Test
    void theGoldenFileOfAnOlderVersionIsLiftedOnTheTree() {
        LineModel old = JSON.read(bytes("line-1.json"), LineModel.class);
        assertThat(old.slope()).isEqualTo(-1e-300);
    }

    @Test
    void aNewerVersionIsRefusedAndTheVersionsThatCanBeReadAreNamed() {
        assertThatThrownBy(() -> JSON.read(edited("\"schemaVersion\" : 2", "\"schemaVersion\" : 3")))
                .isInstanceOf(ModelFormatException.class)
                .hasMessage("at $.schemaVersion: line can be read in versions 1 to 2, found 3");
    }

    @Test
    void anUnknownTypeIsRefusedAndTheKnownOnesAreNamed() {
        assertThatThrownBy(() -> JSON.read(edited("\"type\" : \"line\"", "\"type\" : \"curve\"")))
                .isInstanceOf(ModelFormatException.class)
                .hasMessage("at $.type: must be one of [line], found \"curve\"");
    }

    @Test
    void anUnknownPropertyIsRefusedWithItsPlace() {
        assertThatThrownBy(() -> JSON.read(edited("\"slope\"", "\"extra\" : 1, \"slope\"")))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("$.model")
                .hasMessageContaining("extra")
                .hasMessageContaining("slope");
    }

    @Test
    void aMissingPropertyIsRefusedWithItsPlace() {
        assertThatThrownBy(() -> JSON.read(edited("\"intercept\" : 0.1,", "")))
                .isInstanceOf(ModelFormatException.class)
                .hasMessage("at $.model: property \"intercept\" is missing");
    }

    @Test
    void aModelOfAnotherClassThanExpectedIsRefused() {
        record Other(ModelInfo info) implements FittedModel {}
        assertThatThrownBy(() -> JSON.read(JSON.write(LINE), Other.class))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("must be a Other, found \"line\"");
    }

    @Test
    void aModelWithoutACodecIsAProgrammersError() {
        assertThatThrownBy(() -> ModelJson.of().write(LINE)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void twoCodecsOfOneTypeAreAProgrammersError() {
        assertThatThrownBy(() -> ModelJson.of(new LineModel.Codec(), new LineModel.Codec()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"line\" twice");
    }

    private static byte[] edited(String from, String to) {
        String json = new String(JSON.write(LINE), StandardCharsets.UTF_8);
        assertThat(json).contains(from);
        return json.replace(from, to).getBytes(StandardCharsets.UTF_8);
    }

    private static String text(String resource) {
        return new String(bytes(resource), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String resource) {
        try (InputStream in = ModelJsonTest.class.getResourceAsStream(resource)) {
            assertThat(in).as(resource).isNotNull();
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
