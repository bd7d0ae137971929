package io.lendcrm.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.ModelFormatException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentJsonTest {

    @Test
    void aLineHoldsADocumentAndReadsBack() {
        Document.Tree tree = Document.tree()
                .put("name", "项目 \"A\"\n")
                .put("rate", 0.1)
                .put("rows", 3)
                .put("open", true)
                .put("cuts", new double[] {1, -0.0, 1e-7})
                .put("levels", List.of("rent", "own"))
                .build();
        String line = DocumentJson.toLine(tree);
        assertThat(line)
                .isEqualTo("{\"name\":\"项目 \\\"A\\\"\\n\",\"rate\":0.1,\"rows\":3,\"open\":true,"
                        + "\"cuts\":[1.0,-0.0,1.0E-7],\"levels\":[\"rent\",\"own\"]}");
        assertThat(DocumentJson.readTree(line)).isEqualTo(tree);
        assertThat(DocumentJson.read(DocumentJson.write(tree))).isEqualTo(tree);
    }

    @ParameterizedTest(name = "{0} is refused: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "''                        | a document is expected",
                "{                         | Unexpected end-of-input",
                "{\"a\":1,\"a\":2}         | Duplicate field",
                "{\"a\":null}              | at $.a: must be an object, a list",
                "{\"a\":1e999}             | at $.a: a number must be finite",
                "{\"a\":NaN}               | NaN",
                "{\"a\":92233720368547758080} | at $.a: a whole number must fit into 64 bits",
                "{} {}                     | nothing is expected after the document's end",
                "[1]                       | must be an object, found items"
            })
    void whatIsNoObjectWithinTheLimitsIsRefused(String json, String message) {
        assertThatThrownBy(() -> DocumentJson.readTree(json))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining(message.strip());
    }

    @Test
    void aCutOffTextIsNamedByItsPlaceAlone() {
        assertThatThrownBy(() -> DocumentJson.readTree("{\"a\": [1, 2"))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("Unexpected end-of-input")
                .hasMessageContaining("line: 1")
                .hasMessageNotContaining("Source");
    }

    @Test
    void bytesThatAreNoUtf8AreRefusedNotReplaced() {
        byte[] latin1 = "{\"a\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> DocumentJson.read(latin1))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("UTF-8");
    }
}
