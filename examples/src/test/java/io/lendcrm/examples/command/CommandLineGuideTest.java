package io.lendcrm.examples.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.lendcrm.examples.Lendcrm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The commands that the guide's pages on the command line print run in their order and print what they say. */
class CommandLineGuideTest {

    private static final Path GUIDE = Path.of("..", "docs", "guide");

    /** Commands that need real data, which the pages only name. */
    private static final Set<String> ON_REAL_DATA = Set.of("reproduce");

    @TempDir
    Path folder;

    /** A fenced block: what stands behind its opening fence, and its lines. */
    private record Block(String label, List<String> lines) {}

    @ParameterizedTest
    @MethodSource("pages")
    void theCommandsRunAndPrintWhatThePageSays(Path page) throws IOException {
        Terminal last = null;
        for (Block block : blocks(page)) {
            if (block.label().startsWith("csv ")) {
                Files.write(folder.resolve(block.label().substring(4)), block.lines());
            } else if (block.label().equals("sh")) {
                for (String line : commands(block)) {
                    last = run(line);
                }
            } else if (block.label().equals("text")) {
                assertThat(last).isNotNull();
                assertThat(last.lines()).isEqualTo(block.lines());
            }
        }
        assertThat(Files.readAllLines(page)).hasSizeLessThanOrEqualTo(160);
    }

    @Test
    void everyCommandIsShown() throws IOException {
        Set<String> shown = new TreeSet<>(ON_REAL_DATA);
        for (Path page : pages()) {
            for (Block block : blocks(page)) {
                if (block.label().equals("sh")) {
                    commands(block).forEach(line -> shown.add(line.split(" ")[1]));
                }
            }
        }

        assertThat(shown).containsExactlyInAnyOrderElementsOf(Lendcrm.commands());
    }

    static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.list(GUIDE)) {
            return files.filter(file -> file.getFileName().toString().startsWith("command-"))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> commands(Block block) {
        return List.of(String.join("\n", block.lines()).replace("\\\n    ", "").split("\n"));
    }

    /** Runs a line as a shell in the folder would, as far as the page needs it. */
    private Terminal run(String line) throws IOException {
        String[] command = line.split(" > ");
        String[] words = command[0].split(" ");
        List<String> args = new ArrayList<>();
        for (int i = 1; i < words.length; i++) {
            boolean isFile = words[i].matches("[a-z0-9-]+\\.(csv|json|txt|xml|html|md|sql|pmml)")
                    || words[i - 1].matches("--(out|data|report)");
            args.add(isFile ? folder.resolve(words[i]).toString() : words[i]);
        }
        Terminal run = Terminal.run(args.toArray(String[]::new)).done();
        if (command.length > 1) {
            Files.writeString(folder.resolve(command[1]), run.out());
        }
        return run;
    }

    private static List<Block> blocks(Path page) throws IOException {
        List<Block> blocks = new ArrayList<>();
        Block open = null;
        for (String line : Files.readAllLines(page)) {
            if (!line.startsWith("```")) {
                if (open != null) {
                    open.lines().add(line);
                }
            } else if (open == null) {
                open = new Block(line.substring(3), new ArrayList<>());
            } else {
                blocks.add(open);
                open = null;
            }
        }
        return blocks;
    }
}
