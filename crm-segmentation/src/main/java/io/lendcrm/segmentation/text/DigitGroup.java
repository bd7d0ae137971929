package io.lendcrm.segmentation.text;

import io.lendcrm.segmentation.text.Masking.Kind;
import java.util.regex.Pattern;

/**
 * Digits that belong together, such as {@code +1 (202) 555-0101}, and what they seem to be. Immutable and thread-safe.
 *
 * @param kind what they seem to be
 * @param end where they end
 */
record DigitGroup(Kind kind, int end) {

    private static final String SEPARATORS = "-./ :,()\u2010\u2011\u2012\u2013";
    private static final Pattern SOCIAL_SECURITY = Pattern.compile("999[- ]99[- ]9999");
    private static final Pattern DAY =
            Pattern.compile("9{1,2}/9{1,2}|9{4}([-./])9{1,2}\\19{1,2}|9{1,2}([-./])9{1,2}\\2(99|9999)");
    private static final int[] CHECK = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    /** The group that begins with the digit at a place. */
    static DigitGroup at(String text, int from) {
        StringBuilder digits = new StringBuilder();
        StringBuilder shape = new StringBuilder();
        int end = from;
        int last = from;
        while (end < text.length()) {
            int point = text.codePointAt(end);
            if (Character.isDigit(point)) {
                digits.append((char) ('0' + Character.digit(point, 10)));
                shape.append('9');
                end += Character.charCount(point);
                last = end;
                continue;
            }
            int gap = gap(text, end);
            // a word of letters and digits is taken whole, not its digits
            if (gap == 0 || isMixed(text, end + gap)) {
                break;
            }
            shape.append(text, end, end + gap);
            end += gap;
        }
        return new DigitGroup(kind(digits, shape.toString()), last);
    }

    /** How many characters part two digits here; 0 if the group ends. */
    private static int gap(String text, int at) {
        char c = text.charAt(at);
        if (SEPARATORS.indexOf(c) < 0) {
            return 0;
        }
        if (MaskWords.isDigit(text, at + 1)) {
            return 1;
        }
        boolean bracket = c == ')' || MaskWords.point(text, at + 1) == '(';
        boolean two = at + 1 < text.length() && SEPARATORS.indexOf(text.charAt(at + 1)) >= 0;
        return bracket && two && MaskWords.isDigit(text, at + 2) ? 2 : 0;
    }

    private static boolean isMixed(String text, int at) {
        int end = MaskWords.wordEnd(text, at);
        return !MaskWords.isNumber(text, at, end);
    }

    private static Kind kind(CharSequence digits, String shape) {
        int count = digits.length();
        if (isDay(shape)) {
            return Kind.DATE;
        }
        if (shape.length() == 11 && SOCIAL_SECURITY.matcher(shape).matches() || count == 18 && isResident(digits)) {
            return Kind.ID;
        }
        if (shape.indexOf(',') >= 0 || shape.indexOf(':') >= 0) {
            return Kind.NUMBER;
        }
        if (count >= 13 && count <= 19 && isLuhn(digits)) {
            return Kind.CARD;
        }
        return count > 15 ? Kind.ID : count >= 7 ? Kind.PHONE : Kind.NUMBER;
    }

    private static boolean isDay(String shape) {
        return shape.length() <= 10 && DAY.matcher(shape).matches();
    }

    /** The check of ISO/IEC 7812-1. */
    private static boolean isLuhn(CharSequence digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            sum += i % 2 == 0 ? digit : digit < 5 ? 2 * digit : 2 * digit - 9;
        }
        return sum % 10 == 0;
    }

    /** The check of GB 11643, where the last character is a digit. */
    private static boolean isResident(CharSequence digits) {
        int sum = 0;
        for (int i = 0; i < CHECK.length; i++) {
            sum += CHECK[i] * (digits.charAt(i) - '0');
        }
        return (sum + digits.charAt(17) - '0') % 11 == 1;
    }

    /** Where a day as in 2024年2月29日 ends; 0 if there is none. */
    static int chineseDay(String text, int from) {
        int year = unit(text, from, 4, '年');
        int month = unit(text, year > 0 ? year : from, 2, '月');
        if (month == 0) {
            return 0;
        }
        int day = Math.max(unit(text, month, 2, '日'), unit(text, month, 2, '号'));
        return day > 0 ? day : year > 0 ? month : 0;
    }

    private static int unit(String text, int from, int most, char unit) {
        int end = from;
        while (end < text.length() && end - from < most && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end > from && end < text.length() && text.charAt(end) == unit ? end + 1 : 0;
    }
}
