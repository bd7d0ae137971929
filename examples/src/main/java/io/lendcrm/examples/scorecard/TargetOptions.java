package io.lendcrm.examples.scorecard;

import io.lendcrm.examples.command.InputOptions;
import io.lendcrm.examples.command.InputRefusedException;
import io.lendcrm.examples.table.Column;
import io.lendcrm.examples.table.Table;
import java.util.List;
import picocli.CommandLine.Option;

/** The options that say what became of a client. Not thread-safe; confine to one thread. */
@SuppressWarnings("NullAway.Init") // picocli fills it
public final class TargetOptions {

    private static final int SHOWN = 10;

    @Option(
            names = "--target",
            required = true,
            paramLabel = "COL",
            description = "The column that tells what became of the client.")
    private String target;

    @Option(
            names = "--bad",
            paramLabel = "VALUE",
            description = "The value of a client that turned bad, such as default; every other value is good."
                    + " ${DEFAULT-VALUE} by default.")
    private String bad = "1";

    /** Options that picocli fills. */
    public TargetOptions() {}

    /**
     * As if told on the command line.
     *
     * @param target the column
     * @param bad the value of a client that turned bad
     * @return the options
     */
    public static TargetOptions of(String target, String bad) {
        TargetOptions told = new TargetOptions();
        told.target = target;
        told.bad = bad;
        return told;
    }

    /** {@return the column, as it was told} */
    public String target() {
        return target;
    }

    /** {@return what a bad is, as a reader would tell it} */
    public String told() {
        return target + " = " + bad;
    }

    /**
     * The outcome of each row; refuses a file without both.
     *
     * @param input which file
     * @param table its content
     * @param at the column's place from 0
     * @return true where the client turned bad
     */
    public boolean[] outcomes(InputOptions input, Table table, int at) {
        Column column = table.columns().get(at);
        String value = written(column);
        boolean[] outcomes = new boolean[table.rows()];
        int bads = 0;
        for (int row = 0; row < outcomes.length; row++) {
            outcomes[row] = column.text(row).equals(value);
            bads += outcomes[row] ? 1 : 0;
        }
        if (bads == 0) {
            List<String> values = column.texts().stream().sorted().limit(SHOWN).toList();
            throw input.usage("--bad must be one of the values of " + column.name() + " " + values
                    + (column.texts().size() > SHOWN ? " and " + (column.texts().size() - SHOWN) + " more" : "")
                    + ", found \"" + bad + "\"");
        }
        if (bads == outcomes.length) {
            throw InputRefusedException.because(table.name() + " is refused: " + column.name() + " is " + value
                    + " in every row, where goods are needed beside bads");
        }
        return outcomes;
    }

    /** The bad value as the file writes it, where 1 may stand as 1.0. */
    private String written(Column column) {
        if (column.texts().contains(bad)) {
            return bad;
        }
        try {
            double number = Double.parseDouble(bad);
            return column.texts().stream()
                    .filter(text -> text.matches("[-+.0-9eE]+") && isNumber(text, number))
                    .findFirst()
                    .orElse(bad);
        } catch (NumberFormatException e) {
            return bad;
        }
    }

    private static boolean isNumber(String text, double number) {
        try {
            return Double.parseDouble(text) == number;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
