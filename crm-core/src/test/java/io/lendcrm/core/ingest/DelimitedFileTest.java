package io.lendcrm.core.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lendcrm.core.ingest.DelimitedFile.Header;
import io.lendcrm.core.quality.Finding;
import io.lendcrm.core.quality.QualityReport;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class DelimitedFileTest {

    private final List<List<String>> rows = new ArrayList<>();

    @Test
    void readsColumnsByNameOrPosition() {
        List<String> read = new ArrayList<>();

        QualityReport report = file("id,date,amount\n7,2024-02-29,12.30\n8,2024-03-01,0.70\n")
                .forEach(row -> read.add(row.text("id") + " " + row.date("2") + " " + row.decimal("amount")));

        assertThat(read).containsExactly("7 2024-02-29 12.30", "8 2024-03-01 0.70");
        assertThat(report.read()).isEqualTo(2);
        assertThat(report.isClean()).isTrue();
    }

    @Test
    void aBadRowIsAFindingWithItsLineAndTheGoodOnesGoOn() {
        QualityReport report = file("id,date,amount\n7,2024-02-30,12.30\n8,2024-03-01,1,000.00\n9,2024-03-02,5\n")
                .showing("date")
                .forEach(row -> take(row.text("id"), row.date("date").toString(), row.text("amount")));

        assertThat(rows).containsExactly(List.of("9", "2024-03-02", "5"));
        assertThat(report.samples())
                .extracting(Finding::toString)
                .containsExactly(
                        "log.csv:2 unreadable-value date: expected a day as in 2024-02-29, found 2024-02-30",
                        "log.csv:3 wrong-number-of-fields: expected 3 fields, as many as columns, found 4 fields");
        assertThat(report.read()).isEqualTo(3);
        assertThat(report.accepted()).isEqualTo(1);
        assertThat(report.rejected()).isEqualTo(2);
    }

    @Test
    void valuesAreMaskedUnlessTheirColumnIsShown() {
        QualityReport report = file("name,amount\nAnna Maria,Prague 4\n").forEach(row -> row.decimal("amount"));

        assertThat(report.samples()).singleElement().extracting(Finding::value).isEqualTo("[8 characters]");
    }

    @Test
    void theReadingCodeCanRefuseARow() {
        QualityReport report = file("id,amount\n1,-5\n").showing("amount").forEach(row -> {
            if (row.decimal("amount").signum() < 0) {
                throw row.refuse("amount", "at least 0");
            }
        });

        assertThat(report.samples())
                .extracting(Finding::toString)
                .containsExactly("log.csv:2 refused-value amount: expected at least 0, found -5");
    }

    @Test
    void anEmptyValueIsMissingAndBlanksAroundAValueAreNotPartOfIt() {
        file("a,b,c\n , x ,\"\"\n").forEach(row -> {
            assertThat(row.value("a")).isEmpty();
            assertThat(row.has("c")).isFalse();
            assertThat(row.text("b")).isEqualTo("x");
        });
    }

    @Test
    void quotedFieldsHoldDelimitersQuotesAndLineEnds() {
        readAll(file("a,b\r\n\"x,1\",\"he said \"\"no\"\"\"\r\n\"two\r\nlines\",2\r\n"));

        assertThat(rows).containsExactly(List.of("x,1", "he said \"no\""), List.of("two\nlines", "2"));
    }

    @Test
    void linesEndWithLineFeedOrCarriageReturnOrBoth() {
        assertThat(readAll(file("a,b\n1,2\n3,4")).read()).isEqualTo(2);
        assertThat(readAll(file("a,b\r1,2\r3,4\r")).read()).isEqualTo(2);
        assertThat(readAll(file("a,b\r\n1,2\r\n\r\n3,4\r\n")).read()).isEqualTo(2);
        assertThat(rows).hasSize(6).containsOnly(List.of("1", "2"), List.of("3", "4"));
    }

    @Test
    void aQuoteThatIsNeverClosedCostsItsLineOnly() {
        QualityReport report = readAll(file("a,b\n1,\"open\n2,x\n3,y\n"));

        assertThat(rows).containsExactly(List.of("2", "x"), List.of("3", "y"));
        assertThat(report.count("unclosed-quote")).isEqualTo(1);
        assertThat(report.samples().get(0).place().line()).isEqualTo(2);
    }

    @Test
    void textAfterAClosingQuoteIsRefused() {
        QualityReport report = readAll(file("a,b\n\"1\"x,2\n3,4\n"));

        assertThat(rows).containsExactly(List.of("3", "4"));
        assertThat(report.count("malformed-quotes")).isEqualTo(1);
    }

    @Test
    void aRecordBeyondTheLimitIsAFindingAndNotKept() {
        String text = "a,b\n1," + "x".repeat(100_000) + "\n2,y\n3,\"" + "z\n".repeat(600) + "\"\n4,w\n";

        QualityReport report = readAll(file(text).withLongestRecord(1_000));

        assertThat(rows).startsWith(List.of("2", "y")).endsWith(List.of("4", "w"));
        assertThat(report.count("record-too-long")).isEqualTo(1);
        assertThat(report.count("unclosed-quote")).isEqualTo(2);
    }

    @Test
    void unpacksGzipByItsMagicBytes() throws IOException {
        assertThat(readAll(bytes(gzip("a,b\n1,2\n"))).read()).isEqualTo(1);
        assertThat(rows).containsExactly(List.of("1", "2"));
    }

    @Test
    void aPackedFileThatBreaksOffIsAFinding() throws IOException {
        StringBuilder text = new StringBuilder("a,b\n");
        for (int i = 0; i < 10_000; i++) {
            text.append(i).append(',').append(i * 7919L % 10_007).append('\n');
        }
        byte[] whole = gzip(text.toString());

        QualityReport report = readAll(bytes(Arrays.copyOf(whole, whole.length / 2)));

        assertThat(report.accepted()).isPositive().isEqualTo(rows.size());
        assertThat(report.count("file-cut-off")).isEqualTo(1);
        assertThat(report.rejected()).isEqualTo(1);
    }

    @Test
    void aByteOrderMarkIsNotPartOfTheFirstColumn() {
        assertThat(file("\uFEFFid,b\n1,2\n").columns()).containsExactly("id", "b");
        assertThat(bytes("\uFEFFid,b\n1,2\n".getBytes(UTF_16BE)).columns()).containsExactly("id", "b");
    }

    @Test
    void malformedBytesAreAFindingWithTheirLine() {
        QualityReport report = readAll(bytes("a,b\n1,\u00e9\n2,e\n".getBytes(ISO_8859_1)));

        assertThat(rows).containsExactly(List.of("2", "e"));
        assertThat(report.samples()).extracting(Finding::rule).containsExactly("malformed-bytes");
        assertThat(report.samples().get(0).place().line()).isEqualTo(2);
    }

    @Test
    void readsGb18030() {
        Charset chinese = Charset.forName("GB18030");
        DelimitedFile file = bytes("客户,金额\n北京科技,12.5\n𠮷,3\n".getBytes(chinese)).withEncoding(chinese);
        List<String> read = new ArrayList<>();

        QualityReport report = file.forEach(row -> read.add(row.text("客户") + row.decimal("金额")));

        assertThat(read).containsExactly("北京科技12.5", "𠮷3");
        assertThat(report.isClean()).isTrue();
        assertThat(readAll(file.withEncoding(UTF_8)).count("malformed-bytes")).isEqualTo(3);
    }

    @Test
    void detectsDelimiterAndHeader() {
        assertThat(file("a;b\n1,5;2\n").columns()).containsExactly("a", "b");
        assertThat(file("a\tb\tc,d\n").columns()).containsExactly("a", "b", "c,d");
        assertThat(file("1;2;3\n").columns()).containsExactly("1", "2", "3");
        assertThat(file("Anna,2024-01-01\n").columns()).containsExactly("1", "2");
        assertThat(file("x,y\n").withHeader(Header.NO).columns()).containsExactly("1", "2");
        assertThat(file("1997,1998\n5,6\n").withHeader(Header.YES).columns()).containsExactly("1997", "1998");
        assertThat(file("id,x,t_x,T\na,1,2.5,3\n").columns()).containsExactly("id", "x", "t_x", "T");
    }

    @Test
    void whitespaceMeansRunsOfBlanksWithLeadingOnesIgnored() {
        readAll(file("  00004 0001\t19970101  2   29.33 \r\n").withDelimiter(Delimiter.parse("whitespace")));

        assertThat(rows).containsExactly(List.of("00004", "0001", "19970101", "2", "29.33"));
    }

    @Test
    void emptyFieldsBehindTheLastColumnDoNotCount() {
        assertThat(readAll(file("a,b,,\n1,2,,\n3,4\n5,6,7\n")).rejected()).isEqualTo(1);
        assertThat(rows).containsExactly(List.of("1", "2"), List.of("3", "4"));
    }

    @Test
    void aLineOfTabsIsARowOfEmptyFieldsWhereTheTabDelimits() {
        assertThat(readAll(file("a\tb\n1\t2\n\t\n3\t4\n")).read()).isEqualTo(3);
        assertThat(rows).containsExactly(List.of("1", "2"), List.of("", ""), List.of("3", "4"));
    }

    @Test
    void anEmptyFileHasNoRowsAndNoColumns() {
        assertThat(file("").columns()).isEmpty();
        assertThat(readAll(file("\n\n")).read()).isZero();
    }

    @Test
    void aColumnThatIsNotThereIsAnErrorThatNamesThoseThatAre() {
        assertThatThrownBy(() -> file("a,b\n1,2\n").forEach(row -> row.text("amount")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("column must be one of [a, b] or a position from 1 to 2, found \"amount\"");
    }

    @Test
    void amountsAreExactAndWithoutThousandsSeparators() {
        List<BigDecimal> read = new ArrayList<>();

        QualityReport report = file("a\n0.1\n-5\n.5\n1e3\n1 000\n0x10\nNaN\n１\n")
                .withDelimiter(',')
                .forEach(row -> read.add(row.decimal("a")));

        assertThat(read).containsExactly(new BigDecimal("0.1"), new BigDecimal("-5"), new BigDecimal("0.5"));
        assertThat(report.count("unreadable-value")).isEqualTo(5);
    }

    @Test
    void daysFollowAPattern() {
        DelimitedFile file = file("when\n930705\n").withHeader(Header.YES);

        file.withDays(DayFormat.of("yyMMdd", 1900))
                .forEach(row -> assertThat(row.date("when")).isEqualTo(LocalDate.of(1993, 7, 5)));
        file.withDays(DayFormat.of("yyMMdd", 2000))
                .forEach(row -> assertThat(row.date("when")).isEqualTo(LocalDate.of(2093, 7, 5)));
    }

    private QualityReport readAll(DelimitedFile file) {
        return file.forEach(row ->
                take(row.columns().stream().map(c -> row.value(c).orElse("")).toArray(String[]::new)));
    }

    private void take(String... values) {
        rows.add(List.of(values));
    }

    private static DelimitedFile file(String text) {
        return bytes(text.getBytes(UTF_8));
    }

    private static DelimitedFile bytes(byte[] content) {
        return DelimitedFile.of("log.csv", () -> new ByteArrayInputStream(content));
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }
}
