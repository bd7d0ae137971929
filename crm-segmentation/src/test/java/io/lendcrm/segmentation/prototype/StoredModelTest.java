package io.lendcrm.segmentation.prototype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lendcrm.core.json.ModelJson;
import io.lendcrm.core.model.ModelFormatException;
import io.lendcrm.segmentation.preparation.MissingValues;
import io.lendcrm.segmentation.preparation.Preparation;
import io.lendcrm.segmentation.preparation.Scale;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The model of version 1 is read by every later version. */
class StoredModelTest {

    private final ModelJson json = ModelJson.standard();

    static KPrototypesModel model() {
        return KPrototypes.of(2)
                .withSeed(7)
                .withPreparation(Preparation.of(Scale.Z).withMissing("sector", MissingValues.MEAN))
                .fit(KPrototypesTest.firms());
    }

    @Test
    void readsAndWritesTheSameBytes() throws IOException {
        KPrototypesModel read = json.read(golden(), KPrototypesModel.class);
        assertThat(new String(json.write(read), StandardCharsets.UTF_8))
                .isEqualTo(new String(golden(), StandardCharsets.UTF_8));
        assertThat(read.info()).isEqualTo(model().info());
        assertThat(read.cost()).isEqualTo(model().cost());
        var client = Mixed.row(read, 50, Double.NaN, 1, 0);
        assertThat(read.assign(client)).isEqualTo(model().assign(client));
    }

    @Test
    void namesThePlaceOfAFault() throws IOException {
        assertFault("\"gamma\" : 0.3", "\"gamma\" : -0.3", "must be above 0");
        assertFault("\"sector\" : 1", "\"sector\" : 7", "number of one of 3 levels");
        assertFault("\"sector\" : 0\n    }", "\"sector\" : 3\n    }", "fill of sector");
        assertFault("\"clients\" : 3", "\"clients\" : -3", "at least 0");
        assertFault("\"exports\" : 0", "\"imports\" : 0", "imports");
    }

    private void assertFault(String found, String made, String problem) throws IOException {
        String text = new String(golden(), StandardCharsets.UTF_8);
        assertThat(text).contains(found);
        int at = text.lastIndexOf(found);
        byte[] faulty =
                (text.substring(0, at) + made + text.substring(at + found.length())).getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> json.read(faulty, KPrototypesModel.class))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining(problem);
    }

    private static byte[] golden() throws IOException {
        try (var in = StoredModelTest.class.getResourceAsStream("k-prototypes-1.json")) {
            return in.readAllBytes();
        }
    }
}
