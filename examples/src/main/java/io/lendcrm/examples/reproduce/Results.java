package io.lendcrm.examples.reproduce;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the commands write, each run once however many numbers are read from it. Not thread-safe; confine to one thread.
 */
final class Results {

    private static final String SUM = "sum:";
    private static final String COUNTS = "{counts:";

    private final CommandLineRun line;
    private final Path data;
    private final Path work;
    private final Map<String, JsonNode> written = new HashMap<>();

    Results(CommandLineRun line, Path data, Path work) {
        this.line = line;
        this.data = data;
        this.work = work;
    }

    /** Our number for a published one. */
    double of(PublishedValue published) {
        JsonNode json = written.computeIfAbsent(published.command(), this::written);
        String place = published.place();
        if (!place.startsWith(SUM)) {
            return number(json.at(place), published);
        }
        double sum = 0;
        for (JsonNode row : json) {
            sum += number(row.path(place.substring(SUM.length())), published);
        }
        return sum;
    }

    private static double number(JsonNode node, PublishedValue published) {
        if (!node.isNumber()) {
            throw new IllegalStateException(published.command() + " writes no number at " + published.place());
        }
        return node.doubleValue();
    }

    private JsonNode written(String commands) {
        String[] steps = commands.split(" && ");
        for (int i = 0; i < steps.length - 1; i++) {
            run(steps[i]);
        }
        String last = steps[steps.length - 1];
        try {
            return new ObjectMapper().readTree(run(last));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(last + " writes no JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** What a command writes to standard output, or into a file behind {@code >}. */
    private String run(String step) {
        String[] parts = step.split(" > ");
        String text = output(parts[0].trim());
        if (parts.length == 1) {
            return text;
        }
        try {
            Files.writeString(Path.of(placed(parts[1].trim())), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "";
    }

    private String placed(String word) {
        if (word.startsWith(COUNTS)) {
            return counted(word.substring(COUNTS.length(), word.length() - 1)).toString();
        }
        return word.replace("{data}", data.toString()).replace("{work}", work.toString());
    }

    /** A file with as many rows of each bin as were printed, for data of which no more than that is public. */
    private Path counted(String counts) {
        StringBuilder rows = new StringBuilder("bin\n");
        int bin = 0;
        for (String count : counts.split(",")) {
            bin++;
            rows.append(("bin " + bin + "\n").repeat(Integer.parseInt(count)));
        }
        try {
            return Files.writeString(Files.createTempFile(work, "counts", ".csv"), rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String output(String command) {
        String[] args = Stream.of(command.split("\\s+")).map(this::placed).toArray(String[]::new);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        if (line.run(args, out, err) != 0) {
            throw new IllegalStateException(
                    command + ": " + err.toString(StandardCharsets.UTF_8).strip());
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
