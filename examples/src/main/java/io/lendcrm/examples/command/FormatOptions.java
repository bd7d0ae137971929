package io.lendcrm.examples.command;

import io.lendcrm.core.ingest.DayFormat;
import io.lendcrm.core.ingest.DelimitedFile;
import io.lendcrm.core.ingest.Delimiter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Option;

/** The options that say how files are read. Not thread-safe; confine to one thread. */
public final class FormatOptions {

    @Option(
            names = "--header",
            paramLabel = "yes|no",
            description = "Whether the first record names the columns. By default it does if all its cells are distinct"
                    + " texts, none of them a number or a day.")
    private DelimitedFile.Header header = DelimitedFile.Header.DETECT;

    @Option(
            names = "--delimiter",
            paramLabel = "CHAR",
            description = "What divides the fields: a character, tab, or whitespace (runs of blanks, leading ones"
                    + " ignored). By default the one of comma, semicolon, tab and bar that the first line has most of.")
    private Delimiter delimiter = Delimiter.DETECTED;

    @Option(
            names = "--date-format",
            paramLabel = "PATTERN",
            description = "How days are written, such as yyyyMMdd or dd.MM.yyyy. By default as in 2024-02-29 or"
                    + " 2024-02-29T08:30:00.")
    private DayFormat days = DayFormat.iso();

    @Option(
            names = "--encoding",
            paramLabel = "NAME",
            description = "The text's encoding, such as GB18030; UTF-8 by default. A byte-order mark decides.")
    private Charset encoding = StandardCharsets.UTF_8;

    @Option(
            names = "--skip-bad-rows",
            description = "Go on with the good rows. By default one bad row has the whole file refused.")
    private boolean skipBadRows;

    /** Options that picocli fills. */
    public FormatOptions() {}

    DelimitedFile.Header header() {
        return header;
    }

    Delimiter delimiter() {
        return delimiter;
    }

    DayFormat days() {
        return days;
    }

    Charset encoding() {
        return encoding;
    }

    boolean skipBadRows() {
        return skipBadRows;
    }
}
