package io.lendcrm.examples.model;

import io.lendcrm.core.Checksum;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.core.reason.ReasonCatalogue;
import io.lendcrm.examples.command.FormatOptions;
import io.lendcrm.examples.command.InputOptions;
import io.lendcrm.examples.command.OutputOptions;
import io.lendcrm.examples.command.TableOptions;
import io.lendcrm.examples.scorecard.TargetOptions;
import io.lendcrm.examples.scorecard.ValidateCommand.Higher;
import io.lendcrm.scoring.proof.report.DraftCard;
import io.lendcrm.scoring.proof.report.SampleResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lendcrm model card}: what is known of a model, on a page. */
@Command(
        name = "card",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Writes a model card as Markdown, in the elements of SR 26-2: sound development and use, validation,"
                    + " governance. It holds what the model's file tells, with --input how the model did on those rows,"
                    + " and under each element what is missing, for people to add.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  lendcrm model card --model-file model.json > card.md",
            "  lendcrm model card --model-file model.json --input 2025.csv --target status --bad default --out card.md"
        })
@SuppressWarnings("NullAway.Init") // picocli fills it
final class ModelCardCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ModelFileOptions file;

    @Option(
            names = "--input",
            paramLabel = "FILE",
            description = "Rows whose outcome is known, best ones that the model wasn't fitted on.")
    private @Nullable Path input;

    @Option(
            names = "--target",
            paramLabel = "COL",
            description = "With --input: the column that tells what became of the client.")
    private @Nullable String target;

    @Option(
            names = "--bad",
            paramLabel = "VALUE",
            description = "With --input: the value of a client that turned bad; ${DEFAULT-VALUE} by default.")
    private String bad = "1";

    @Option(
            names = "--higher",
            paramLabel = "riskier|better",
            description =
                    "With --input: which way scores run. By default points of a card are better the higher, unless"
                            + " the card says otherwise, and all else is riskier. A card with a scale tells it itself.")
    private @Nullable Higher higher;

    @Mixin
    private FormatOptions format;

    @Mixin
    private TableOptions tables;

    @Option(
            names = {"--lang", "--language"},
            paramLabel = "en|zh",
            description = "The language of headings; ${DEFAULT-VALUE} by default.")
    private String language = "en";

    @Option(names = "--out", paramLabel = "FILE", description = "Where to write it; to standard output by default.")
    private @Nullable Path out;

    @Mixin
    private OutputOptions output;

    @Override
    public Integer call() {
        if (!language.equals("en") && !language.equals("zh")) {
            throw output.usage("--lang must be one of [en, zh], found \"" + language + "\"");
        }
        if ((input == null) != (target == null)) {
            throw output.usage("--input and --target go together");
        }
        ModelSource source = file.read();
        ModelInfo info = source.model().model().info();
        DraftCard card =
                DraftCard.of(String.valueOf(file.file().getFileName()), info).withChecksum(Checksum.of(file.file()));
        if (input != null && target != null) {
            SampleResult sample = new ModelSample(source, higher)
                    .on(InputOptions.of(spec, input, format), tables, TargetOptions.of(target, bad), output);
            if (info.rows() == sample.rows()) {
                output.tell("warning: the model was fitted on as many rows; if on these, the figures flatter it");
            }
            card = card.withSample(sample);
        }
        write(card.toMarkdown(ReasonCatalogue.standard(), Locale.forLanguageTag(language)));
        return 0;
    }

    private void write(String card) {
        if (out == null) {
            spec.commandLine().getOut().write(card);
            return;
        }
        try {
            Files.writeString(out, card, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        output.tell("model card written to " + out.getFileName());
    }
}
