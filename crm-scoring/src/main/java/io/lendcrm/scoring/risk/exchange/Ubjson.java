package io.lendcrm.scoring.risk.exchange;

import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.ModelFormatException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads Universal Binary JSON (draft 12), big-endian, into a document. A length that is announced is believed only as far as
 * there are bytes for it. At most 64 levels; a name used twice, null and numbers that aren't finite are faults. Not thread-safe;
 * confine to one thread.
 */
final class Ubjson {

    private static final int DEEPEST = 64;
    private static final int LONGEST_TEXT = 1 << 20;

    private final ByteBuffer bytes;

    private Ubjson(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes);
    }

    static Document read(byte[] bytes) {
        Ubjson reader = new Ubjson(bytes);
        Document document = reader.value(reader.marker(), 0);
        if (reader.bytes.hasRemaining()) {
            throw reader.fault("nothing is expected after the document's end");
        }
        return document;
    }

    /** The next marker; no-op markers are passed over. */
    private char marker() {
        char marker = (char) take(1).get();
        while (marker == 'N') {
            marker = (char) take(1).get();
        }
        return marker;
    }

    private Document value(char marker, int level) {
        return switch (marker) {
            case '{' -> object(level + 1);
            case '[' -> list(level + 1);
            case 'S' -> new Document.Text(text());
            case 'C' -> new Document.Text(String.valueOf((char) take(1).get()));
            case 'T' -> new Document.Flag(true);
            case 'F' -> new Document.Flag(false);
            case 'd' -> decimal(take(Float.BYTES).getFloat());
            case 'D' -> decimal(take(Double.BYTES).getDouble());
            default -> new Document.Whole(whole(marker));
        };
    }

    private Document decimal(double value) {
        if (!Double.isFinite(value)) {
            throw fault("a number must be finite, found " + value);
        }
        return new Document.Decimal(value);
    }

    private long whole(char marker) {
        return switch (marker) {
            case 'i' -> take(1).get();
            case 'U' -> take(1).get() & 0xff;
            case 'I' -> take(Short.BYTES).getShort();
            case 'l' -> take(Integer.BYTES).getInt();
            case 'L' -> take(Long.BYTES).getLong();
            default -> throw fault("marker must be one of {[SCTFdDiUIlL, found \"" + printable(marker) + "\"");
        };
    }

    private static String printable(char marker) {
        return marker > ' ' && marker < 127 ? String.valueOf(marker) : "byte " + (marker & 0xff);
    }

    private String text() {
        long length = whole(marker());
        if (length < 0 || length > LONGEST_TEXT) {
            throw fault("a text must have 0 to " + LONGEST_TEXT + " bytes, found " + length);
        }
        ByteBuffer part = take((int) length).slice().limit((int) length);
        bytes.position(bytes.position() + (int) length);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(part).toString();
        } catch (CharacterCodingException e) {
            throw new ModelFormatException(place(), "text must be UTF-8", e);
        }
    }

    private Document object(int level) {
        requireLevel(level);
        Map<String, Document> members = new LinkedHashMap<>();
        char type = type();
        long count = count(type);
        for (long i = 0; count < 0 ? !ends('}') : i < count; i++) {
            String name = text();
            if (members.put(name, value(type == 0 ? marker() : type, level)) != null) {
                throw fault("a name must be used once, found \"" + name + "\" twice");
            }
        }
        return new Document.Tree(members);
    }

    private Document list(int level) {
        requireLevel(level);
        List<Document> items = new ArrayList<>();
        char type = type();
        long count = count(type);
        for (long i = 0; count < 0 ? !ends(']') : i < count; i++) {
            items.add(value(type == 0 ? marker() : type, level));
        }
        return new Document.Items(items);
    }

    private void requireLevel(int level) {
        if (level > DEEPEST) {
            throw fault("a document must have at most " + DEEPEST + " levels, found more");
        }
    }

    /** The type that all values of a container share, or 0. */
    private char type() {
        if (!is('$')) {
            return 0;
        }
        take(1).get();
        char type = (char) take(1).get();
        if ("SdDiUIlLC".indexOf(type) < 0) {
            throw fault("the type of a list must be one of SCdDiUIlL, found \"" + printable(type) + "\"");
        }
        return type;
    }

    /** How many values a container announces, or -1; no more than there are bytes left. */
    private long count(char type) {
        if (!is('#')) {
            if (type != 0) {
                throw fault("a list with a type must have a count");
            }
            return -1;
        }
        take(1).get();
        long count = whole(marker());
        long least = switch (type) {
            case 'd', 'l' -> 4;
            case 'D', 'L' -> 8;
            case 'I', 'S' -> 2;
            default -> 1;
        };
        if (count < 0 || count > bytes.remaining() / least) {
            throw fault("a count must fit the bytes that are left, found " + count);
        }
        return count;
    }

    private boolean ends(char marker) {
        while (is('N')) {
            take(1).get();
        }
        if (is(marker)) {
            take(1).get();
            return true;
        }
        return false;
    }

    private boolean is(char marker) {
        return bytes.hasRemaining() && bytes.get(bytes.position()) == (byte) marker;
    }

    private ByteBuffer take(int count) {
        if (bytes.remaining() < count) {
            throw fault("the file must go on, found its end");
        }
        return bytes;
    }

    private String place() {
        return "byte " + bytes.position();
    }

    private ModelFormatException fault(String problem) {
        return new ModelFormatException(place(), problem);
    }
}
