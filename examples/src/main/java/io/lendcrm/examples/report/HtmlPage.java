package io.lendcrm.examples.report;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.Checksum;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One HTML file that holds everything it needs: data, words in both languages, style and charts.
 *
 * <p>The file loads nothing: its content security policy forbids every connection and every script but the page's
 * own, which it names by SHA-256. Data stand in it as escaped JSON and reach the page as text, so that a name that
 * looks like markup is shown as a name. Equal data give equal bytes. Immutable and thread-safe.
 */
final class HtmlPage {
    private static final Pattern MARK = Pattern.compile("@@(\\w+)@@");

    private final Labels labels;
    private final String style;
    private final String charts;
    private final String script;

    private HtmlPage(Labels labels, String style, String charts, String script) {
        this.labels = labels;
        this.style = style;
        this.charts = charts;
        this.script = script;
    }

    /** A page with these words and this script. */
    static HtmlPage of(Labels labels, String script) {
        return new HtmlPage(labels, PageParts.resource("page.css"), PageParts.charts(), script);
    }

    String render(Object report, Language start) {
        requireNonNull(report, "report");
        requireNonNull(start, "start");
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("language", start.code());
        Map<String, Map<String, String>> words = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            words.put(language.code(), labels.in(language));
        }
        data.put("labels", words);
        data.put("report", report);
        Map<String, String> parts = Map.of(
                "language", start.code(),
                "policy", policy(),
                "style", style,
                "noscript", labels.in(start).getOrDefault("title.noscript", ""),
                "data", ReportJson.embedded(data),
                "charts", charts,
                "script", script);
        Matcher mark = MARK.matcher(PageParts.resource("page.html"));
        StringBuilder html = new StringBuilder(charts.length() + 100_000);
        while (mark.find()) {
            mark.appendReplacement(html, "");
            html.append(requireNonNull(parts.get(mark.group(1)), mark.group(1)));
        }
        mark.appendTail(html);
        return html.toString();
    }

    /** Chart libraries style elements as they draw; hence inline style is allowed, inline script only by its hash. */
    private String policy() {
        return "default-src 'none'; script-src '" + hash(charts) + "' '" + hash(script)
                + "'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";
    }

    private static String hash(String text) {
        byte[] digest = Checksum.digest().digest(text.getBytes(StandardCharsets.UTF_8));
        return "sha256-" + Base64.getEncoder().encodeToString(digest);
    }
}
