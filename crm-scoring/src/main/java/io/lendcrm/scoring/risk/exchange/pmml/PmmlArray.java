package io.lendcrm.scoring.risk.exchange.pmml;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The values of an Array: parted by blanks, in double quotes where a value holds blanks, a quote in it behind a backslash. */
final class PmmlArray {

    private PmmlArray() {}

    static List<String> values(XmlElement array) {
        array.allowOnly();
        array.choice("type", "string", Set.of("int", "real", "string"));
        List<String> values = parse(array);
        if (array.has("n") && array.number("n") != values.size()) {
            throw array.fault("expected n = " + array.text("n") + " values, found " + values.size());
        }
        return values;
    }

    private static List<String> parse(XmlElement array) {
        String text = array.text();
        List<String> values = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
            } else if (c == '"') {
                StringBuilder value = new StringBuilder();
                for (at++; at < text.length() && text.charAt(at) != '"'; at++) {
                    if (text.charAt(at) == '\\' && at + 1 < text.length() && text.charAt(at + 1) == '"') {
                        at++;
                    }
                    value.append(text.charAt(at));
                }
                if (at == text.length()) {
                    throw array.fault("expected a closing quote behind \"" + XmlElement.clipped(value.toString()));
                }
                at++;
                values.add(value.toString());
            } else {
                int end = at;
                while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
                    end++;
                }
                values.add(text.substring(at, end));
                at = end;
            }
        }
        return values;
    }

    /** A text in quotes; it must hold neither a quote nor a backslash, which files of others read in more ways than one. */
    static String quoted(String value) {
        return '"' + value + '"';
    }

    static boolean canHold(String value) {
        return value.indexOf('"') < 0 && value.indexOf('\\') < 0;
    }
}
