package io.lendcrm.core.ingest;

import java.util.List;
import java.util.Locale;

/** How sources write no and yes. */
final class BinaryWords {

    static final List<String> KNOWN = List.of("0", "1", "no", "yes", "n", "y", "false", "true", "f", "t");

    private BinaryWords() {}

    /** 0 or 1, or -1 for any other word. */
    static double code(String word) {
        int at = KNOWN.indexOf(word.toLowerCase(Locale.ROOT));
        return at < 0 ? -1 : at % 2;
    }
}
