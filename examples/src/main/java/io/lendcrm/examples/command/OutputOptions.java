package io.lendcrm.examples.command;

import io.lendcrm.core.json.DocumentJson;
import io.lendcrm.core.model.Document;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where results and messages go: results to standard output, as CSV or JSON, all else to standard error. Not thread-safe; confine to one thread. */
@SuppressWarnings("NullAway.Init") // picocli fills it
public final class OutputOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--json", description = "Write JSON instead of CSV.")
    private boolean json;

    /** {@return whether JSON is asked for} */
    public boolean json() {
        return json;
    }

    /**
     * Begins a table on standard output.
     *
     * @param columns their names
     * @return the table, to be closed
     */
    public ResultTable table(List<String> columns) {
        return ResultTable.begin(spec.commandLine().getOut(), json, columns);
    }

    /**
     * Writes a JSON document to standard output.
     *
     * @param document the document
     */
    public void print(Document document) {
        PrintWriter out = spec.commandLine().getOut();
        out.write(new String(DocumentJson.write(document), StandardCharsets.UTF_8));
        out.flush();
    }

    /**
     * Writes a line to standard error.
     *
     * @param message the line
     */
    public void tell(String message) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(message);
        err.flush();
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
}
