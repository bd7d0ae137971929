package io.lendcrm.core.json;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.ModelFormatException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * JSON text (RFC 8259, UTF-8) and {@link Document}s.
 *
 * <p>Reading is bounded: at most 64 MiB of text unless told otherwise, 64 levels, 1 MiB a string, 40 characters a number,
 * 4 KiB a name. A name used twice in an object, {@code null}, a number that is no finite double or doesn't fit into 64 bits,
 * bytes that are no UTF-8 and text after the end are faults. Writing keeps the order of members; a double is written with the
 * fewest digits that read back to the same bits. Stateless and thread-safe.
 */
public final class DocumentJson {

    private static final int LONGEST_TEXT = 64 << 20;

    private static final JsonFactory FACTORY = factory(LONGEST_TEXT);

    private DocumentJson() {}

    private static JsonFactory factory(int longestText) {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxDocumentLength(longestText)
                        .maxNestingDepth(64)
                        .maxStringLength(1 << 20)
                        .maxNumberLength(40)
                        .maxNameLength(4 << 10)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .build();
    }

    /**
     * Reads a document.
     *
     * @param json the text in UTF-8
     * @return the document
     * @throws ModelFormatException if it is no JSON within the limits; the message names the place
     */
    public static Document read(byte[] json) {
        return read(json, LONGEST_TEXT);
    }

    /**
     * Reads a document, such as a large model of another library, that may be longer or must be shorter than 64 MiB.
     *
     * @param json the text in UTF-8
     * @param longestText the most bytes, above 0
     * @return the document
     * @throws ModelFormatException if it is no JSON within the limits; the message names the place
     */
    public static Document read(byte[] json, int longestText) {
        requireNonNull(json, "json");
        if (longestText < 1) {
            throw new IllegalArgumentException("longestText must be above 0, found " + longestText);
        }
        if (json.length > longestText) {
            throw new ModelFormatException(
                    "$", "text must have at most " + longestText + " bytes, found " + json.length);
        }
        return JsonTreeReader.read(longestText == LONGEST_TEXT ? FACTORY : factory(longestText), json);
    }

    /**
     * Reads an object.
     *
     * @param json the text in UTF-8
     * @return the object's tree
     * @throws ModelFormatException if it is no JSON object within the limits
     */
    public static Document.Tree readTree(byte[] json) {
        return JsonTreeReader.tree(read(json));
    }

    /**
     * Reads an object, such as a line of a JSON-lines file.
     *
     * @param json the text
     * @return the object's tree
     * @throws ModelFormatException if it is no JSON object within the limits
     */
    public static Document.Tree readTree(String json) {
        return readTree(json.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Writes a document over indented lines, for people to read and compare.
     *
     * @param document the document
     * @return the text in UTF-8, ending with a line feed
     */
    public static byte[] write(Document document) {
        return write(document, true);
    }

    /**
     * Writes a document as one line without a line feed, as a line of a JSON-lines file.
     *
     * @param document the document
     * @return the text
     */
    public static String toLine(Document document) {
        return new String(write(document, false), StandardCharsets.UTF_8);
    }

    private static byte[] write(Document document, boolean indented) {
        requireNonNull(document, "document");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = FACTORY.createGenerator(bytes)) {
            if (indented) {
                DefaultIndenter lines = new DefaultIndenter("  ", "\n");
                out.setPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(lines));
            }
            write(document, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (indented) {
            bytes.write('\n');
        }
        return bytes.toByteArray();
    }

    private static void write(Document document, JsonGenerator out) throws IOException {
        if (document instanceof Document.Tree tree) {
            out.writeStartObject();
            for (Map.Entry<String, Document> member : tree.members().entrySet()) {
                out.writeFieldName(member.getKey());
                write(member.getValue(), out);
            }
            out.writeEndObject();
        } else if (document instanceof Document.Items items) {
            out.writeStartArray();
            for (Document item : items.items()) {
                write(item, out);
            }
            out.writeEndArray();
        } else if (document instanceof Document.Text text) {
            out.writeString(text.value());
        } else if (document instanceof Document.Decimal decimal) {
            out.writeNumber(decimal.value());
        } else if (document instanceof Document.Whole whole) {
            out.writeNumber(whole.value());
        } else if (document instanceof Document.Flag flag) {
            out.writeBoolean(flag.value());
        }
    }
}
