package io.lendcrm.core.ingest;

import java.io.IOException;
import java.io.InputStream;

/** Something that can be read from its beginning again and again, such as a file or an object in a store. */
@FunctionalInterface
public interface ByteSource {

    /**
     * Opens it at its beginning.
     *
     * @return the bytes; the reader closes them
     * @throws IOException if it can't be opened
     */
    InputStream open() throws IOException;
}
