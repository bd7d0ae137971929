package io.lendcrm.scoring.proof.fairness;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.json.DocumentJson;
import io.lendcrm.core.model.DocumentReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class AssociationTest {

    @Test
    void agreesWithTheReference() throws IOException {
        try (InputStream in = requireNonNull(AssociationTest.class.getResourceAsStream("association-reference.json"))) {
            DocumentReader reference = DocumentReader.of(DocumentJson.readTree(in.readAllBytes()), "$");
            List<String> cases =
                    reference.names().stream().filter(n -> !n.equals("source")).toList();
            assertThat(cases).hasSize(3);
            for (String name : cases) {
                DocumentReader expected = reference.tree(name);
                Association found = Association.of(table(expected));

                assertThat(found.independence().statistic()).isCloseTo(expected.decimal("chi_square"), within(1e-9));
                assertThat(found.independence().degrees()).isEqualTo((int) expected.whole("df"));
                assertThat(found.independence().probability() / expected.decimal("p"))
                        .isCloseTo(1, within(1e-9));
                assertThat(found.cramersV()).isCloseTo(expected.decimal("v"), within(1e-12));
                assertThat(found.corrected()).isCloseTo(expected.decimal("v_bias_corrected"), within(1e-12));
            }
        }
    }

    @Test
    void whatTellsTheGroupStandsInForIt() {
        ProtectedAttribute sex = ProtectedAttribute.of("sex", List.of("f", "f", "m", "m", "f", "m"));

        assertThat(Association.of(sex, new int[] {0, 0, 3, 3, 0, 3}).cramersV()).isEqualTo(1);
        assertThat(Association.of(new long[][] {{10, 20, 0}, {5, 10, 0}}).cramersV())
                .isZero();
        assertThat(Association.of(new long[][] {{11, 20}, {5, 10}}).corrected()).isZero();
    }

    @Test
    void namesTheRule() {
        ProtectedAttribute sex = ProtectedAttribute.of("sex", List.of("f", "m"));

        assertThatThrownBy(() -> Association.of(sex, new int[] {0, 0}))
                .hasMessage("both groupings must have rows in at least 2 classes, found 1 and 2");
        assertThatThrownBy(() -> Association.of(sex, new int[] {0, -1}))
                .hasMessage("class must be within [0, 1], found -1 in row 2");
        assertThatThrownBy(() -> Association.of(new long[][] {{1, 2}, {3}}))
                .hasMessage("each class must have 2 counts, found 1");
        assertThatThrownBy(() -> Association.of(new long[][] {{1, -2}, {3, 4}}))
                .hasMessage("counts must not be negative, found -2");
    }

    private static long[][] table(DocumentReader entry) {
        double[] cells = entry.decimals("table");
        int classes = (int) entry.whole("classes");
        long[][] table = new long[classes][cells.length / classes];
        for (int i = 0; i < cells.length; i++) {
            table[i / table[0].length][i % table[0].length] = (long) cells[i];
        }
        return table;
    }
}
