package io.lendcrm.examples.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CardPageTest {

    private static final Pattern USE = Pattern.compile("\\bt\\(\\s*'([a-zA-Z.]+)'");

    private static final CardReport REPORT = new CardReport(
            new CardReport.Title(Text.same("a<b>.csv"), LocalDate.of(2025, 6, 1), 10, 3, "y = 1", 450, 600, 19, 50),
            new CardReport.Proof(
                    0.8,
                    null,
                    null,
                    0.6,
                    0.5,
                    430,
                    0.3,
                    0.15,
                    List.of(0.7, 0.8),
                    0.75,
                    List.of(new CardReport.Cut(400, 0, 0), new CardReport.Cut(500, 1, 1)),
                    List.of(new CardReport.Cut(500, 1, 1)),
                    List.of(new CardReport.Group(10, 0.3, 0.3, 0.1, 0.6))),
            List.of(new CardReport.Variable(
                    "</script><b>income",
                    0.3,
                    Text.of("bad rates descend", "坏账率递减"),
                    List.of(new CardReport.Bin(Text.same("(-inf, 20)"), 10, 3, 0.1, -5)))),
            List.of(new CardReport.Dropped("id", 0, Text.of("a key", "编号"))));

    @TempDir
    Path folder;

    @Test
    void everyWordIsThereInBothLanguagesAndUsed() {
        Set<String> used = USE.matcher(CardPage.script())
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        Labels all = Labels.withThoseOf("card");
        Labels own = Labels.load("card");

        assertThat(all.in(Language.EN).keySet()).containsAll(used);
        assertThat(used).containsAll(own.in(Language.EN).keySet());
        assertThat(own.in(Language.ZH).keySet()).isEqualTo(own.in(Language.EN).keySet());
        assertThat(all.in(Language.EN)).containsEntry("title.document", "Scorecard");
    }

    @Test
    void bothLanguagesTakeTheSameValues() {
        Labels own = Labels.load("card");

        for (String key : own.in(Language.EN).keySet()) {
            assertThat(holes(own, Language.ZH, key)).as(key).isEqualTo(holes(own, Language.EN, key));
        }
    }

    @Test
    void holdsItsDataAsTextAndLoadsNothing() throws IOException {
        String html = CardPage.load().render(REPORT, Language.ZH);

        assertThat(html).contains("<html lang=\"zh\">", "default-src 'none'").doesNotContain("</script><b>income");
        String data = html.substring(html.indexOf("id=\"data\">") + 10);
        JsonNode report = new ObjectMapper()
                .readTree(data.substring(0, data.indexOf("</script>")))
                .at("/report");
        assertThat(report.at("/variables/0/name").textValue()).isEqualTo("</script><b>income");
        assertThat(report.at("/proof/lower").isNull()).isTrue();
        assertThat(report.at("/title/asOf").textValue()).isEqualTo("2025-06-01");
    }

    @Test
    void isWrittenIntoItsFolder() throws IOException {
        Path file = CardPage.load().write(REPORT, Language.EN, folder.resolve("a/b"));

        assertThat(file).isEqualTo(folder.resolve("a/b/scorecard.html"));
        assertThat(Files.readString(file)).isEqualTo(CardPage.load().render(REPORT, Language.EN));
    }

    private static Set<String> holes(Labels labels, Language language, String key) {
        return Pattern.compile("\\{\\d}")
                .matcher(labels.in(language).getOrDefault(key, ""))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
