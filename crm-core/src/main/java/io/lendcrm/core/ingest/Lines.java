package io.lendcrm.core.ingest;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a text, ended by LF, CRLF or CR, each at most so long. Lines can be put back. Not thread-safe; confine to
 * one thread.
 */
final class Lines implements Closeable {

    /**
     * A line without its end.
     *
     * @param text the characters; only the beginning if it is too long
     * @param number its number, from 1
     * @param fault what is wrong with it, or null
     */
    record Line(String text, long number, @Nullable FileFault fault) {}

    private final ByteSource source;
    private final Charset encoding;
    private final int longest;
    private final char[] buffer = new char[1 << 15];
    private final Deque<Line> putBack = new ArrayDeque<>();
    private final StringBuilder begun = new StringBuilder();
    private int at;
    private int end;
    private long number;
    private boolean skipLineFeed;
    private boolean over;
    private @Nullable Reader in;

    /** Nothing is opened before the first line is asked for. */
    Lines(ByteSource source, Charset encoding, int longest) {
        this.source = source;
        this.encoding = encoding;
        this.longest = longest;
    }

    /** {@return the next line, or null at the end} */
    @Nullable
    Line next() {
        Line again = putBack.poll();
        if (again != null) {
            return again;
        }
        if (over) {
            return null;
        }
        number++;
        begun.setLength(0);
        long length = 0;
        while (true) {
            FileFault broken = at < end ? null : fill();
            if (broken != null) {
                over = true;
                return new Line(begun.toString(), number, broken);
            }
            if (end < 0) {
                over = true;
                return length == 0 ? null : line(begun.toString(), length);
            }
            int stop = endOfLine();
            length += stop - at;
            if (stop < end && begun.isEmpty() && length <= longest) {
                String text = new String(buffer, at, stop - at);
                pass(stop);
                return line(text, length);
            }
            if (length <= longest) {
                begun.append(buffer, at, stop - at);
            }
            if (stop < end) {
                pass(stop);
                return line(begun.toString(), length);
            }
            at = end;
        }
    }

    /** Puts lines back, to be given again in their order. */
    void putBack(List<Line> lines) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            putBack.push(lines.get(i));
        }
    }

    @Override
    public void close() {
        try {
            if (in != null) {
                in.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Line line(String text, long length) {
        if (length > longest) {
            return new Line(text, number, FileFault.TOO_LONG);
        }
        return new Line(text, number, text.indexOf(InputText.MALFORMED) < 0 ? null : FileFault.MALFORMED_BYTES);
    }

    /** Where the line that begins at {@code at} ends, or the buffer's end. */
    private int endOfLine() {
        int i = at;
        while (i < end && buffer[i] != '\n' && buffer[i] != '\r') {
            i++;
        }
        return i;
    }

    private void pass(int stop) {
        skipLineFeed = buffer[stop] == '\r';
        at = stop + 1;
        if (skipLineFeed && at < end) {
            at += buffer[at] == '\n' ? 1 : 0;
            skipLineFeed = false;
        }
    }

    /** Reads on; {@code end} is negative at the end of the text. */
    private @Nullable FileFault fill() {
        try {
            if (in == null) {
                in = InputText.open(source, encoding);
            }
            end = in.read(buffer);
            at = 0;
            if (skipLineFeed && end > 0) {
                at = buffer[0] == '\n' ? 1 : 0;
                skipLineFeed = false;
                return at < end ? null : fill();
            }
            return null;
        } catch (EOFException | ZipException e) {
            return FileFault.CUT_OFF;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
