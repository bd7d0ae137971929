package io.lendcrm.scoring.risk.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** The lines of a Java source in ASCII. Not thread-safe; confine to one thread. */
final class JavaSource {

    /** A method has 65,535 bytes; a switch over texts takes up to 40 a text. */
    private static final int MOST_CASES = 500;

    private static final int MOST_BYTES = 65_535;

    private final List<String> lines = new ArrayList<>();
    private String margin = "";

    JavaSource line(String line) {
        lines.add(line.isEmpty() ? line : margin + line);
        return this;
    }

    /** The lines from here on stand in a class within the class. */
    void indent(boolean indented) {
        margin = indented ? "    " : "";
    }

    /**
     * A method that switches over its first parameter, a text; more texts than a method can hold go on in methods behind it.
     *
     * @param method its modifiers, type and name
     * @param parameters its parameters, all texts
     * @param results what is returned for each text
     * @param otherwise the statement for any other text
     */
    void switchOver(
            String method, List<String> parameters, List<String> texts, IntFunction<String> results, String otherwise) {
        String declared = parameters.stream().map(p -> "String " + p).collect(Collectors.joining(", ", "(", ")"));
        String passed = String.join(", ", parameters);
        String name = method.substring(method.lastIndexOf(' ') + 1);
        int from = 0;
        do {
            int to = Math.min(from + MOST_CASES, texts.size());
            line("    " + method + (from == 0 ? "" : "From" + from) + declared + " {");
            line("        switch (" + parameters.get(0) + ") {");
            for (int i = from; i < to; i++) {
                line("            case " + text(texts.get(i)) + ":");
                line("                return " + results.apply(i) + ";");
            }
            line("            default:");
            line("                "
                    + (to < texts.size() ? "return " + name + "From" + to + "(" + passed + ");" : otherwise));
            line("        }").line("    }");
            from = to;
            if (from < texts.size()) {
                line("");
            }
        } while (from < texts.size());
    }

    static String number(double value) {
        return Double.isNaN(value) ? "Double.NaN" : Double.toString(value);
    }

    static String texts(List<String> texts) {
        return texts.stream().map(JavaSource::text).collect(Collectors.joining(", ", "{", "}"));
    }

    static String text(String value) {
        StringBuilder quoted = new StringBuilder("\"");
        long bytes = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            bytes += c > 0 && c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                default -> quoted.append(c >= ' ' && c < 127 ? Character.toString(c) : "\\u%04x".formatted((int) c));
            }
        }
        if (bytes > MOST_BYTES) {
            throw new IllegalArgumentException(
                    "a text must take at most " + MOST_BYTES + " bytes in a class file, found " + bytes);
        }
        return quoted.append('"').toString();
    }

    /** The file. */
    String text() {
        return String.join("\n", lines) + "\n";
    }
}
