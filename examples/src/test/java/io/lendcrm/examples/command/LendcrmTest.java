package io.lendcrm.examples.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.lendcrm.examples.Lendcrm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LendcrmTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "rfm",
                "clv",
                "clv summarise",
                "clv fit",
                "clv predict",
                "segment",
                "simulate",
                "review",
                "monitor",
                "capital irb",
                "low-default",
                "model",
                "model train",
                "model import",
                "model score",
                "model explain",
                "model card",
                "model export",
                "shadow",
                "scorecard",
                "scorecard fit",
                "scorecard score",
                "validate"
            })
    void everyCommandExplainsItself(String command) {
        Terminal help = Terminal.type(command + " --help").done();

        assertThat(help.out()).contains("Usage: lendcrm " + command, "-h, --help", "xample");
        assertThat(help.out().lines()).allMatch(text -> text.length() <= 100);
        assertThat(help.err()).isEmpty();
    }

    @Test
    void tellsItsVersion() {
        assertThat(Terminal.type("--version").done().out()).matches("lendcrm [0-9]+\\.[0-9]+\\.[0-9]+\\S*\\R");
    }

    @Test
    void whatItDoesntKnowIsMisuse() {
        assertThat(Terminal.run().misused().err()).contains("a command is missing", "Try: lendcrm --help");
        assertThat(Terminal.type("clv").misused().err()).contains("Try: lendcrm clv --help");
        assertThat(Terminal.type("rmf").misused().err()).contains("rmf", "rfm");
        assertThat(Terminal.type("clv fit --model bg-nbd --input x --frequenzy x")
                        .misused()
                        .err())
                .contains("--frequency");
        assertThat(Terminal.type("clv fit --model arima --input x").misused().err())
                .contains("must be one of [", "bg-nbd", "sbg, bdw], found \"arima\"");
    }

    @Test
    void resultsThatCantBeWrittenAreAFailure() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("no space left");
            }
        };

        assertThat(Lendcrm.run(new String[] {"--version"}, full, err)).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("standard output can't be written");
    }
}
