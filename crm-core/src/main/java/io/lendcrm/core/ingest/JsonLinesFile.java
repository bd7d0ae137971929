package io.lendcrm.core.ingest;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.json.DocumentJson;
import io.lendcrm.core.model.ModelFormatException;
import io.lendcrm.core.quality.Finding;
import io.lendcrm.core.quality.Place;
import io.lendcrm.core.quality.QualityReport;
import io.lendcrm.core.quality.Severity;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file with a JSON object on each line, in UTF-8, packed with gzip or not. A line of more than 1,048,576 characters, one
 * that isn't UTF-8 and one that is no JSON object is a finding ({@code record-too-long}, {@code malformed-bytes},
 * {@code malformed-json}) and the others go on. Empty lines are passed over. Immutable and thread-safe.
 *
 * @param name the name that findings give it
 * @param source opens it at its beginning
 */
public record JsonLinesFile(String name, ByteSource source) implements DocumentFile {

    private static final int LONGEST = 1 << 20;

    public JsonLinesFile {
        requireNonNull(name, "name");
        requireNonNull(source, "source");
    }

    /**
     * A file on disk. Findings show its name without its folder.
     *
     * @param path where it is
     * @return the file
     */
    public static JsonLinesFile of(Path path) {
        return new JsonLinesFile(String.valueOf(path.getFileName()), () -> Files.newInputStream(path));
    }

    @Override
    public DocumentFile.Reading open() {
        Lines lines = new Lines(source, StandardCharsets.UTF_8, LONGEST);
        return new DocumentFile.Reading() {
            @Override
            public @Nullable Entry next(QualityReport.Builder report) {
                for (Lines.Line line = lines.next(); line != null; line = lines.next()) {
                    Place place = Place.of(name, line.number());
                    if (line.fault() != null) {
                        report.reject(line.fault().at(place));
                    } else if (!line.text().isBlank()) {
                        try {
                            return new Entry(place, DocumentJson.readTree(line.text()));
                        } catch (ModelFormatException e) {
                            report.reject(malformed(place, e));
                        }
                    }
                }
                return null;
            }

            @Override
            public void close() {
                lines.close();
            }
        };
    }

    private static Finding malformed(Place place, ModelFormatException e) {
        return new Finding("malformed-json", Severity.ERROR, place, "", "a fault at " + e.where(), "a JSON object");
    }
}
