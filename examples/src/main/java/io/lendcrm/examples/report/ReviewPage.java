package io.lendcrm.examples.report;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Shows a report as one HTML file that holds everything it needs and loads nothing. Equal reports give equal bytes. Immutable
 * and thread-safe.
 */
public final class ReviewPage {

    private final HtmlPage page;

    private ReviewPage(HtmlPage page) {
        this.page = page;
    }

    /** {@return the page, its parts read from the class path} */
    public static ReviewPage load() {
        return new ReviewPage(HtmlPage.of(Labels.load(), PageParts.script()));
    }

    /**
     * Shows a report.
     *
     * @param report the report
     * @param start the language the page opens in; readers can switch
     * @return the HTML text
     */
    public String render(ReviewReport report, Language start) {
        return page.render(requireNonNull(report, "report"), start);
    }

    /**
     * Writes a report as an HTML file in UTF-8.
     *
     * @param report the report
     * @param start the language the page opens in
     * @param file the file to write or to replace
     * @throws IOException if it can't be written
     */
    public void write(ReviewReport report, Language start, Path file) throws IOException {
        Files.writeString(file, render(report, start), StandardCharsets.UTF_8);
    }
}
