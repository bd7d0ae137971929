package io.lendcrm.examples.command;

import io.lendcrm.core.ingest.DayFormat;
import io.lendcrm.core.ingest.DelimitedFile;
import io.lendcrm.core.ingest.Delimiter;
import io.lendcrm.core.ingest.Row;
import io.lendcrm.core.quality.Finding;
import io.lendcrm.core.quality.QualityReport;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The options that say which file is read and how; the same for every command that reads one. Not thread-safe; confine to one
 * thread.
 */
@SuppressWarnings("NullAway.Init") // picocli fills it
public final class InputOptions {

    private static final int SHOWN_FINDINGS = 20;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--input",
            required = true,
            paramLabel = "FILE",
            description = "The file: delimited text with a record a line, packed by gzip or not.")
    private Path input;

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

    private @Nullable DelimitedFile opened;
    private @Nullable List<String> columns;

    /** Options that picocli fills. */
    public InputOptions() {}

    /** {@return the file's path} */
    Path path() {
        return input;
    }

    /** {@return the text's encoding} */
    Charset encoding() {
        return encoding;
    }

    /** The file as the options describe it, with the columns whose values findings may show. */
    DelimitedFile file(String... shown) {
        DelimitedFile file = opened;
        if (file == null) {
            file = DelimitedFile.of(input)
                    .withHeader(header)
                    .withDelimiter(delimiter)
                    .withDays(days)
                    .withEncoding(encoding);
            opened = file;
        }
        return file.showing(Arrays.stream(shown).distinct().toArray(String[]::new));
    }

    /** {@return the names of the file's columns, or their positions} */
    List<String> columns() {
        List<String> names = columns;
        if (names == null) {
            requireFile();
            names = file().columns();
            if (names.isEmpty()) {
                throw InputRefusedException.because(file().name() + " is refused: " + whyNoColumns());
            }
            columns = names;
        }
        return names;
    }

    /** Makes sure that the input is no folder. */
    void requireFile() {
        if (Files.isDirectory(input)) {
            throw InputRefusedException.because(input + " is a folder, where a file is expected");
        }
    }

    private String whyNoColumns() {
        QualityReport report = tell(file().forEach(row -> {}));
        return report.findings() == 0
                ? "it is empty, without even a header"
                : "no record of it can be read; is it another --encoding, damaged, or no text at all?";
    }

    /** Makes sure that the file has a column, told by its name or its position from 1. */
    String column(String option, String told) {
        return column(option, told, file().name(), columns());
    }

    /** As {@link #column(String, String)}, of a file with these columns. */
    String column(String option, String told, String file, List<String> names) {
        long named = names.stream().filter(told::equals).count();
        if (named > 1) {
            throw usage(option + " must tell the column by its position: " + named + " columns are called \"" + told
                    + "\"");
        }
        if (named == 0 && !isPosition(told, names.size())) {
            throw usage(option + " must be one of the columns of " + file + " " + names + " or a position from 1 to "
                    + names.size() + ", found \"" + told + "\""
                    + (names.size() == 1 ? "; should --delimiter divide it?" : "")
                    + (headerIsMissed(names) ? "; does its first line name the columns, as --header yes says?" : ""));
        }
        return told;
    }

    /** Whether the first line was taken for data although nobody said so. */
    private boolean headerIsMissed(List<String> names) {
        return header == DelimitedFile.Header.DETECT && names.get(0).equals("1");
    }

    /** The column that was told, or else the first of the usual names that the file has. */
    Optional<String> column(String option, @Nullable String told, List<String> usual) {
        return told == null
                ? usual.stream().filter(columns()::contains).findFirst()
                : Optional.of(column(option, told));
    }

    /** As {@link #column(String, String, List)}, for a column that must be there. */
    String requiredColumn(String option, @Nullable String told, List<String> usual) {
        return column(option, told, usual)
                .orElseThrow(() -> usage(option + " is missing, and " + file().name() + " has none of the columns "
                        + usual + "; it has " + columns()));
    }

    /** A day given as an option's value: ISO 8601, or as the file writes days. */
    LocalDate day(String option, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return days.day(text)
                    .orElseThrow(() -> usage(option + " must be a day as in 2024-02-29, found \"" + text + "\""));
        }
    }

    /** Reads all rows. If some can't be used, tells the findings and, unless told otherwise, refuses the file. */
    QualityReport read(DelimitedFile file, Consumer<Row> rows) {
        return judge(file.name(), file.forEach(rows));
    }

    /** Tells the findings of a reading and, unless told otherwise, refuses the file if there are bad rows. */
    QualityReport judge(String name, QualityReport reading) {
        QualityReport report = tell(reading);
        if (report.rejected() > 0 && !skipBadRows) {
            throw InputRefusedException.of(name, report);
        }
        PrintWriter err = spec.commandLine().getErr();
        err.println(name + ": " + report.read() + " rows read"
                + (report.rejected() == 0 ? "" : ", " + report.rejected() + " bad ones left out"));
        err.flush();
        return report;
    }

    private QualityReport tell(QualityReport report) {
        PrintWriter err = spec.commandLine().getErr();
        int shown = 0;
        for (Finding finding : report.samples()) {
            if (shown++ < SHOWN_FINDINGS) {
                err.println(finding);
            }
        }
        if (report.findings() > SHOWN_FINDINGS) {
            err.println("… and " + (report.findings() - SHOWN_FINDINGS) + " more findings: " + report.counts());
        }
        err.flush();
        return report;
    }

    /**
     * A mistake of the user's, with exit code 2.
     *
     * @param message which option must be what, and what was found
     * @return the exception to throw
     */
    public ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private static boolean isPosition(String told, int columns) {
        for (int i = 1; i <= columns; i++) {
            if (told.equals(String.valueOf(i))) {
                return true;
            }
        }
        return false;
    }
}
