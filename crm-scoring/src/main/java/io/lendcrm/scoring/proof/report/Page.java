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

    /** A label and its value. */
    record Line(String code, Document value) implements Block {}

    /** A label and some values below it. */
    record Bullets(String code, List<String> values) implements Block {}

    /** Rows under headings; an absent cell is an empty text. */
    record Table(String code, List<String> columns, List<List<Document>> rows) implements Block {}

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
        return add(new Line(code, new Document.Text(value)));
    }

    Page line(String code, long value) {
        return add(new Line(code, new Document.Whole(value)));
    }

    Page bullets(String code, List<String> values) {
        return values.isEmpty() ? this : add(new Bullets(code, List.copyOf(values)));
    }

    Page table(String code, List<String> columns, List<List<Document>> rows) {
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

    static Document text(String value) {
        return new Document.Text(value);
    }

    static Document whole(long value) {
        return new Document.Whole(value);
    }

    /** A number, or nothing where there is none. */
    static Document number(double value) {
        return Double.isFinite(value) ? new Document.Decimal(value) : new Document.Text("");
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
            members.put(line.code(), line.value());
        } else if (block instanceof Bullets bullets) {
            members.put(bullets.code(), bullets.values());
        } else if (block instanceof Table table) {
            List<Document> rows = new ArrayList<>();
            for (List<Document> row : table.rows()) {
                DocumentBuilder cells = Document.tree();
                for (int column = 0; column < row.size(); column++) {
                    Document cell = row.get(column);
                    if (!cell.equals(text(""))) {
                        cells.put(table.columns().get(column), cell);
                    }
                }
                rows.add(cells.build());
            }
            members.put(table.code(), new Document.Items(rows));
        }
    }
}
