package io.lendcrm.examples.model;

import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.examples.command.OutputOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
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
            "Writes what a model's file tells of it as Markdown: what it is, what goes in, what comes out, where it"
                    + " comes from, and what its file doesn't tell, for its owner to add.",
            ""
        },
        footer = {"", "Example:", "  lendcrm model card --model-file model.json > card.md"})
@SuppressWarnings("NullAway.Init") // picocli fills it
final class ModelCardCommand implements Callable<Integer> {

    private static final int LEVELS = 6;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ModelFileOptions file;

    @Option(names = "--out", paramLabel = "FILE", description = "Where to write it; to standard output by default.")
    private @Nullable Path out;

    @Mixin
    private OutputOptions output;

    @Override
    public Integer call() {
        ModelSource source = file.read();
        try {
            String card = card(source);
            if (out == null) {
                spec.commandLine().getOut().write(card);
            } else {
                Files.writeString(out, card, StandardCharsets.UTF_8);
                output.tell("model card written to " + out.getFileName());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return 0;
    }

    private String card(ModelSource source) {
        ModelInfo info = source.model().model().info();
        StringBuilder card = new StringBuilder();
        card.append("# Model card: ").append(file.file().getFileName()).append("\n\n| | |\n|---|---|\n");
        line(card, "Type", info.type());
        line(card, "In full", source.model().model().toString());
        line(
                card,
                "File",
                source.format().name().toLowerCase(Locale.ROOT) + ", " + source.bytes() + " bytes, SHA-256 "
                        + Checksum.of(file.file()));
        line(
                card,
                "Gives",
                source.model().output() == AppliedModel.Output.PROBABILITY
                        ? "a margin and the probability it stands for"
                        : "a number");
        line(card, "Fitted on", info.rows() == 0 ? "not told by the file" : info.rows() + " rows");
        line(card, "Data fingerprint", info.fingerprint().isEmpty() ? "not told by the file" : info.fingerprint());
        for (Map.Entry<String, String> option : info.options().entrySet()) {
            line(card, "Option " + option.getKey(), option.getValue());
        }
        for (Map.Entry<String, Double> number : info.diagnostics().entrySet()) {
            line(card, "Diagnostic " + number.getKey(), String.valueOf(number.getValue()));
        }
        for (String warning : info.warnings()) {
            line(card, "Warning", warning);
        }
        card.append("\n## Features\n\n| feature | column | type | levels |\n|---|---|---|---|\n");
        for (int f = 0; f < source.fields().size(); f++) {
            Feature feature = info.schema().feature(f);
            String levels =
                    String.join(", ", feature.levels().stream().limit(LEVELS).toList())
                            + (feature.levels().size() > LEVELS
                                    ? " and " + (feature.levels().size() - LEVELS) + " more"
                                    : "");
            card.append("| ")
                    .append(cell(feature.name()))
                    .append(" | ")
                    .append(cell(source.fields().get(f)))
                    .append(" | ")
                    .append(feature.type().name().toLowerCase(Locale.ROOT))
                    .append(" | ")
                    .append(cell(levels))
                    .append(" |\n");
        }
        return card.append("""

            ## To be added by its owner

            - Purpose, and what it must not be used for.
            - Who developed it, who challenged it, and when it is to be looked at again.
            - Outcomes: `lendcrm validate` on rows it wasn't fitted on.
            - Stability: `lendcrm monitor` on the rows it was fitted on and those of today.
            - Replay against the system it replaces: `lendcrm shadow`.
            """).toString();
    }

    private static void line(StringBuilder card, String name, String value) {
        card.append("| ").append(cell(name)).append(" | ").append(cell(value)).append(" |\n");
    }

    /** Whatever a file holds stays within its cell. */
    private static String cell(String text) {
        return text.replaceAll("[\\r\\n]+", " ").replace("|", "\\|").replace("<", "&lt;");
    }
}
