package io.lendcrm.segmentation.text;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Words and phrases that tell of one thing. Those of the library are small and meant to be read, changed and added to: each is a
 * text file with a version. They find who says so in plain words, nobody else; measure them on texts of your own before acting
 * upon them, and never decide on credit by them alone. Immutable and thread-safe.
 *
 * @param name lower-case letters, digits and underscores, beginning with a letter
 * @param version which edition of its phrases
 * @param phrases the phrases, all different
 */
public record Lexicon(String name, String version, List<String> phrases) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

    public Lexicon {
        requireNonNull(name, "name");
        requireNonNull(version, "version");
        phrases = List.copyOf(phrases);
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("name must match " + NAME + ", found \"" + name + "\"");
        }
        if (phrases.isEmpty() || phrases.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("phrases of " + name + " must be at least one and none blank");
        }
        if (phrases.stream().distinct().count() < phrases.size()) {
            throw new IllegalArgumentException("phrases of " + name + " must all be different");
        }
    }

    /** {@return phrases of clients in need: lost work, illness, unable to pay, bankruptcy; English and Chinese} */
    public static Lexicon distress() {
        return bundled("distress");
    }

    /** {@return phrases of clients who are angry at how they are treated; English and Chinese} */
    public static Lexicon complaint() {
        return bundled("complaint");
    }

    /** {@return phrases of clients who mean to borrow, or borrow more; English and Chinese} */
    public static Lexicon borrowing() {
        return bundled("borrowing");
    }

    /** {@return phrases of clients who mean to leave; English and Chinese} */
    public static Lexicon leaving() {
        return bundled("leaving");
    }

    /** {@return the four of the library: distress, complaint, borrowing, leaving} */
    public static List<Lexicon> all() {
        return List.of(distress(), complaint(), borrowing(), leaving());
    }

    /**
     * Reads a lexicon: a line {@code version: …}, then a phrase a line; empty lines and those that begin with {@code #} don't
     * count.
     *
     * @param name its name
     * @param text the lines
     * @return the lexicon
     * @throws IllegalArgumentException if the version is missing or the phrases don't do
     */
    public static Lexicon parse(String name, String text) {
        List<String> lines = text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
        if (lines.isEmpty() || !lines.get(0).startsWith("version:")) {
            throw new IllegalArgumentException("the first line of lexicon " + name + " must be \"version: …\"");
        }
        String version = lines.get(0).substring("version:".length()).strip();
        return new Lexicon(name, version, new ArrayList<>(lines.subList(1, lines.size())));
    }

    private static Lexicon bundled(String name) {
        return parse(name, resource("lexicon-" + name + ".txt"));
    }

    static String resource(String file) {
        try (InputStream in = Lexicon.class.getResourceAsStream(file)) {
            return new String(requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the name, the version and how many phrases} */
    @Override
    public String toString() {
        return "Lexicon[" + name + " " + version + ", " + phrases.size() + " phrases]";
    }
}
