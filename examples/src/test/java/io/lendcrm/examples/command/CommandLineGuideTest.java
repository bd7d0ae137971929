package io.lendcrm.examples.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that the guide prints run in their order and print what it says. */
class CommandLineGuideTest {

    private static final Path PAGE = Path.of("..", "docs", "guide", "command-line.md");

    @TempDir
    Path folder;

    /** A fenced block: what stands behind its opening fence, and its lines. */
    private record Block(String label, List<String> lines) {}

    @Test
    void theCommandsRunAndPrintWhatThePageSays() throws IOException {
        Terminal last = null;
        TreeSet<String> used = new TreeSet<>();
        for (Block block : blocks()) {
            if (block.label().startsWith("csv ")) {
                Files.write(folder.resolve(block.label().substring(4)), block.lines());
            } else if (block.label().equals("sh")) {
                String lines = String.join("\n", block.lines()).replace("\\\n    ", "");
                for (String line : lines.split("\n")) {
                    last = run(line);
                    used.add(line.split(" ")[1]);
                }
            } else if (block.label().equals("text")) {
                assertThat(last).isNotNull();
                assertThat(last.lines()).isEqualTo(block.lines());
            }
        }
        assertThat(used).containsExactly("clv", "review", "rfm", "segment", "simulate");
        assertThat(folder.resolve("report").resolve("review.html")).isNotEmptyFile();
        assertThat(Files.readAllLines(PAGE)).hasSizeLessThanOrEqualTo(120);
    }

    /** Runs a line as a shell in the folder would, as far as the page needs it. */
    private Terminal run(String line) throws IOException {
        String[] command = line.split(" > ");
        String[] words = command[0].split(" ");
        List<String> args = new ArrayList<>();
        for (int i = 1; i < words.length; i++) {
            boolean isFile = words[i].matches("[a-z]+\\.(csv|json)") || words[i - 1].equals("--out");
            args.add(isFile ? folder.resolve(words[i]).toString() : words[i]);
        }
        Terminal run = Terminal.run(args.toArray(String[]::new)).done();
        if (command.length > 1) {
            Files.writeString(folder.resolve(command[1]), run.out());
        }
        return run;
    }

    private static List<Block> blocks() throws IOException {
        List<Block> blocks = new ArrayList<>();
        Block open = null;
        for (String line : Files.readAllLines(PAGE)) {
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
