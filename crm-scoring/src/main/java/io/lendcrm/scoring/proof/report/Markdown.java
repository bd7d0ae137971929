package io.lendcrm.scoring.proof.report;

import io.lendcrm.core.feature.FeatureType;
import io.lendcrm.core.model.Document;
import io.lendcrm.core.privacy.DataClass;
import io.lendcrm.core.reason.Reason;
import io.lendcrm.core.reason.ReasonTexts;
import io.lendcrm.scoring.proof.fairness.Evidence;
import io.lendcrm.scoring.proof.fairness.FairnessMeasure;
import io.lendcrm.scoring.proof.registry.ModelStatus;
import io.lendcrm.scoring.proof.registry.RegistryEntry;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes a page as Markdown. What people wrote is escaped, so that it can't become markup. */
final class Markdown {

    /** Also an underscore that no letters or digits surround, and the mark of a list at the start. */
    private static final Pattern MARKUP = Pattern.compile(
            "[\\\\`*~\\[\\]<>|#]|(?<![\\p{L}\\p{N}])_|_(?![\\p{L}\\p{N}])" + "|^[-+](?=\\s)|(?<=^\\d{1,9})[.)](?=\\s)");

    /** Words the library made have a text in each language. */
    private static final Set<String> WORDS = Stream.concat(
                    Stream.of(Page.NOT_REGISTERED, Page.NO_VERDICT),
                    Stream.<Enum<?>[]>of(
                                    Evidence.values(),
                                    FairnessMeasure.values(),
                                    ValidationFinding.Severity.values(),
                                    Conclusion.Decision.values(),
                                    ModelComparison.Kind.values(),
                                    ModelStatus.values(),
                                    RegistryEntry.Act.values(),
                                    DraftCard.Gap.values(),
                                    DataClass.values(),
                                    FeatureType.values())
                            .flatMap(Arrays::stream)
                            .map(Enum::name))
            .collect(Collectors.toUnmodifiableSet());

    private static final Pattern BREAK = Pattern.compile("\\s*\\R\\s*");

    private final ReasonTexts texts;
    private final Locale language;
    private final StringBuilder out = new StringBuilder();

    private Markdown(ReasonTexts texts, Locale language) {
        this.texts = texts;
        this.language = language;
    }

    static String of(Page page, ReasonTexts texts, Locale language) {
        Markdown markdown = new Markdown(texts, language);
        markdown.out
                .append("# ")
                .append(markdown.label(page.format()))
                .append(": ")
                .append(escaped(page.title()))
                .append("\n");
        for (Map.Entry<String, List<Page.Block>> section : page.sections().entrySet()) {
            markdown.out
                    .append("\n## ")
                    .append(markdown.label(section.getKey()))
                    .append("\n");
            boolean listed = false;
            for (Page.Block block : section.getValue()) {
                markdown.out.append(listed && block instanceof Page.Line ? "" : "\n");
                markdown.append(block);
                listed = block instanceof Page.Line;
            }
        }
        return markdown.out.toString();
    }

    private void append(Page.Block block) {
        if (block instanceof Page.Line line) {
            out.append("- **")
                    .append(label(line.code()))
                    .append(":** ")
                    .append(value(line.value()))
                    .append("\n");
        } else if (block instanceof Page.Bullets bullets) {
            out.append("**").append(label(bullets.code())).append("**\n\n");
            bullets.values()
                    .forEach(cell -> out.append("- ").append(value(cell)).append("\n"));
        } else if (block instanceof Page.Table table) {
            out.append("**").append(label(table.code())).append("**\n\n");
            row(table.columns(), this::label);
            row(table.columns(), column -> "---");
            table.rows().forEach(cells -> row(cells, this::value));
        }
    }

    private <T> void row(List<T> cells, Function<T, String> text) {
        out.append(cells.stream().map(text).collect(Collectors.joining(" | ", "| ", " |\n")));
    }

    private String label(String code) {
        return texts.text(Reason.of("report." + code, 0), language);
    }

    private String value(Page.Cell cell) {
        Document value = cell.value();
        if (value instanceof Document.Decimal decimal) {
            return number(decimal.value());
        }
        if (value instanceof Document.Whole whole) {
            return Long.toString(whole.value());
        }
        String text = value instanceof Document.Text said ? said.value() : "";
        return cell.word() ? label(word(text)) : escaped(text);
    }

    static Set<String> words() {
        return WORDS.stream().map(Markdown::word).collect(Collectors.toUnmodifiableSet());
    }

    private static String word(String name) {
        return "word." + name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String number(double value) {
        boolean plain = value == 0 || Math.abs(value) >= 1e-3 && Math.abs(value) < 1e9;
        return String.format(Locale.ROOT, plain ? "%.4f" : "%.3e", value);
    }

    private static String escaped(String text) {
        String line = BREAK.matcher(text.strip()).replaceAll(" ");
        return MARKUP.matcher(line).replaceAll(match -> Matcher.quoteReplacement("\\" + match.group()));
    }
}
