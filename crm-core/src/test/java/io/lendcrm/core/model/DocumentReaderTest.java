package io.lendcrm.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentReaderTest {

    private final Document.Tree tree = Document.tree()
            .put("name", "a")
            .put("rate", 0.5)
            .put("rows", 3)
            .put("open", true)
            .put("cuts", new double[] {1, 2})
            .put("parts", new Document.Items(List.of(Document.tree().put("x", 1).build())))
            .build();

    @Test
    void membersAreReadByTheirType() {
        DocumentReader in = DocumentReader.of(tree, "$");
        assertThat(in.text("name")).isEqualTo("a");
        assertThat(in.decimal("rate")).isEqualTo(0.5);
        assertThat(in.whole("rows")).isEqualTo(3);
        assertThat(in.decimal("rows")).as("a whole number is a number too").isEqualTo(3);
        assertThat(in.flag("open")).isTrue();
        assertThat(in.decimals("cuts")).containsExactly(1, 2);
        assertThat(in.trees("parts", part -> part.whole("x"))).containsExactly(1L);
        in.end();
    }

    @Test
    void everyFaultNamesItsPlace() {
        DocumentReader in = DocumentReader.of(tree, "$.model");
        assertThatThrownBy(() -> in.decimal("name")).hasMessage("at $.model.name: must be a number, found text");
        assertThatThrownBy(() -> in.text("nowhere")).hasMessage("at $.model: property \"nowhere\" is missing");
        assertThatThrownBy(() -> in.trees("parts", part -> part.text("x")))
                .hasMessage("at $.model.parts[0].x: must be a text, found whole");
        assertThatThrownBy(() -> in.trees("parts", part -> 1))
                .hasMessageStartingWith("at $.model.parts[0]: unknown property \"x\"");
        assertThatThrownBy(() -> in.build(() -> {
                    throw new IllegalArgumentException("rate must be below 0.1, found 0.5");
                }))
                .isInstanceOf(ModelFormatException.class)
                .hasMessage("at $.model: rate must be below 0.1, found 0.5");
    }
}
