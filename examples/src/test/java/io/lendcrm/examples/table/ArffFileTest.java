package io.lendcrm.examples.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArffFileTest {

    private static final String FIRMS = """
        % firms
        @RELATION 'firms, one a row'

        @attribute 'net profit / total assets' numeric
        @attribute "it's {a} name" REAL % a comment
        @attribute legal { 'Ltd.', plc, 'one, two' , "don\\'t" }
        @attribute note string
        @DATA
        % the first
        0.5, -3e2, plc, 'a, b'
        ?,?,?,?
        1 ,2,'one, two','?' % behind
        7,8,"don\\'t",""
        """;

    @TempDir
    Path folder;

    @Test
    void readsNumbersLevelsTextsAndMissingCells() throws IOException {
        ArffFile.Content content = read("firms.arff", FIRMS);
        Table table = content.table();

        assertThat(content.report().rejected()).isZero();
        assertThat(table.names()).containsExactly("net profit / total assets", "it's {a} name", "legal", "note");
        assertThat(table.columns())
                .extracting(Column::kind)
                .containsExactly(Column.Kind.NUMBER, Column.Kind.NUMBER, Column.Kind.TEXT, Column.Kind.TEXT);
        assertThat(table.rows()).isEqualTo(4);
        assertThat(table.columns().get(0).number(0)).isEqualTo(0.5);
        assertThat(table.columns().get(1).number(0)).isEqualTo(-300);
        assertThat(table.columns()).allMatch(column -> column.isMissing(1));
        assertThat(table.columns().get(2).texts()).containsExactly("plc", "one, two", "don't");
        assertThat(table.columns().get(3).text(2)).isEqualTo("?");
        assertThat(table.line(2)).isEqualTo(12);
    }

    @Test
    void readsPackedFiles() throws IOException {
        Path file = folder.resolve("firms.arff.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(FIRMS.getBytes(StandardCharsets.UTF_8));
        }

        assertThat(ArffFile.isArff(file)).isTrue();
        assertThat(ArffFile.read(file, StandardCharsets.UTF_8).table().rows()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@data                    | x.arff:1 malformed-header: expected an @attribute before @data",
                "@attribute a date        | x.arff:1 malformed-header: expected a type numeric, real",
                "@attribute a {b,c        | x.arff:1 malformed-header: expected a closing brace",
                "@attribute 'a numeric    | x.arff:1 malformed-header: expected a closing quote",
                "a,b                      | x.arff:1 malformed-header: expected @relation, @attribute or @data",
                "@attribute a numeric     | x.arff:1 malformed-header: expected a line @data"
            })
    void aHeaderAtFaultIsNamedWithItsLine(String text, String finding) throws IOException {
        ArffFile.Content content = read("x.arff", text);

        assertThat(content.table().columns()).isEmpty();
        assertThat(content.report().samples().get(0).toString()).startsWith(finding);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1         | expected 2 fields",
                "1,b,2     | expected 2 fields",
                "1,z       | expected one of the values declared for k",
                "1,'b      | expected a closing quote",
                "1,'b'x    | expected a comma or the line's end",
                "{0 1}     | expected a row that isn't sparse"
            })
    void aRowAtFaultIsNamedWithItsLineAndLeftOut(String row, String finding) throws IOException {
        ArffFile.Content content =
                read("x.arff", "@attribute n numeric\n@attribute k {b,c}\n@data\n1,b\n" + row + "\n2,c\n");

        assertThat(content.table().rows()).isEqualTo(2);
        assertThat(content.report().rejected()).isEqualTo(1);
        assertThat(content.report().samples().get(0).toString())
                .startsWith("x.arff:5 malformed-row: ")
                .contains(finding);
    }

    @Test
    void aColumnIsOneOfNumbersIfAllItsCellsAre() {
        Table table = Table.builder("t", List.of("a", "b", "c")).build();
        assertThat(table.rows()).isZero();

        Table.Builder rows = Table.builder("t", List.of("a", "b", "c"));
        rows.add(1, "1", "1", "1e999");
        rows.add(2, "-.5e3", "x", "-inf");
        rows.add(3, "", "", "0x1p3");
        table = rows.build();

        assertThat(table.columns())
                .extracting(Column::kind)
                .containsExactly(Column.Kind.NUMBER, Column.Kind.TEXT, Column.Kind.TEXT);
        assertThat(table.columns().get(0).number(1)).isEqualTo(-500);
        assertThat(table.columns().get(2).as(Column.Kind.NUMBER).isNoNumber(0)).isTrue();
        assertThat(table.columns().get(2).isNoNumber(2)).isTrue();
        assertThat(table.rows(new int[] {2}).columns().get(2).texts()).containsExactly("0x1p3");
    }

    private ArffFile.Content read(String name, String text) throws IOException {
        return ArffFile.read(Files.writeString(folder.resolve(name), text), StandardCharsets.UTF_8);
    }
}
