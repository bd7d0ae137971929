package io.lendcrm.examples.command;

import io.lendcrm.core.ingest.DelimitedFile;
import io.lendcrm.core.ingest.Row;
import io.lendcrm.core.quality.Finding;
import io.lendcrm.core.quality.QualityReport;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
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

    @Mixin
    private FormatOptions format = new FormatOptions();

    private @Nullable DelimitedFile opened;
    private @Nullable List<String> columns;

    /** Options that picocli fills. */
    public InputOptions() {}

    private InputOptions(CommandSpec spec, Path input, FormatOptions format) {
        this.spec = spec;
        this.input = input;
        this.format = format;
    }

    /**
     * One of several files of a command that reads them all alike.
     *
     * @param spec the command's
     * @param file the file
     * @param format how it is read
     * @return as if the file were the only one
     */
    public static InputOptions of(CommandSpec spec, Path file, FormatOptions format) {
        return new InputOptions(spec, file, format);
    }

    /** {@return the file's path} */
    public Path path() {
        return input;
    }

    /** {@return the text's encoding} */
    Charset encoding() {
        return format.encoding();
    }

    /**
     * The file as the options describe it.
     *
     * @param shown the columns whose values findings may show
     * @return the file
     */
    public DelimitedFile file(String... shown) {
        DelimitedFile file = opened;
        if (file == null) {
            file = DelimitedFile.of(input)
                    .withHeader(format.header())
                    .withDelimiter(format.delimiter())
                    .withDays(format.days())
                    .withEncoding(format.encoding());
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

    /**
     * Makes sure that the file has a column.
     *
     * @param option which option tells it
     * @param told its name, or its position from 1
     * @return what was told
     */
    public String column(String option, String told) {
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
        return format.header() == DelimitedFile.Header.DETECT && names.get(0).equals("1");
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

    /**
     * A day given as an option's value.
     *
     * @param option the option
     * @param text the day: ISO 8601, or as the file writes days
     * @return the day
     */
    public LocalDate day(String option, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return format.days()
                    .day(text)
                    .orElseThrow(() -> usage(option + " must be a day as in 2024-02-29, found \"" + text + "\""));
        }
    }

    /**
     * Reads all rows. If some can't be used, tells the findings and, unless told otherwise, refuses the file.
     *
     * @param file the file
     * @param rows gets each row
     * @return what became of the rows
     */
    public QualityReport read(DelimitedFile file, Consumer<Row> rows) {
        return judge(file.name(), file.forEach(rows));
    }

    /**
     * Tells the findings of a reading and, unless told otherwise, refuses the file if there are bad rows.
     *
     * @param name the file's name
     * @param reading what became of its rows
     * @return the same
     */
    public QualityReport judge(String name, QualityReport reading) {
        QualityReport report = tell(reading);
        if (report.rejected() > 0 && !format.skipBadRows()) {
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
