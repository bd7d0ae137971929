package io.lendcrm.examples.command;

import io.lendcrm.core.model.FitException;
import io.lendcrm.core.model.ModelFormatException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Faults as people want to read them: one line, no stack trace, and the exit code that goes with it. */
public final class Faults {

    private static final int REFUSED = 1;
    private static final int USAGE = 2;

    private Faults() {}

    /**
     * Tells a mistake in the use of a command.
     *
     * @param mistake the mistake
     * @param args the arguments given
     * @return exit code 2
     */
    public static int usage(ParameterException mistake, String[] args) {
        CommandLine command = mistake.getCommandLine();
        PrintWriter err = command.getErr();
        String name = command.getCommandSpec().qualifiedName();
        err.println(name + ": " + mistake.getMessage());
        boolean suggested = UnmatchedArgumentException.printSuggestions(mistake, err);
        if (!suggested && !command.getSubcommands().isEmpty()) {
            err.println(
                    "Commands: " + String.join(", ", command.getSubcommands().keySet()));
        }
        err.println("Try: " + name + " --help");
        err.flush();
        return USAGE;
    }

    /**
     * Tells why a command couldn't be carried out.
     *
     * @param failure what happened
     * @param command the command
     * @param parsed its options
     * @return exit code 1
     */
    public static int failure(Exception failure, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        err.println(command.getCommandSpec().qualifiedName() + ": " + reason(failure));
        err.flush();
        return REFUSED;
    }

    private static String reason(Exception failure) {
        if (failure instanceof InputRefusedException || failure instanceof FitException) {
            return String.valueOf(failure.getMessage());
        }
        if (failure instanceof UncheckedIOException unchecked) {
            IOException cause = unchecked.getCause();
            return cause == null ? String.valueOf(unchecked.getMessage()) : reason(cause);
        }
        if (failure instanceof NoSuchFileException missing) {
            return missing(missing.getFile());
        }
        if (failure instanceof ModelFormatException) {
            return "a document can't be used: " + failure.getMessage();
        }
        if (failure instanceof FileAlreadyExistsException there) {
            return there.getFile() + " is there already and is no folder";
        }
        if (failure instanceof AccessDeniedException denied) {
            return "access denied to " + denied.getFile();
        }
        if (failure instanceof FileSystemException file) {
            return file.getFile() + " can't be used: "
                    + (file.getReason() == null ? file.getClass().getSimpleName() : file.getReason());
        }
        if (failure instanceof IOException) {
            return "a file can't be read or written: " + failure.getMessage();
        }
        return "a fault of the program, please report it: " + failure;
    }

    private static String missing(String file) {
        Path folder = Path.of(file).getParent();
        return folder == null || Files.isDirectory(folder)
                ? "there is no file " + file
                : "there is no folder " + folder + " for " + file;
    }
}
