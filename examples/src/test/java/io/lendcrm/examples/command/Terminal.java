package io.lendcrm.examples.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.lendcrm.examples.Lendcrm;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A run of the command line: its exit code and what it wrote. */
public record Terminal(int code, String out, String err) {

    public static Terminal run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Lendcrm.run(args, out, err);
        return new Terminal(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Runs what a user would type; nothing is quoted. */
    public static Terminal type(String line) {
        return run(line.trim().split("\\s+"));
    }

    public Terminal done() {
        assertThat(code).as(err).isZero();
        return this;
    }

    /** The input was refused: nothing but findings, and no stack trace. */
    public Terminal refused() {
        assertThat(code).as(err).isEqualTo(1);
        return failed();
    }

    /** The command was used in a wrong way. */
    public Terminal misused() {
        assertThat(code).as(err).isEqualTo(2);
        return failed();
    }

    public List<String> lines() {
        return out.lines().toList();
    }

    private Terminal failed() {
        assertThat(out).isEmpty();
        assertThat(err).isNotEmpty().doesNotContain("\tat ", "Exception", "fault of the program");
        return this;
    }
}
