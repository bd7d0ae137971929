package io.lendcrm.examples.model;

import io.lendcrm.examples.command.Choice;
import io.lendcrm.examples.command.OutputOptions;
import io.lendcrm.scoring.risk.exchange.JavaWriter;
import io.lendcrm.scoring.risk.exchange.SqlWriter;
import io.lendcrm.scoring.risk.exchange.pmml.PmmlWriter;
import io.lendcrm.scoring.risk.scorecard.Scorecard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lendcrm model export}: a card for other systems. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Writes a card for systems that run without this library: PMML with reason codes, an SQL expression, or"
                    + " one Java 8 source file without dependencies. Scores stay the same.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  lendcrm model export --model-file card.json --to pmml --out card.pmml",
            "  lendcrm model export --model-file card.json --to java --class com.bank.Card --out Card.java"
        })
@SuppressWarnings("NullAway.Init") // picocli fills it
public final class ModelExportCommand implements Callable<Integer> {

    /** What a card can be written as. */
    public enum Target {
        /** PMML 4 Scorecard. */
        PMML,
        /** An SQL expression over the columns. */
        SQL,
        /** A Java class. */
        JAVA
    }

    @Mixin
    private ModelFileOptions file;

    @Option(names = "--to", required = true, paramLabel = "pmml|sql|java", description = "What to write.")
    private Target target;

    @Option(
            names = "--class",
            paramLabel = "NAME",
            description = "The name of the Java class, with its package; ${DEFAULT-VALUE} by default.")
    private String className = "Card";

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where to write it.")
    private Path out;

    @Mixin
    private OutputOptions output;

    @Override
    public Integer call() {
        ModelSource source = file.read();
        if (!(source.model().model() instanceof Scorecard card)) {
            throw output.usage("--model-file must hold a card to be exported, found "
                    + source.model().model().info().type());
        }
        try {
            Files.write(
                    out,
                    switch (target) {
                        case PMML -> PmmlWriter.write(card);
                        case SQL -> (sql(card, source) + "\n").getBytes(StandardCharsets.UTF_8);
                        case JAVA -> java(card).getBytes(StandardCharsets.UTF_8);
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        output.tell(file.file().getFileName() + ": " + card + " written as " + Choice.word(target) + " to "
                + out.getFileName());
        return 0;
    }

    private static String sql(Scorecard card, ModelSource source) {
        SqlWriter writer = SqlWriter.defaults();
        for (int f = 0; f < source.fields().size(); f++) {
            writer = writer.withColumn(
                    card.schema().feature(f).name(), source.fields().get(f));
        }
        return writer.expression(card);
    }

    private String java(Scorecard card) {
        try {
            return JavaWriter.of(className).write(card);
        } catch (IllegalArgumentException e) {
            throw output.usage("--class: " + e.getMessage());
        }
    }
}
