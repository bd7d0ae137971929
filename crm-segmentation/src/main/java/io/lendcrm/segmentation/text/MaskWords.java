package io.lendcrm.segmentation.text;

/**
 * Characters and words as a {@link MaskScan} sees them: a word is a run of letters, marks and digits, taken as a whole;
 * ideographs are no letters here.
 */
final class MaskWords {

    private static final String[] WEB = {"https://", "http://", "www."};

    private MaskWords() {}

    private static boolean isAsciiLetter(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static boolean ofWord(int point) {
        if (point < 0x80) {
            return isAsciiLetter(point) || point >= '0' && point <= '9';
        }
        int type = Character.getType(point);
        return (Character.isLetterOrDigit(point) && !WordTokenizer.isIdeograph(point))
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    static boolean ofAddress(int point) {
        return ofWord(point) || "._%+-".indexOf(point) >= 0;
    }

    /** Whether a word goes on over this character. */
    static boolean joins(int point) {
        return point == '_' || ofWord(point);
    }

    /** The code point at a place, a space behind the end. */
    static int point(String text, int at) {
        return at < text.length() ? text.codePointAt(at) : ' ';
    }

    static boolean isDigit(String text, int at) {
        return Character.isDigit(point(text, at));
    }

    static int addressEnd(String text, int from) {
        int end = from;
        while (end < text.length() && ofAddress(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    static int wordEnd(String text, int from) {
        int end = from;
        while (end < text.length() && ofWord(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    /** Where the address's scheme ends; 0 if it has none. */
    static int webPrefix(String text, int at) {
        for (String prefix : WEB) {
            if (text.regionMatches(true, at, prefix, 0, prefix.length())) {
                return at + prefix.length();
            }
        }
        return 0;
    }

    static boolean hasWord(String text, int from, int to) {
        int at = from;
        while (at < to && !ofWord(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        return at < to;
    }

    static int digits(String text, int from, int to) {
        int digits = 0;
        for (int i = from; i < to; i += Character.charCount(text.codePointAt(i))) {
            digits += Character.isDigit(text.codePointAt(i)) ? 1 : 0;
        }
        return digits;
    }

    /** Whether a word here is all digits. */
    static boolean isNumber(String text, int from, int to) {
        return to > from && digits(text, from, to) == text.codePointCount(from, to);
    }

    static boolean isHidden(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) != 'x' && text.charAt(i) != 'X') {
                return false;
            }
        }
        return to > from;
    }

    /** Where a hidden word ends that goes on as in XX/XX/2018. */
    static int hiddenEnd(String text, int from) {
        int end = from;
        while (end + 1 < text.length() && (text.charAt(end) == '/' || text.charAt(end) == '-')) {
            int next = wordEnd(text, end + 1);
            boolean same = isHidden(text, end + 1, next) || isNumber(text, end + 1, next);
            if (!same || point(text, next) == '_') {
                return end;
            }
            end = next;
        }
        return end;
    }

    /** Two letters and two digits, and whatever follows in the word. */
    static boolean beginsIban(String text, int from, int to) {
        return to - from >= 4
                && isAsciiLetter(text.charAt(from))
                && isAsciiLetter(text.charAt(from + 1))
                && Character.isDigit(text.charAt(from + 2))
                && Character.isDigit(text.charAt(from + 3));
    }
}
