package io.lendcrm.scoring.proof.report;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.DocumentBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Sections of lines, lists and tables whose headings are codes, to be rendered as Markdown in a language or as a document.
 * Not thread-safe; confine to one thread.
 */
final class Page {

    static final String NOT_REGISTERED = "NOT_REGISTERED";
    static final String NO_VERDICT = "EVIDENCE_IS_NO_VERDICT";

    /** Part of a section. */
    sealed interface Block {
        String code();
    }

    /** A value: of people's, or a word of the library's, which has a text in each language. */
    record Cell(Document value, boolean word) {}

    /** A label and its value. */
    record Line(String code, Cell value) implements Block {}

    /** A label and some values below it. */
    record Bullets(String code, List<Cell> values) implements Block {}

    /** Rows under headings; an absent cell is an empty text. */
    record Table(String code, List<String> columns, List<List<Cell>> rows) implements Block {}

    private final String format;
    private final String title;
    private final Map<String, List<Block>> sections = new LinkedHashMap<>();
    private String current = "";

    Page(String format, String title) {
        this.format = format;
        this.title = title;
    }

    Page section(String code) {
        current = code;
        sections.put(code, new ArrayList<>());
        return this;
    }

    Page line(String code, String value) {
        return add(new Line(code, text(value)));
    }

    Page line(String code, long value) {
        return add(new Line(code, whole(value)));
    }

    Page word(String code, String value) {
        return add(new Line(code, word(value)));
    }

    Page bullets(String code, List<String> values) {
        return cells(code, values.stream().map(Page::text).toList());
    }

    Page words(String code, List<? extends Enum<?>> values) {
        return cells(code, values.stream().map(Page::word).toList());
    }

    private Page cells(String code, List<Cell> values) {
        return values.isEmpty() ? this : add(new Bullets(code, values));
    }

    Page table(String code, List<String> columns, List<List<Cell>> rows) {
        return rows.isEmpty() ? this : add(new Table(code, columns, List.copyOf(rows)));
    }

    private Page add(Block block) {
        requireNonNull(sections.get(current)).add(block);
        return this;
    }

    String title() {
        return title;
    }

    String format() {
        return format;
    }

    Map<String, List<Block>> sections() {
        return sections;
    }

    static Cell text(String value) {
        return new Cell(new Document.Text(value), false);
    }

    static Cell word(Enum<?> value) {
        return word(value.name());
    }

    private static Cell word(String value) {
        return new Cell(new Document.Text(value), true);
    }

    static Cell whole(long value) {
        return new Cell(new Document.Whole(value), false);
    }

    /** A number, or nothing where there is none. */
    static Cell number(double value) {
        return Double.isFinite(value) ? new Cell(new Document.Decimal(value), false) : text("");
    }

    Document.Tree toDocument() {
        DocumentBuilder all =
                Document.tree().put("format", format).put("version", 1).put("title", title);
        sections.forEach((section, blocks) -> {
            DocumentBuilder members = Document.tree();
            blocks.forEach(block -> put(members, block));
            all.put(section, members.build());
        });
        return all.build();
    }

    private static void put(DocumentBuilder members, Block block) {
        if (block instanceof Line line) {
            members.put(line.code(), line.value().value());
        } else if (block instanceof Bullets bullets) {
            members.put(
                    bullets.code(),
                    new Document.Items(
                            bullets.values().stream().map(Cell::value).toList()));
        } else if (block instanceof Table table) {
            List<Document> rows = new ArrayList<>();
            for (List<Cell> row : table.rows()) {
                DocumentBuilder cells = Document.tree();
                for (int column = 0; column < row.size(); column++) {
                    Document cell = row.get(column).value();
                    if (!cell.equals(new Document.Text(""))) {
                        cells.put(table.columns().get(column), cell);
                    }
                }
                rows.add(cells.build());
            }
            members.put(table.code(), new Document.Items(rows));
        }
    }
}
