package io.lendcrm.core.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.lendcrm.core.ingest.DelimitedFile.Header;
import io.lendcrm.core.quality.Finding;
import io.lendcrm.core.quality.QualityReport;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

class DelimitedFileProperties {

    @Property(tries = 500)
    void anyTableOfTextsIsReadBackFieldByField(
            @ForAll @Size(min = 3, max = 12) List<@From("fields") String> cells, @ForAll("delimiters") char delimiter) {
        List<List<String>> table = new ArrayList<>();
        for (int i = 0; i + 3 <= cells.size(); i += 3) {
            table.add(cells.subList(i, i + 3));
        }
        String text = table.stream()
                .map(row -> row.stream()
                        .map(DelimitedFileProperties::quoted)
                        .collect(Collectors.joining(String.valueOf(delimiter))))
                .collect(Collectors.joining("\r\n"));
        List<List<String>> read = new ArrayList<>();

        QualityReport report = file(text.getBytes(UTF_8))
                .withDelimiter(delimiter)
                .withHeader(Header.NO)
                .forEach(row -> read.add(
                        row.columns().stream().map(c -> row.value(c).orElse("")).toList()));

        assertThat(report.isClean()).isTrue();
        assertThat(read)
                .isEqualTo(table.stream()
                        .map(row -> row.stream().map(String::strip).toList())
                        .toList());
    }

    /** Whatever bytes come, reading ends with a report that reconciles and findings in lines that exist. */
    @Property(tries = 1000)
    void corruptedFilesGiveFindingsAndReconcile(
            @ForAll long seed,
            @ForAll("corruptions") int corruptions,
            @ForAll boolean chinese,
            @ForAll boolean blanks) {
        Charset encoding = chinese ? Charset.forName("GB18030") : UTF_8;
        byte[] bytes = corrupted(seed, corruptions, encoding);
        long[] given = new long[1];

        QualityReport report = file(bytes)
                .withEncoding(encoding)
                .withDelimiter(blanks ? Delimiter.WHITESPACE : Delimiter.DETECTED)
                .withLongestRecord(200)
                .forEach(row -> {
                    given[0]++;
                    row.decimal(String.valueOf(row.columns().size()));
                });

        long lines = new String(bytes, encoding).lines().count();
        assertThat(report.read())
                .isEqualTo(report.accepted() + report.rejected())
                .isLessThanOrEqualTo(lines);
        assertThat(given[0]).isBetween(report.accepted(), report.read());
        assertThat(report.findings()).isEqualTo(report.rejected());
        assertThat(report.samples())
                .allSatisfy(finding -> assertThat(finding.place().line()).isBetween(1L, lines));
    }

    @Property(tries = 300)
    void aFileIsReadTheSameEveryTime(@ForAll long seed, @ForAll("corruptions") int corruptions) {
        DelimitedFile file = file(corrupted(seed, corruptions, UTF_8));

        assertThat(file.forEach(row -> {})).isEqualTo(file.forEach(row -> {}));
    }

    /** A fault in one line costs no other line, as long as it opens no quote. */
    @Property(tries = 300)
    void oneBadLineCostsOneLine(@ForAll long seed) {
        Random random = new Random(seed);
        List<String> lines = lines(random);
        int bad = 1 + random.nextInt(lines.size() - 1);
        lines.set(
                bad,
                List.of("only,two", "x,\"y\"z,1", "a,b,c,d", "1,open,\"never closed")
                        .get(random.nextInt(4)));
        List<Long> accepted = new ArrayList<>();

        QualityReport report = file(String.join("\n", lines).getBytes(UTF_8)).forEach(row -> accepted.add(row.line()));

        assertThat(report.rejected()).isEqualTo(1);
        assertThat(report.samples()).extracting(Finding::place).allMatch(place -> place.line() == bad + 1);
        assertThat(accepted).hasSize(lines.size() - 2).doesNotContain(bad + 1L);
    }

    @Provide
    Arbitrary<String> fields() {
        return Arbitraries.strings().withChars("ab \"',;\t|\n€界").ofMaxLength(8).map(text -> "x" + text);
    }

    @Provide
    Arbitrary<Character> delimiters() {
        return Arbitraries.of(',', ';', '\t', '|');
    }

    @Provide
    Arbitrary<Integer> corruptions() {
        return Arbitraries.integers().between(0, 12);
    }

    private static String quoted(String field) {
        return '"' + field.replace("\"", "\"\"") + '"';
    }

    private static List<String> lines(Random random) {
        List<String> lines = new ArrayList<>(List.of("id,name,amount"));
        int rows = 2 + random.nextInt(30);
        for (int i = 0; i < rows; i++) {
            lines.add(i + ",客户 " + random.nextInt(99) + "," + random.nextInt(1000) + "." + random.nextInt(10));
        }
        return lines;
    }

    private static byte[] corrupted(long seed, int corruptions, Charset encoding) {
        Random random = new Random(seed);
        byte[] bytes = String.join("\n", lines(random)).getBytes(encoding);
        byte[] nasty = {'"', '\n', '\r', ',', ';', ' ', 0, (byte) 0xff, (byte) 0x81, (byte) 0xef, 0x1f, (byte) 0x8b};
        for (int i = 0; i < corruptions; i++) {
            int at = random.nextInt(random.nextBoolean() ? bytes.length : Math.min(4, bytes.length));
            bytes[at] = nasty[random.nextInt(nasty.length)];
        }
        return bytes;
    }

    private static DelimitedFile file(byte[] bytes) {
        return DelimitedFile.of("log.csv", () -> new ByteArrayInputStream(bytes));
    }
}
