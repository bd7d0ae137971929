package io.lendcrm.segmentation.text;

import io.lendcrm.segmentation.text.Masking.Kind;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One pass over a text. At each place it takes the longest thing that may be masked there, else the word or the character. What
 * is masked depends only on what stands left of it in the result and on what can't be masked by itself, so that a second pass
 * finds nothing more. Not thread-safe; confine to one thread.
 */
final class MaskScan {

    private static final String MARKER = "masked_";

    private final String text;
    private final Set<Kind> kinds;
    private final List<String> names;
    private final String folded;
    private final StringBuilder out;

    /** The character before, as a second pass would see it. */
    private int last = ' ';

    private boolean afterPlaceholder;

    /** Where the run of an address's characters ends that was looked at last. */
    private int addressEnd;

    /** What {@link #end} found. */
    private @Nullable Kind found;

    MaskScan(String text, Set<Kind> kinds, List<String> names) {
        this.text = text;
        this.kinds = kinds;
        this.names = names;
        this.folded = names.isEmpty() ? "" : Masking.fold(text);
        this.out = new StringBuilder(text.length() + 16);
    }

    String masked() {
        int at = 0;
        while (at < text.length()) {
            int end = end(at);
            Kind kind = found;
            if (kind != null) {
                placeholder(kind);
            } else {
                plain(at, end);
            }
            at = end;
        }
        return out.toString();
    }

    private void placeholder(Kind kind) {
        if (out.length() > 0 && !Character.isWhitespace(out.charAt(out.length() - 1))) {
            out.append(' ');
        }
        out.append(kind.placeholder());
        afterPlaceholder = true;
        last = ' ';
    }

    private void plain(int from, int to) {
        if (afterPlaceholder && !Character.isWhitespace(text.charAt(from))) {
            out.append(' ');
        }
        afterPlaceholder = false;
        out.append(text, from, to);
        last = text.codePointBefore(to);
    }

    /** Where what begins here ends; {@link #found} says what it is, null for nothing to mask. */
    private int end(int at) {
        int c = text.codePointAt(at);
        found = null;
        int end = address(at, c);
        end = end > 0 ? end : marker(at, c);
        end = end > 0 ? end : web(at, c);
        end = end > 0 ? end : name(at);
        end = end > 0 ? end : stars(at, c);
        end = end > 0 ? end : digits(at, c);
        end = end > 0 ? end : word(at);
        return end > 0 ? end : at + Character.charCount(c);
    }

    private int take(Kind kind, int end) {
        found = kinds.contains(kind) ? kind : null;
        return end;
    }

    private int marker(int at, int c) {
        if (c == 'm' && !MaskWords.joins(last) && text.startsWith(MARKER, at)) {
            for (Kind kind : Kind.values()) {
                int end = at + kind.placeholder().length();
                if (text.startsWith(kind.placeholder(), at) && !MaskWords.joins(MaskWords.point(text, end))) {
                    found = kind;
                    return end;
                }
            }
        }
        return 0;
    }

    private int address(int at, int c) {
        if (!kinds.contains(Kind.EMAIL) || !MaskWords.ofAddress(c) || MaskWords.ofAddress(last)) {
            return 0;
        }
        if (at >= addressEnd) {
            addressEnd = MaskWords.addressEnd(text, at);
        }
        if (addressEnd >= text.length() || text.charAt(addressEnd) != '@') {
            return 0;
        }
        int end = MaskWords.addressEnd(text, addressEnd + 1);
        boolean host = MaskWords.hasWord(text, addressEnd + 1, end);
        return host && MaskWords.hasWord(text, at, addressEnd) ? take(Kind.EMAIL, end) : 0;
    }

    private int web(int at, int c) {
        if (!kinds.contains(Kind.URL) || MaskWords.joins(last) || "hHwW".indexOf(c) < 0) {
            return 0;
        }
        int prefix = MaskWords.webPrefix(text, at);
        int end = prefix;
        while (prefix > 0 && end < text.length() && text.charAt(end) > ' ' && text.charAt(end) < 0x7f) {
            end++;
        }
        return end > prefix ? take(Kind.URL, end) : 0;
    }

    private int name(int at) {
        for (String name : names) {
            int end = at + name.length();
            boolean begins = !MaskWords.joins(name.codePointAt(0)) || !MaskWords.joins(last);
            if (begins
                    && folded.startsWith(name, at)
                    && !(MaskWords.joins(name.codePointBefore(name.length()))
                            && MaskWords.joins(MaskWords.point(text, end)))) {
                found = Kind.NAME;
                return end;
            }
        }
        return 0;
    }

    private int stars(int at, int c) {
        int end = at;
        while (c == '*' && end < text.length() && text.charAt(end) == '*') {
            end++;
        }
        if (end - at < 2) {
            return 0;
        }
        int next = MaskWords.wordEnd(text, end);
        return take(Kind.HIDDEN, MaskWords.isNumber(text, end, next) ? next : end);
    }

    private int digits(int at, int c) {
        int from = c == '+' ? at + 1 : at;
        if (!MaskWords.isNumber(text, from, MaskWords.wordEnd(text, from))) {
            return 0;
        }
        int day = DigitGroup.chineseDay(text, at);
        if (day > 0) {
            return take(Kind.DATE, day);
        }
        DigitGroup group = DigitGroup.at(text, from);
        return take(group.kind(), group.end());
    }

    private int word(int at) {
        int end = MaskWords.wordEnd(text, at);
        if (end == at) {
            return 0;
        }
        if (MaskWords.digits(text, at, end) > 0) {
            return mixed(at, end);
        }
        if (text.substring(at, end).contains("XXXX")) {
            return take(Kind.HIDDEN, end);
        }
        boolean alone = !MaskWords.joins(last) && !MaskWords.joins(MaskWords.point(text, end));
        return alone && end - at >= 2 && MaskWords.isHidden(text, at, end)
                ? take(Kind.HIDDEN, MaskWords.hiddenEnd(text, end))
                : end;
    }

    /** A word of letters and digits: the number of an account or a passport, an IBAN, or something like 2nd. */
    private int mixed(int at, int wordEnd) {
        int end = wordEnd;
        boolean more = MaskWords.point(text, wordEnd) == ' '
                && MaskWords.isNumber(text, wordEnd + 1, MaskWords.wordEnd(text, Math.min(wordEnd + 1, text.length())));
        if (more && MaskWords.beginsIban(text, at, wordEnd)) {
            end = DigitGroup.at(text, wordEnd + 1).end();
        }
        int digits = MaskWords.digits(text, at, end);
        return take(digits >= 3 && end - at >= 5 ? Kind.ID : Kind.NUMBER, end);
    }
}
