package io.lendcrm.examples.guide;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A Java block of a page, with the output the page says it prints.
 *
 * @param page the page
 * @param line where the block begins
 * @param code the block
 * @param output the text block that follows it, empty if none does
 */
record Snippet(Path page, int line, String code, String output) {

    /** The Java blocks of a page in order. A {@code text} block right behind one is what it prints. */
    static List<Snippet> of(Path page) throws IOException {
        List<String> lines = Files.readAllLines(page, StandardCharsets.UTF_8);
        List<Snippet> found = new ArrayList<>();
        int at = 0;
        while (at < lines.size()) {
            if (!lines.get(at).equals("```java")) {
                at++;
                continue;
            }
            int end = end(lines, at);
            String code = String.join("\n", lines.subList(at + 1, end));
            int next = end + 1;
            while (next < lines.size() && lines.get(next).isBlank()) {
                next++;
            }
            String output = "";
            if (next < lines.size() && lines.get(next).equals("```text")) {
                output = String.join("\n", lines.subList(next + 1, end(lines, next)));
            }
            found.add(new Snippet(page, at + 2, code, output));
            at = end + 1;
        }
        return found;
    }

    private static int end(List<String> lines, int start) {
        int end = start + 1;
        while (!lines.get(end).equals("```")) {
            end++;
        }
        return end;
    }

    /** Blocks leave imports out; everything the library makes public is there. */
    String asClass(String name, List<String> packages) {
        StringBuilder source = new StringBuilder();
        packages.forEach(p -> source.append("import ").append(p).append(".*;\n"));
        return source.append("public class ")
                .append(name)
                .append(" { public static void main(String[] args) throws Exception {\n")
                .append(code)
                .append("\n} }\n")
                .toString();
    }

    @Override
    public String toString() {
        return page.getFileName() + ":" + line;
    }
}
