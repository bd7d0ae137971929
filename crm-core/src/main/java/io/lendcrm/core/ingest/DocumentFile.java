package io.lendcrm.core.ingest;

import io.lendcrm.core.model.Document;
import io.lendcrm.core.quality.Place;
import io.lendcrm.core.quality.QualityReport;
import org.jspecify.annotations.Nullable;

/**
 * A file whose records are documents: JSON lines as they are, or rows made documents by a mapping. What the documents
 * mean is for {@link DomainFile} to say. Immutable and thread-safe; every reading opens the source anew.
 */
public sealed interface DocumentFile permits JsonLinesFile, MappedFile {

    /** {@return the name that findings give it} */
    String name();

    /**
     * Begins a reading.
     *
     * @return the records; to be closed
     */
    Reading open();

    /** The records of one reading, pulled one by one. Not thread-safe; confine to one thread. */
    interface Reading extends AutoCloseable {

        /**
         * The next record. What becomes of it is for the caller to count; what can't become a document is counted as
         * rejected here.
         *
         * @param report counts the rejected
         * @return the record, or null at the end
         */
        @Nullable
        Entry next(QualityReport.Builder report);

        @Override
        void close();
    }

    /**
     * A record.
     *
     * @param place where it stands
     * @param document what it says
     */
    record Entry(Place place, Document.Tree document) {}
}
