package io.lendcrm.examples.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What all commands that read a file have in common, shown by {@code clv summarise}. */
class InputOptionsTest {

    private static final String ROWS = "A,2025-01-01,9\nB,2025-01-02,1\nA,2025-01-03,3.5\n";

    private static final String SUMMARY = "id,x,t_x,T,mean_amount\nA,1,2.0,10.0,3.5\nB,0,0.0,9.0,0.0\n";

    @TempDir
    Path folder;

    @Test
    void readsCommaSeparatedValuesWithAHeader() throws IOException {
        assertThat(summary("id,day,sum\n" + ROWS, "--id id --date day --amount sum"))
                .isEqualTo(SUMMARY);
    }

    @Test
    void readsColumnsByPosition() throws IOException {
        String tabs = ROWS.replace(',', '\t');

        assertThat(summary(tabs, "--id 1 --date 2 --amount 3")).isEqualTo(SUMMARY);
        assertThat(summary(tabs, "--id 1 --date 2 --amount 3 --header no --delimiter tab"))
                .isEqualTo(SUMMARY);
        assertThat(summary("k\td\tv\n" + tabs, "--id 1 --date 2 --amount 3")).isEqualTo(SUMMARY);
        assertThat(summary("7\t8\t9\n" + tabs, "--id 1 --date 2 --amount 3 --header yes"))
                .isEqualTo(SUMMARY);
    }

    @Test
    void readsRunsOfBlanks() throws IOException {
        assertThat(summary(
                        "  A 20250101   9\n B 20250102 1 \n A 20250103  3.5\n",
                        "--delimiter whitespace --date-format yyyyMMdd --id 1 --date 2 --amount 3"))
                .isEqualTo(SUMMARY);
    }

    @Test
    void readsQuotedDelimitersByteOrderMarksAndWindowsLines() throws IOException {
        String text = "\uFEFF\"id\";\"day\";\"the; \"\"sum\"\"\"\r\n"
                + ROWS.replace(",", ";").replace("\n", "\r\n");

        assertThat(summary(text.replace("3.5", "\"3.5\""), "--id id --date day --amount 3"))
                .isEqualTo(SUMMARY);
    }

    @Test
    void readsPackedFiles() throws IOException {
        Path packed = folder.resolve("log.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(ROWS.getBytes(StandardCharsets.UTF_8));
        }

        assertThat(summarise(packed, "--id 1 --date 2 --amount 3").done().out()).isEqualTo(SUMMARY);
    }

    @Test
    void readsOtherEncodings() throws IOException {
        Path file = folder.resolve("log.csv");
        Files.writeString(file, "客户,日期\n张三,2025-01-01\n", Charset.forName("GB18030"));

        assertThat(summarise(file, "--encoding GB18030 --id 客户 --date 日期")
                        .done()
                        .out())
                .isEqualTo("id,x,t_x,T\n张三,0,0.0,10.0\n");
    }

    @Test
    void quotesKeysThatNeedIt() throws IOException {
        assertThat(summary("\"a,\"\"b\"\"\";2025-01-01\n", "--id 1 --date 2 --delimiter ;"))
                .isEqualTo("id,x,t_x,T\n\"a,\"\"b\"\"\",0,0.0,10.0\n");
    }

    @ParameterizedTest
    @CsvSource({
        "'A,2025-01-01,', log.csv:2 missing-value sum",
        "'A,,5', log.csv:2 missing-value day",
        "',2025-01-01,5', log.csv:2 missing-value id",
        "'A,2025-01-01,NaN', log.csv:2 unreadable-value sum",
        "'A,2025-01-01,null', log.csv:2 unreadable-value sum",
        "'A,2025-01-01,Infinity', log.csv:2 unreadable-value sum",
        "'A,2025-01-01,1e400', log.csv:2 unreadable-value sum",
        "'A,2025-01-01,-5', 'log.csv:2 refused-value sum: expected an amount of at least 0, found -5'",
        "'A,2025-01-01,\"1,000\"', log.csv:2 unreadable-value sum",
        "'A,2025-02-29,5', log.csv:2 unreadable-value day",
        "'A,2025-01-01,5,6', log.csv:2 wrong-number-of-fields",
        "'A,2025-01-01', log.csv:2 wrong-number-of-fields",
        "'A,2025-01-01,\"5', log.csv:2 unclosed-quote"
    })
    void oneBadRowHasTheFileRefused(String row, String finding) throws IOException {
        Path file = Files.writeString(folder.resolve("log.csv"), "id,day,sum\n" + row + "\nB,2025-01-02,1\n");

        Terminal refused = summarise(file, "--id id --date day --amount sum").refused();
        assertThat(refused.err()).contains(finding, "1 of 2 rows can't be used");

        Terminal skipped = summarise(file, "--id id --date day --amount sum --skip-bad-rows")
                .done();
        assertThat(skipped.out()).isEqualTo("id,x,t_x,T,mean_amount\nB,0,0.0,9.0,0.0\n");
        assertThat(skipped.err()).contains(finding, "2 rows read, 1 bad ones left out");
    }

    @Test
    void findingsShowNoKeys() throws IOException {
        Path file = Files.writeString(folder.resolve("log.csv"), "jane.doe@example.org,yesterday\n");

        assertThat(summarise(file, "--header no --id 1 --date 2").refused().err())
                .contains("log.csv:1 unreadable-value 2: expected a day as in 2024-02-29, found yesterday")
                .doesNotContain("jane");
    }

    @Test
    void findingsAreCapped() throws IOException {
        Path file = Files.writeString(folder.resolve("log.csv"), "A,20250101\n".repeat(1000));

        assertThat(summarise(file, "--id 1 --date 2").refused().err().lines())
                .hasSize(22)
                .contains("… and 980 more findings: {unreadable-value=1000}");
    }

    @Test
    void unknownColumnsAreNamedWithThoseThereAre() throws IOException {
        Path file = Files.writeString(folder.resolve("log.csv"), "id,day,sum\n" + ROWS);

        assertThat(summarise(file, "--id key --date day").misused().err())
                .contains("--id must be one of the columns of log.csv [id, day, sum] or a position from 1 to 3,"
                        + " found \"key\"");
        assertThat(summarise(file, "--id 4 --date day").misused().err()).contains("found \"4\"");
        assertThat(summarise(file, "--id id --date day --delimiter ;").misused().err())
                .contains("should --delimiter divide it?");
    }

    @Test
    void columnsOfTheSameNameAreToldByPosition() throws IOException {
        Path file = Files.writeString(folder.resolve("log.csv"), "id,id,day\nA,B,2025-01-01\n");

        assertThat(summarise(file, "--id id --date day --header yes").misused().err())
                .contains("--id must tell the column by its position: 2 columns are called \"id\"");
        assertThat(summarise(file, "--id 2 --date day --header yes").done().out())
                .contains("\nB,0,");
        assertThat(summarise(file, "--id id --date day").misused().err())
                .contains("does its first line name the columns, as --header yes says?");
        assertThat(summarise(file, "--id id --date day --header no").misused().err())
                .doesNotContain("--header yes");
    }

    @Test
    void anEmptyFileIsRefusedAndAHeaderAloneIsNoRows() throws IOException {
        Path file = Files.writeString(folder.resolve("log.csv"), "");
        assertThat(summarise(file, "--id id --date day").refused().err()).contains("log.csv is refused: it is empty");

        Files.writeString(file, "id,day\n");
        assertThat(summarise(file, "--id id --date day").done().out()).isEqualTo("id,x,t_x,T\n");
        assertThat(Terminal.type("rfm --id id --date day --amount day --as-of 2025-12-31 --input " + file)
                        .refused()
                        .err())
                .contains("rfm can't be fitted: the table has no rows");
    }

    @Test
    void aFileWithoutAReadableRecordIsNotCalledEmpty() throws IOException {
        Path file = folder.resolve("log.csv");
        Files.writeString(file, "客户,日期\n张三,2025-01-01\n", Charset.forName("GB18030"));
        assertThat(summarise(file, "--id 1 --date 2").refused().err())
                .contains("log.csv:1 malformed-bytes", "no record of it can be read; is it another --encoding")
                .doesNotContain("empty");

        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(ROWS.getBytes(StandardCharsets.UTF_8));
        }
        Files.write(file, Arrays.copyOf(packed.toByteArray(), 20));
        assertThat(summarise(file, "--id 1 --date 2").refused().err()).contains("log.csv:", "damaged");
    }

    @Test
    void filesThatCantBeReadAreNamed() throws IOException {
        assertThat(summarise(folder.resolve("none.csv"), "--id 1 --date 2")
                        .refused()
                        .err())
                .contains("there is no file " + folder.resolve("none.csv"));
        assertThat(summarise(folder, "--id 1 --date 2").refused().err()).contains(folder + " is a folder");
    }

    @Test
    void valuesOfOptionsAreChecked() throws IOException {
        Path file = Files.writeString(folder.resolve("log.csv"), ROWS);

        assertThat(summarise(file, "--id 1 --date 2 --header maybe").misused().err())
                .contains("must be one of [yes, no], found \"maybe\"");
        assertThat(summarise(file, "--id 1 --date 2 --delimiter abc").misused().err())
                .contains("delimiter must be one character");
        assertThat(summarise(file, "--id 1 --date 2 --encoding ABC").misused().err())
                .contains("found \"ABC\"");
        assertThat(summarise(file, "--id 1 --date 2 --date-format bogus")
                        .misused()
                        .err())
                .contains("--date-format");
    }

    private String summary(String text, String options) throws IOException {
        return summarise(Files.writeString(folder.resolve("log.csv"), text), options)
                .done()
                .out();
    }

    private static Terminal summarise(Path file, String options) {
        return Terminal.type("clv summarise --unit day --observed-until 2025-01-11 --input " + file + " " + options);
    }
}
