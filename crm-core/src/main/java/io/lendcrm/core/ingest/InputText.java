package io.lendcrm.core.ingest;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Bytes to characters: unpacks gzip by its magic bytes, and believes a byte-order mark more than the told encoding. */
final class InputText {

    /**
     * Stands where bytes are no text. Unicode promises that it is no character ("noncharacter"), so that it can't come
     * from a proper text.
     */
    static final char MALFORMED = '\uFFFF';

    private static final int BUFFER = 1 << 16;
    private static final int LONGEST_MARK = 4;

    /** A byte-order mark, its bytes as characters of ISO 8859-1. */
    private record Mark(Charset charset, String bytes) {}

    private InputText() {}

    static Reader open(ByteSource source, Charset told) throws IOException {
        InputStream in = source.open();
        try {
            BufferedInputStream bytes = new BufferedInputStream(in, BUFFER);
            byte[] magic = peek(bytes, 2);
            if (Arrays.equals(magic, new byte[] {0x1f, (byte) 0x8b})) {
                bytes = new BufferedInputStream(new GZIPInputStream(bytes, BUFFER), BUFFER);
            }
            return decode(bytes, told);
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    private static Reader decode(BufferedInputStream bytes, Charset told) throws IOException {
        String first = new String(peek(bytes, LONGEST_MARK), StandardCharsets.ISO_8859_1);
        for (Mark mark : marks()) {
            if (first.startsWith(mark.bytes())) {
                bytes.skipNBytes(mark.bytes().length());
                return decoded(bytes, mark.charset());
            }
        }
        return decoded(bytes, told);
    }

    private static Reader decoded(InputStream bytes, Charset charset) {
        return new InputStreamReader(
                bytes,
                charset.newDecoder()
                        .replaceWith(String.valueOf(MALFORMED))
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE));
    }

    private static List<Mark> marks() {
        return List.of(
                new Mark(StandardCharsets.UTF_8, "\u00ef\u00bb\u00bf"),
                new Mark(StandardCharsets.UTF_16LE, "\u00ff\u00fe"),
                new Mark(StandardCharsets.UTF_16BE, "\u00fe\u00ff"),
                new Mark(Charset.forName("GB18030"), "\u00841\u00953"));
    }

    private static byte[] peek(BufferedInputStream bytes, int count) throws IOException {
        bytes.mark(count);
        byte[] first = bytes.readNBytes(count);
        bytes.reset();
        return first;
    }
}
