package io.lendcrm.core.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.ModelFormatException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Builds a document of a parser's tokens and names the place of every fault. */
final class JsonTreeReader {

    private static final Pattern SOURCE = Pattern.compile("\\[Source: [^;]*; |\\](?=\\))");

    private JsonTreeReader() {}

    static Document read(JsonFactory factory, byte[] json) {
        // The library would guess UTF-16 and UTF-32 and pass over some malformed bytes; a decoder that reports is
        // stricter.
        String text = decode(json);
        try (JsonParser parser = factory.createParser(text)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw new ModelFormatException("line 1, column 1", "a document is expected, found nothing");
            }
            Document document = value(parser, first, "$");
            if (parser.nextToken() != null) {
                throw new ModelFormatException(place(parser), "nothing is expected after the document's end");
            }
            return document;
        } catch (JsonProcessingException e) {
            throw new ModelFormatException(place(e.getLocation()), plain(e.getOriginalMessage()), e);
        } catch (IOException e) {
            throw new ModelFormatException("$", String.valueOf(e.getMessage()), e);
        }
    }

    /** The library names a place within its messages by the source, which is ours to name. */
    private static String plain(String message) {
        return SOURCE.matcher(message).replaceAll("");
    }

    static Document.Tree tree(Document document) {
        if (document instanceof Document.Tree tree) {
            return tree;
        }
        throw new ModelFormatException(
                "$",
                "must be an object, found "
                        + document.getClass().getSimpleName().toLowerCase(Locale.ROOT));
    }

    private static String decode(byte[] json) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(json))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new ModelFormatException("$", "text must be UTF-8", e);
        }
    }

    private static Document value(JsonParser parser, JsonToken token, String where) throws IOException {
        return switch (token) {
            case START_OBJECT -> object(parser, where);
            case START_ARRAY -> array(parser, where);
            case VALUE_STRING -> new Document.Text(parser.getText());
            case VALUE_NUMBER_INT -> whole(parser, where);
            case VALUE_NUMBER_FLOAT -> decimal(parser, where);
            case VALUE_TRUE -> new Document.Flag(true);
            case VALUE_FALSE -> new Document.Flag(false);
            default ->
                throw new ModelFormatException(
                        where, "must be an object, a list, a text, a number, true or false, found " + parser.getText());
        };
    }

    private static Document object(JsonParser parser, String where) throws IOException {
        Map<String, Document> members = new LinkedHashMap<>();
        for (JsonToken token = parser.nextToken(); token == JsonToken.FIELD_NAME; token = parser.nextToken()) {
            String name = parser.currentName();
            members.put(name, value(parser, parser.nextToken(), where + "." + name));
        }
        return new Document.Tree(members);
    }

    private static Document array(JsonParser parser, String where) throws IOException {
        List<Document> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(value(parser, token, where + "[" + items.size() + "]"));
        }
        return new Document.Items(items);
    }

    private static Document whole(JsonParser parser, String where) throws IOException {
        String digits = parser.getText();
        try {
            return new Document.Whole(Long.parseLong(digits));
        } catch (NumberFormatException e) {
            throw new ModelFormatException(where, "a whole number must fit into 64 bits, found " + digits, e);
        }
    }

    private static Document decimal(JsonParser parser, String where) throws IOException {
        String digits = parser.getText();
        double value = Double.parseDouble(digits);
        if (Double.isInfinite(value)) {
            throw new ModelFormatException(where, "a number must be finite as a double, found " + digits);
        }
        return new Document.Decimal(value);
    }

    private static String place(JsonParser parser) {
        return place(parser.currentTokenLocation());
    }

    private static String place(JsonLocation at) {
        return at == null ? "$" : "line " + at.getLineNr() + ", column " + at.getColumnNr();
    }
}
