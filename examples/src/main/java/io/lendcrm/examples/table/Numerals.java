package io.lendcrm.examples.table;

import java.util.regex.Pattern;

/** Numbers as files write them. */
final class Numerals {

    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");
    private static final Pattern INFINITE = Pattern.compile("[-+]?inf(inity)?", Pattern.CASE_INSENSITIVE);

    private Numerals() {}

    /** The number that a text stands for, infinite ones as they are; {@code NaN} if it stands for none. */
    static double parse(String text) {
        if (NUMBER.matcher(text).matches()) {
            return Double.parseDouble(text);
        }
        if (INFINITE.matcher(text).matches()) {
            return text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        return Double.NaN;
    }
}
