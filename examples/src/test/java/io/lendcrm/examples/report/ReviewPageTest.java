package io.lendcrm.examples.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewPageTest {
    private static final Pattern SCRIPT = Pattern.compile("<script>(.*?)</script>", Pattern.DOTALL);
    private static final Pattern DATA =
            Pattern.compile("<script type=\"application/json\" id=\"data\">(.*?)</script>", Pattern.DOTALL);
    private static final Pattern USE = Pattern.compile("\\bt\\(\\s*'([\\w.]+)'");

    private final ReviewPage page = ReviewPage.load();

    @Test
    void holdsTheReportInOneFileOfReasonableSize(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("review.html");
        page.write(SampleReport.full(), Language.EN, file);

        assertThat(file.toFile().length()).isBetween(1_000_000L, 1_400_000L);
        assertThat(data(SampleReport.full(), Language.EN)
                        .at("/report/title/lender/en")
                        .textValue())
                .isEqualTo("Northern Rivers Lending");
    }

    @Test
    void loadsNothingFromAnywhere() {
        String html = page.render(SampleReport.full(), Language.EN);
        String ours = SCRIPT.matcher(DATA.matcher(html).replaceAll("")).replaceAll("");

        assertThat(ours).contains("default-src 'none'").doesNotContain("http:", "https:", "src=", "url(", "@import");
        assertThat(PageParts.script()).doesNotContain("fetch(", "XMLHttpRequest", "innerHTML", "outerHTML", "eval(");
    }

    @Test
    void namesItsScriptsByTheirHashesSoThatNoOtherRuns() {
        String html = page.render(SampleReport.full(), Language.EN);
        List<String> scripts =
                SCRIPT.matcher(html).results().map(found -> found.group(1)).toList();

        assertThat(scripts).hasSize(2);
        for (String script : scripts) {
            assertThat(html).contains("'sha256-" + sha256(script) + "'");
        }
        assertThat(html).doesNotContain("script-src 'unsafe-inline'");
    }

    @Test
    void namesThatLookLikeMarkupCannotLeaveTheData() {
        String html = page.render(SampleReport.full(), Language.EN);

        assertThat(html).doesNotContain("<img src=x", "<script>alert");
        assertThat(data(SampleReport.full(), Language.EN)
                        .at("/report/value/top/2/name/en")
                        .textValue())
                .isEqualTo("<img src=x onerror=document.title='hit'>");
        assertThat(ReportJson.embedded("a\u2028b</script>&")).isEqualTo("\"a\\u2028b\\u003c/script\\u003e\\u0026\"");
    }

    @Test
    void marksInTheDataAreNotReplaced() {
        ReviewReport report = SampleReport.bare()
                .withNotes(
                        List.of(new ReviewReport.Note(Text.same("@@script@@ $1 \\1"), Text.same("@@style@@"), "", "")));

        assertThat(data(report, Language.EN).at("/report/notes/0/term/en").textValue())
                .isEqualTo("@@script@@ $1 \\1");
    }

    @Test
    void absentPartsAreAbsentInTheData() {
        JsonNode report = data(SampleReport.bare(), Language.EN).at("/report");

        assertThat(List.of("gate", "rfm", "value", "purchases", "lending", "kpi", "segments"))
                .allSatisfy(part -> assertThat(report.get(part).isNull()).isTrue());
    }

    @Test
    void holdsTheNumbersOfEveryPicture() {
        JsonNode report = data(SampleReport.full(), Language.EN).at("/report");

        assertThat(report.at("/purchases/tracking/weeks")).hasSize(60);
        assertThat(report.at("/purchases/alive/curve")).hasSize(40);
        assertThat(report.at("/purchases/maps/0/alive/0/1").isNull()).isTrue();
        assertThat(report.at("/purchases/spend/0/expected"))
                .hasSameSizeAs(report.at("/purchases/spend/0/observed/bins"));
        assertThat(report.at("/lending/waterfall/steps")).hasSize(4);
        assertThat(report.at("/lending/retention/0/points/1/betaDiscreteWeibull")
                        .isNull())
                .isTrue();
        assertThat(PageParts.script())
                .contains("build: purchasesSection", "build: lendingSection", "id: 'purchases'", "id: 'lending'");
    }

    @Test
    void opensInTheChosenLanguage() {
        assertThat(page.render(SampleReport.full(), Language.ZH)).contains("<html lang=\"zh\">");
        assertThat(data(SampleReport.full(), Language.ZH).get("language").textValue())
                .isEqualTo("zh");
    }

    @Test
    void everyWordIsThereInBothLanguagesAndUsed() {
        Set<String> used = USE.matcher(PageParts.script())
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        used.add("title.noscript");
        Labels labels = Labels.load();

        assertThat(used).hasSizeGreaterThan(100);
        assertThat(labels.in(Language.EN).keySet()).containsExactlyElementsOf(used);
        assertThat(labels.in(Language.ZH).keySet()).containsExactlyElementsOf(used);
    }

    @Test
    void bothLanguagesTakeTheSameValues() {
        Labels labels = Labels.load();

        for (String key : labels.in(Language.EN).keySet()) {
            assertThat(holes(labels, Language.ZH, key)).as(key).isEqualTo(holes(labels, Language.EN, key));
        }
    }

    @Test
    void equalReportsGiveEqualBytes() {
        assertThat(ReviewPage.load().render(SampleReport.full(), Language.EN))
                .isEqualTo(page.render(SampleReport.full(), Language.EN));
    }

    private static Set<String> holes(Labels labels, Language language, String key) {
        return Pattern.compile("\\{\\d}")
                .matcher(labels.in(language).getOrDefault(key, ""))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private JsonNode data(ReviewReport report, Language language) {
        String found = DATA.matcher(page.render(report, language))
                .results()
                .map(match -> match.group(1))
                .findFirst()
                .orElseThrow();
        try {
            return new ObjectMapper().readTree(found);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String sha256(String text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
