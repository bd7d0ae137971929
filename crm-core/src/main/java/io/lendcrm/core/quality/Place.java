package io.lendcrm.core.quality;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.ClientId;
import java.util.Comparator;

/**
 * Where something was found: a line of a file, a client, or both. Immutable and thread-safe.
 *
 * @param file the file's name without its folder; empty if it isn't from a file
 * @param line the line, from 1; 0 if it isn't from a file
 * @param client the client's fingerprint, never its key; empty if unknown
 */
public record Place(String file, long line, String client) implements Comparable<Place> {

    /** No place in particular: the data as a whole. */
    public static final Place NOWHERE = new Place("", 0, "");

    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::file).thenComparing(Place::line).thenComparing(Place::client);

    public Place {
        requireNonNull(file, "file");
        requireNonNull(client, "client");
        if (line < 0) {
            throw new IllegalArgumentException("line must be at least 0, found " + line);
        }
    }

    /**
     * A line of a file.
     *
     * @param file the file's name
     * @param line the line, from 1
     * @return the place
     */
    public static Place of(String file, long line) {
        return new Place(file, line, "");
    }

    /**
     * A client.
     *
     * @param client whose data; only the fingerprint is kept
     * @return the place
     */
    public static Place of(ClientId client) {
        return new Place("", 0, client.toString());
    }

    /**
     * This place, with the client it tells of.
     *
     * @param id whose data; only the fingerprint is kept
     * @return the place
     */
    public Place with(ClientId id) {
        return new Place(file, line, id.toString());
    }

    /** Orders by file, line and client. */
    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }

    /** {@return such as {@code clients.csv:17 client#0a1b2c3d}} */
    @Override
    public String toString() {
        String at = file.isEmpty() ? "" : line == 0 ? file : file + ":" + line;
        return at.isEmpty() || client.isEmpty() ? at + client : at + " " + client;
    }
}
