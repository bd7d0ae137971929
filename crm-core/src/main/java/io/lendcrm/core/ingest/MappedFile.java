package io.lendcrm.core.ingest;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.quality.Finding;
import io.lendcrm.core.quality.Place;
import io.lendcrm.core.quality.QualityReport;
import io.lendcrm.core.quality.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A delimited file whose rows a mapping makes documents. Immutable and thread-safe.
 *
 * @param file the file, read as the mapping says
 * @param mapping what its columns mean
 */
public record MappedFile(DelimitedFile file, FileMapping mapping) implements DocumentFile {

    /** Reads the file as the mapping says: its delimiter, header, encoding and missing texts. */
    public MappedFile {
        requireNonNull(mapping, "mapping");
        file = mapping.applyTo(file);
    }

    @Override
    public String name() {
        return file.name();
    }

    @Override
    public DocumentFile.Reading open() {
        DelimitedFile.Reading rows = file.open();
        return new DocumentFile.Reading() {
            @Override
            public @Nullable Entry next(QualityReport.Builder report) {
                for (Row row = rows.next(report); row != null; row = rows.next(report)) {
                    try {
                        return new Entry(row.place(), mapping.document(row));
                    } catch (RefusedRowException e) {
                        report.reject(findings(row.place(), e));
                    }
                }
                return null;
            }

            @Override
            public void close() {
                rows.close();
            }
        };
    }

    private static List<Finding> findings(Place place, RefusedRowException refused) {
        return refused.faults().stream()
                .map(f -> Finding.of(
                        f.rule(),
                        Severity.ERROR,
                        place,
                        f.column(),
                        f.value(),
                        Member.dataClass(f.column()),
                        f.expected()))
                .toList();
    }
}
