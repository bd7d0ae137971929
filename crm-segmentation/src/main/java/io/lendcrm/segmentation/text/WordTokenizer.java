package io.lendcrm.segmentation.text;

import java.util.Locale;
import java.util.function.Consumer;

/**
 * Words and Chinese bigrams, by classes of code points of its own: the JDK's break rules differ from version to version.
 *
 * <ul>
 *   <li>A word is a run of letters, digits, marks and underscores of any alphabet, in small letters. An apostrophe between two
 *       letters belongs to it ({@code don't}), an ending {@code 's} doesn't. A point or comma between two digits belongs to a
 *       number. A word of more than 64 code points is cut into such pieces.
 *   <li>Chinese and Japanese characters have no spaces between words: of a run each two neighbours are a token, {@code 还不起} is
 *       {@code 还不} and {@code 不起}; one that stands alone is a token too. No dictionary is needed, and a phrase is found as the
 *       sequence of its bigrams. Korean is cut at its spaces; languages without spaces other than these come out as runs.
 *   <li>Everything else parts tokens: spaces, punctuation, symbols, emoji, control characters, unpaired surrogates.
 * </ul>
 *
 * <p>Letters that Unicode got after version 13 (that of Java 17) are letters where the JDK knows them. Time is proportional to the
 * text. Stateless and thread-safe.
 */
public final class WordTokenizer implements Tokenizer {

    private static final int LONGEST = 64;

    private WordTokenizer() {}

    /** {@return the tokenizer} */
    public static WordTokenizer standard() {
        return new WordTokenizer();
    }

    @Override
    public String id() {
        return "words-1";
    }

    @Override
    public void tokenize(MaskedText text, Consumer<String> tokens) {
        String value = text.value();
        int at = 0;
        while (at < value.length()) {
            int point = value.codePointAt(at);
            if (isIdeograph(point)) {
                at = bigrams(value, at, tokens);
            } else if (isWord(point)) {
                at = word(value, at, tokens);
            } else {
                at += Character.charCount(point);
            }
        }
    }

    private static int bigrams(String text, int from, Consumer<String> tokens) {
        int first = from;
        int second = from + Character.charCount(text.codePointAt(from));
        if (second >= text.length() || !isIdeograph(text.codePointAt(second))) {
            tokens.accept(text.substring(first, second));
            return second;
        }
        while (second < text.length() && isIdeograph(text.codePointAt(second))) {
            int end = second + Character.charCount(text.codePointAt(second));
            tokens.accept(text.substring(first, end));
            first = second;
            second = end;
        }
        return second;
    }

    private static int word(String text, int from, Consumer<String> tokens) {
        int end = from;
        int points = 0;
        boolean some = false;
        StringBuilder word = new StringBuilder();
        while (end < text.length() && points < LONGEST) {
            int point = text.codePointAt(end);
            if (isWord(point)) {
                some |= Character.isLetterOrDigit(point);
                word.appendCodePoint(point);
            } else if (joins(text, end, point)) {
                word.append(point == '\u2019' ? '\'' : (char) point);
            } else {
                break;
            }
            points++;
            end += Character.charCount(point);
        }
        if (some) {
            String token = word.toString().toLowerCase(Locale.ROOT);
            tokens.accept(token.endsWith("'s") && token.length() > 2 ? token.substring(0, token.length() - 2) : token);
        }
        return end;
    }

    private static boolean joins(String text, int at, int point) {
        if (at == 0 || at + 1 >= text.length()) {
            return false;
        }
        int before = text.codePointBefore(at);
        int after = text.codePointAt(at + 1);
        return switch (point) {
            case '\'', '\u2019' ->
                Character.isLetter(before) && Character.isLetter(after) && !isIdeograph(before) && !isIdeograph(after);
            case '.', ',' -> Character.isDigit(before) && Character.isDigit(after);
            default -> false;
        };
    }

    private static boolean isWord(int point) {
        if (point < 0x80) {
            return point >= 'a' && point <= 'z'
                    || point >= 'A' && point <= 'Z'
                    || point >= '0' && point <= '9'
                    || point == '_';
        }
        if (isIdeograph(point)) {
            return false;
        }
        int type = Character.getType(point);
        return Character.isLetterOrDigit(point)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.LETTER_NUMBER;
    }

    /** Chinese characters, kana and bopomofo, by Unicode's blocks. */
    static boolean isIdeograph(int point) {
        return point >= 0x3005
                && (point <= 0x3007
                        || point >= 0x3021 && point <= 0x3029
                        || point >= 0x3031 && point <= 0x3035
                        || point >= 0x3038 && point <= 0x303b
                        || point >= 0x3041 && point <= 0x30fa
                        || point >= 0x30fc && point <= 0x312f
                        || point >= 0x31a0 && point <= 0x31bf
                        || point >= 0x31f0 && point <= 0x31ff
                        || point >= 0x3400 && point <= 0x4dbf
                        || point >= 0x4e00 && point <= 0x9fff
                        || point >= 0xf900 && point <= 0xfaff
                        || point >= 0x1b000 && point <= 0x1b16f
                        || point >= 0x20000 && point <= 0x3fffd);
    }
}
