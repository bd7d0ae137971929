package io.lendcrm.core.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lendcrm.core.ClientId;
import io.lendcrm.core.feature.Dimension;
import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureType;
import io.lendcrm.core.privacy.DataClass;
import io.lendcrm.core.privacy.FieldSet;
import io.lendcrm.core.quality.Finding;
import java.io.ByteArrayInputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableReaderTest {

    @Test
    void detectsNumbersAndCategories() {
        TableReader.Result result = read("Client,Net Income,Home\na,1e3,own\nb,,rent\nc,-2.5,own\n", "Client");

        assertThat(result.table().schema().features())
                .containsExactly(Feature.numeric("net_income", ""), Feature.nominal("home", List.of("own", "rent")));
        assertThat(result.table().clients()).containsExactly(ClientId.of("a"), ClientId.of("b"), ClientId.of("c"));
        assertThat(result.table().column(0)).containsExactly(1000, Double.NaN, -2.5);
        assertThat(result.table().column(1)).containsExactly(0, 1, 0);
        assertThat(result.report().isClean()).isTrue();
    }

    @Test
    void aBadCellOfANumericColumnRejectsItsRow() {
        StringBuilder text = new StringBuilder("id,x,y\n");
        for (int i = 1; i <= 20; i++) {
            text.append(i).append(',').append(i == 7 ? "?,?" : i + "," + i * 2).append('\n');
        }

        TableReader.Result result = read(text.toString(), "id");

        assertThat(result.table().rows()).isEqualTo(19);
        assertThat(result.report().rejected()).isEqualTo(1);
        assertThat(result.report().samples())
                .extracting(Finding::toString)
                .containsExactly(
                        "t.csv:8 unreadable-value x: expected a number, found [1 characters]",
                        "t.csv:8 unreadable-value y: expected a number, found [1 characters]");
    }

    @Test
    void aTextCanBeToldToMeanMissing() {
        TableReader.Result result =
                TableReader.of(file("x\n1\nNA\n?\n").withMissing("NA", "?")).read();

        assertThat(result.table().column(0)).containsExactly(1, Double.NaN, Double.NaN);
    }

    @Test
    void whatIsToldIsNotDetected() {
        Feature grade = new Feature(
                "grade",
                FeatureType.ORDINAL,
                "",
                List.of("low", "mid", "high"),
                Dimension.BEHAVIOUR,
                DataClass.ORDINARY,
                FieldSet.of(),
                "the grade");
        Feature flag = new Feature(
                "flag",
                FeatureType.BINARY,
                "",
                List.of(),
                Dimension.BEHAVIOUR,
                DataClass.ORDINARY,
                FieldSet.of(),
                "the flag");

        TableReader.Result result = TableReader.of(file("g,f\nhigh,yes\nlow,N\ntop,1\nmid,maybe\n"))
                .withFeature("g", grade)
                .withFeature("f", flag)
                .read();

        assertThat(result.table().column(0)).containsExactly(2, 0);
        assertThat(result.table().column(1)).containsExactly(1, 0);
        assertThat(result.report().count("unreadable-value")).isEqualTo(2);
    }

    @Test
    void readsTheColumnsWantedInTheOrderWantedByNameOrPosition() {
        TableReader.Result result = TableReader.of(file("a,b,c\n1,2,3\n"))
                .withColumns(List.of("3", "a"))
                .read();

        assertThat(result.table().schema().names()).containsExactly("column_3", "a");
        assertThat(result.table().row(0).toArray()).containsExactly(3, 1);
        assertThat(result.table().clients()).containsExactly(ClientId.of("row-1"));
    }

    @Test
    void namesAreMadeToFitAndDistinct() {
        assertThat(read("id,Über %,uber,客户\n1,2,3,4\n", "1").table().schema().names())
                .containsExactly("ber", "uber", "column");
        assertThat(read("id,A b,a_b\n1,2,3\n", "id").table().schema().names()).containsExactly("a_b", "a_b_2");
    }

    @Test
    void anEmptyFileGivesAnEmptyTable() {
        assertThat(TableReader.of(file("")).read().table().rows()).isZero();
    }

    @Test
    void aColumnThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> read("a,b\n1,2\n", "client"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"client\"");
    }

    private static TableReader.Result read(String text, String id) {
        return TableReader.of(file(text)).withId(id).read();
    }

    private static DelimitedFile file(String text) {
        return DelimitedFile.of("t.csv", () -> new ByteArrayInputStream(text.getBytes(UTF_8)));
    }
}
