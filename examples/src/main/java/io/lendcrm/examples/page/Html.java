package io.lendcrm.examples.page;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A piece of a page: marked-up text in which every text from outside has been escaped. Immutable and thread-safe.
 *
 * @param markup the HTML
 */
public record Html(String markup) {

    /**
     * A text as it is, whatever it holds.
     *
     * @param text the text
     * @return the text, escaped
     */
    public static Html text(String text) {
        return new Html(text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;"));
    }

    /**
     * A number as text: with a true minus, and without a sign where it rounds to 0.
     *
     * @param format how it is written, beginning with the number, as {@code %+.1f}
     * @param value the number, finite
     * @return the text
     */
    public static String number(String format, double value) {
        String text = String.format(Locale.ROOT, format, value);
        if (text.matches("[-+]0(\\.0+)?([^\\d.].*)?")) {
            return text.substring(1);
        }
        return text.startsWith("-") ? "\u2212" + text.substring(1) : text;
    }

    /**
     * A sentence or its beginning with a capital letter.
     *
     * @param text the text
     * @return the same, its first letter large
     */
    public static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /**
     * An element.
     *
     * @param tag its name and its attributes, as {@code p class=sub}; written by us, never taken from data
     * @param content what is in it
     * @return the element
     */
    public static Html element(String tag, Html... content) {
        return element(tag, List.of(content));
    }

    /**
     * An element.
     *
     * @param tag its name and its attributes
     * @param content what is in it
     * @return the element
     */
    public static Html element(String tag, List<Html> content) {
        int name = tag.indexOf(' ');
        return new Html("<" + tag + ">" + all(content).markup + "</" + (name < 0 ? tag : tag.substring(0, name)) + ">");
    }

    /**
     * A paragraph of text.
     *
     * @param style its class; empty for none
     * @param text the text
     * @return the paragraph
     */
    public static Html paragraph(String style, String text) {
        return element(style.isEmpty() ? "p" : "p class=\"" + style + "\"", text(text));
    }

    /**
     * Pieces one after the other.
     *
     * @param pieces the pieces
     * @return all of them
     */
    public static Html all(List<Html> pieces) {
        return new Html(pieces.stream().map(Html::markup).collect(Collectors.joining()));
    }

    /**
     * A mark of how well something stands.
     *
     * @param tone {@code good}, {@code warn}, {@code bad}, or empty
     * @param text one or two words
     * @return the mark
     */
    public static Html pill(String tone, String text) {
        return element("span class=\"pill " + tone + "\"", text(text));
    }

    /**
     * A table, which scrolls sideways where the screen is too narrow.
     *
     * @param caption what it shows; empty for none
     * @param columns the headings; those that begin with a hash, which isn't shown, are of numbers
     * @param rows a piece a cell
     * @return the table
     */
    public static Html table(String caption, List<String> columns, List<List<Html>> rows) {
        StringBuilder table = new StringBuilder("<div class=\"scroll\" tabindex=\"0\"><table>");
        if (!caption.isEmpty()) {
            table.append("<caption>").append(text(caption).markup).append("</caption>");
        }
        table.append("<thead><tr>");
        for (String column : columns) {
            boolean number = column.startsWith("#");
            table.append(number ? "<th class=\"num\" scope=\"col\">" : "<th scope=\"col\">")
                    .append(text(number ? column.substring(1) : column).markup)
                    .append("</th>");
        }
        table.append("</tr></thead><tbody>");
        for (List<Html> row : rows) {
            table.append("<tr>");
            for (int c = 0; c < row.size(); c++) {
                table.append(columns.get(c).startsWith("#") ? "<td class=\"num\">" : "<td>")
                        .append(row.get(c).markup)
                        .append("</td>");
            }
            table.append("</tr>");
        }
        return new Html(table.append("</tbody></table></div>").toString());
    }
}
