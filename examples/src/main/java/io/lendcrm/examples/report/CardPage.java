package io.lendcrm.examples.report;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Shows a scorecard as one HTML file that holds everything it needs and loads nothing. Equal reports give equal bytes.
 * Immutable and thread-safe.
 */
public final class CardPage {

    private final HtmlPage page;

    private CardPage(HtmlPage page) {
        this.page = page;
    }

    /** {@return the page, its parts read from the class path} */
    public static CardPage load() {
        return new CardPage(HtmlPage.of(Labels.withThoseOf("card"), script()));
    }

    static String script() {
        return PageParts.script("page-basics.js", "page-plots.js", "card-charts.js", "card-page.js", "page-frame.js");
    }

    /**
     * Shows a card.
     *
     * @param report the card and its proof
     * @param start the language the page opens in; readers can switch
     * @return the HTML text
     */
    public String render(CardReport report, Language start) {
        return page.render(requireNonNull(report, "report"), start);
    }

    /**
     * Writes {@code scorecard.html} into a folder.
     *
     * @param report the card and its proof
     * @param start the language the page opens in
     * @param folder the folder, made if it is missing
     * @return the file
     * @throws IOException if it can't be written
     */
    public Path write(CardReport report, Language start, Path folder) throws IOException {
        Path file = Files.createDirectories(folder).resolve("scorecard.html");
        return Files.writeString(file, render(report, start), StandardCharsets.UTF_8);
    }
}
