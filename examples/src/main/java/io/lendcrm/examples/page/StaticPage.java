package io.lendcrm.examples.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A page in one file that loads nothing and runs nothing; its content security policy says so. Equal contents give equal bytes.
 * Not thread-safe; confine to one thread.
 */
public final class StaticPage {

    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

    private final String title;
    private final List<Html> sections = new ArrayList<>();

    private StaticPage(String title) {
        this.title = title;
    }

    /**
     * Begins a page.
     *
     * @param eyebrow what kind of page it is
     * @param title its title
     * @param lead a sentence or two that say what it found
     * @return the page, without a section
     */
    public static StaticPage of(String eyebrow, String title, String lead) {
        StaticPage page = new StaticPage(title);
        page.sections.add(Html.element(
                "header class=\"hero\"",
                Html.paragraph("eyebrow", eyebrow),
                Html.element("h1", Html.text(title)),
                Html.paragraph("lead", lead)));
        return page;
    }

    /**
     * A figure to be seen at once.
     *
     * @param name what it is
     * @param figure the figure
     * @param aside a word on it
     */
    public record Tile(String name, String figure, String aside) {}

    /**
     * Adds figures side by side.
     *
     * @param tiles the figures
     * @return this
     */
    public StaticPage tiles(List<Tile> tiles) {
        sections.add(Html.element(
                "dl class=\"tiles gap\"",
                tiles.stream()
                        .map(tile -> Html.element(
                                "div class=\"tile\"",
                                Html.element("dt", Html.text(tile.name())),
                                Html.element("dd", Html.text(tile.figure())),
                                Html.element("dd class=\"aside\"", Html.text(tile.aside()))))
                        .toList()));
        return this;
    }

    /**
     * Adds a section.
     *
     * @param heading its heading
     * @param intro how to read it
     * @param content what is in it
     * @return this
     */
    public StaticPage section(String heading, String intro, Html... content) {
        List<Html> parts = new ArrayList<>();
        parts.add(Html.element("header", Html.element("h2", Html.text(heading)), Html.paragraph("", intro)));
        for (Html part : content) {
            parts.add(Html.element("div class=\"card\"", part));
        }
        sections.add(Html.element("section", parts));
        return this;
    }

    /** {@return the page as HTML} */
    public String html() {
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta http-equiv=\"Content-Security-Policy\" content=\"" + POLICY + "\">\n"
                + "<meta name=\"viewport\""
                + " content=\"width=device-width,"
                + " initial-scale=1\">\n"
                + "<meta name=\"color-scheme\""
                + " content=\"light dark\">\n"
                + "<meta name=\"referrer\""
                + " content=\"no-referrer\">\n"
                + "<title>" + Html.text(title).markup() + "</title>\n<style>"
                + resource("/io/lendcrm/examples/report/page.css") + resource("static.css")
                + "</style>\n</head>\n<body>\n<main class=\"sheet\">\n"
                + String.join("\n", sections.stream().map(Html::markup).toList())
                + "\n</main>\n</body>\n</html>\n";
    }

    /**
     * Writes the page in UTF-8.
     *
     * @param file the file to write or to replace
     */
    public void write(Path file) {
        try {
            Files.writeString(file, html(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = StaticPage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the class path lacks " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
