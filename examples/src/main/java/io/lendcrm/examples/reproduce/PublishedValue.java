package io.lendcrm.examples.reproduce;

import java.math.BigDecimal;

/**
 * A number that somebody has printed, and how to get it from this library. Immutable and thread-safe.
 *
 * @param study the model and the data, such as {@code BG/NBD, CDNOW}
 * @param quantity which of its numbers
 * @param printed the number with as many digits as were printed
 * @param place where the command's JSON has ours: a JSON pointer such as {@code /parameters/r}, or {@code sum:} and the
 *     name of a column of a table
 * @param source who printed it
 * @param command what gets ours, as a user would type it behind {@code lendcrm}; commands that follow one another are
 *     joined by {@code &&}, {@code >} keeps what one writes in a file; {@code {data}} is the folder of the data and
 *     {@code {work}} one for files in between
 */
record PublishedValue(String study, String quantity, BigDecimal printed, String place, String source, String command) {

    static PublishedValue parse(String line) {
        String[] cells = line.split("\t", -1);
        if (cells.length != 6) {
            throw new IllegalArgumentException(
                    "a published value must have 6 cells, found " + cells.length + ": " + line);
        }
        return new PublishedValue(cells[0], cells[1], new BigDecimal(cells[2]), cells[3], cells[4], cells[5]);
    }

    /**
     * Whether a number is the printed one: within half a unit of its last digit, and within 5 % of that unit more, as
     * authors round what they have rounded.
     */
    boolean agrees(double ours) {
        return Math.abs(ours - printed.doubleValue()) <= 0.55 * printed.ulp().doubleValue();
    }
}
