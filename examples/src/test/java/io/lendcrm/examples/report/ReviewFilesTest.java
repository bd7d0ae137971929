package io.lendcrm.examples.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewFilesTest {
    @TempDir
    Path folder;

    @Test
    void writesThePageTheReportAndATableForEachPart() throws IOException {
        List<Path> written = ReviewFiles.in(folder, Language.EN).write(SampleReport.full());

        assertThat(written)
                .extracting(path -> path.getFileName().toString())
                .containsExactly(
                        "review.html",
                        "report.json",
                        "findings.csv",
                        "rfm-segments.csv",
                        "segments.csv",
                        "top-clients.csv");
        assertThat(written).allSatisfy(path -> assertThat(path).isNotEmptyFile());
    }

    @Test
    void aPartThatIsAbsentGetsNoFile() throws IOException {
        List<Path> written = ReviewFiles.in(folder, Language.EN).write(SampleReport.bare());

        assertThat(written)
                .extracting(path -> path.getFileName().toString())
                .containsExactly("review.html", "report.json", "findings.csv");
    }

    @Test
    void reportJsonHoldsTheNumbersToTheLastBit() throws IOException {
        ReviewReport report = SampleReport.full();
        ReviewFiles.in(folder, Language.ZH).write(report);

        JsonNode json =
                new ObjectMapper().readTree(folder.resolve("report.json").toFile());

        ValueBook value = report.value();
        assertThat(value).isNotNull();
        assertThat(json.at("/value/total").doubleValue()).isEqualTo(value.total());
        assertThat(json.at("/title/asOf").textValue()).isEqualTo("2024-06-30");
        assertThat(json.at("/overview/kinds/0/name/zh").textValue()).isEqualTo("个人");
        assertThat(json.at("/findings/feeds/0/read").longValue()).isEqualTo(20_014);
    }

    @Test
    void csvQuotesWhatNeedsQuotesAndKeepsDoubles() throws IOException {
        try (CsvFile csv = ReviewFiles.in(folder, Language.EN).clients(List.of("id", "name", "value", "note"))) {
            csv.row("C-1", "Smith, \"Jo\"", 0.1 + 0.2, null);
            csv.row("C-2", "two\nlines", 1e300, "=1+1");
        }

        assertThat(folder.resolve("clients.csv"))
                .hasContent("id,name,value,note\n"
                        + "C-1,\"Smith, \"\"Jo\"\"\",0.30000000000000004,\n"
                        + "C-2,\"two\nlines\",1.0E300,=1+1\n");
    }

    @Test
    void csvRefusesARowOfAnotherWidth() throws IOException {
        try (CsvFile csv = CsvFile.create(folder.resolve("x.csv"), List.of("a", "b"))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> csv.row("only one"))
                    .withMessage("row must have 2 cells, found 1");
        }
    }

    @Test
    void namesAreInTheChosenLanguage() throws IOException {
        ReviewFiles.in(folder, Language.ZH).write(SampleReport.full());

        assertThat(Files.readAllLines(folder.resolve("rfm-segments.csv")).get(1))
                .startsWith("champions,重要价值客户,3810,");
    }
}
