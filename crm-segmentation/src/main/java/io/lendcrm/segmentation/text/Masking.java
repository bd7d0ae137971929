package io.lendcrm.segmentation.text;

import static java.util.Objects.requireNonNull;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Replaces what tells who somebody is by a placeholder that is one word, such as {@code masked_phone}, before anything else is
 * made of a text. The text is brought to Unicode's form NFKC first, so that full-width digits are found too.
 *
 * <p>The scan is by hand, without regular expressions: its time is proportional to the text's length whatever the text. Masking
 * a masked text changes nothing. With {@link #standard()} no digit remains. It finds patterns, not meaning: a name, a street or
 * a town stays, unless told by {@link #withNames}; treat a masked text as personal all the same. Immutable and thread-safe.
 */
public final class Masking {

    /** What is masked. */
    public enum Kind {
        /** Anything around an at sign: {@code name@host}. */
        EMAIL,
        /** A web address that begins with {@code http://}, {@code https://} or {@code www.}. */
        URL,
        /** 13 to 19 digits, grouped or not, that pass the check of Luhn. */
        CARD,
        /**
         * An identity or account number: 18 or 17 digits and an X, a word of at least five characters that mixes Latin letters
         * with three digits or more, nine digits as 3-2-4, or more than 15 digits.
         */
        ID,
        /** 7 to 15 digits, grouped or not. */
        PHONE,
        /** Two or three numbers as in {@code 2024-02-29}, {@code 29.2.24}, {@code 2/29} or {@code 2024年2月29日}. */
        DATE,
        /** Any other digits. */
        NUMBER,
        /**
         * What somebody hid before: a word of two or more {@code X}, {@code x} or {@code *} as in {@code XX/XX/2018}, or with four
         * {@code X} in it.
         */
        HIDDEN,
        /** A name handed in by {@link Masking#withNames}. */
        NAME;

        private final String placeholder = "masked_" + name().toLowerCase(Locale.ROOT);

        /** {@return the word that stands for what was masked, such as {@code masked_phone}} */
        public String placeholder() {
            return placeholder;
        }
    }

    private static final int MOST_NAMES = 1_000;
    private static final int LONGEST_RUN = 30;
    private static final char FIRST_MARK = '\u0300';
    private static final char JOINER = '\u034F';

    private final Set<Kind> kinds;
    private final List<String> names;

    private Masking(Set<Kind> kinds, List<String> names) {
        this.kinds = Collections.unmodifiableSet(kinds);
        this.names = names;
    }

    /** {@return a masking of every kind; names need to be told} */
    public static Masking standard() {
        return new Masking(EnumSet.allOf(Kind.class), List.of());
    }

    /** {@return a masking that masks nothing: for texts that were masked before, and for made-up ones} */
    public static Masking none() {
        return new Masking(EnumSet.noneOf(Kind.class), List.of());
    }

    /**
     * A masking of some kinds.
     *
     * @param kinds which
     * @return the masking
     */
    public static Masking of(Collection<Kind> kinds) {
        Set<Kind> some = EnumSet.noneOf(Kind.class);
        some.addAll(kinds);
        return new Masking(some, List.of());
    }

    /**
     * The same without a kind, as where numbers of days matter more than the risk.
     *
     * @param kind which
     * @return the masking
     */
    public Masking without(Kind kind) {
        Set<Kind> fewer = EnumSet.noneOf(Kind.class);
        fewer.addAll(kinds);
        fewer.remove(requireNonNull(kind, "kind"));
        return new Masking(fewer, names);
    }

    /**
     * The same with names to mask wherever they stand as words of their own (in Chinese anywhere), in capital or small letters:
     * those of the client and of the client's people, which only the host knows. They take the place of names told before, and
     * aren't stored with a model.
     *
     * @param masked the names, at most 1,000, for each is looked for at every place; of two characters at least
     * @return the masking
     */
    public Masking withNames(Collection<String> masked) {
        List<String> folded = masked.stream()
                .map(name -> fold(normal(name.strip())))
                .distinct()
                .sorted((a, b) -> a.length() == b.length() ? a.compareTo(b) : b.length() - a.length())
                .toList();
        if (folded.stream().anyMatch(name -> name.length() < 2)) {
            throw new IllegalArgumentException("a name to mask must have at least 2 characters, found a shorter one");
        }
        if (folded.size() > MOST_NAMES) {
            throw new IllegalArgumentException(
                    "names to mask must be at most " + MOST_NAMES + ", found " + folded.size());
        }
        return new Masking(kinds, folded);
    }

    /** {@return the kinds it masks, in their order} */
    public Set<Kind> kinds() {
        return kinds;
    }

    /** {@return the kinds' names, as stored models tell them: {@code email,url,…}, or {@code none}} */
    public String code() {
        return kinds.isEmpty()
                ? "none"
                : kinds.stream()
                        .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(","));
    }

    /**
     * Masks a text.
     *
     * @param text any text; unpaired surrogates and control characters do no harm
     * @return the text in form NFKC with placeholders
     */
    public MaskedText mask(String text) {
        String normal = normal(requireNonNull(text, "text"));
        return new MaskedText(kinds.isEmpty() ? normal : new MaskScan(normal, kinds, names).masked());
    }

    private static String normal(String text) {
        return Normalizer.normalize(joined(text), Normalizer.Form.NFKC);
    }

    /** Parts runs of marks as Unicode's stream-safe format does, for the normaliser takes quadratic time over a long run. */
    private static String joined(String text) {
        int run = 0;
        StringBuilder safe = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean mark = c >= FIRST_MARK && c != JOINER && isMark(text.codePointAt(i));
            run = mark ? run + (decomposes(c) ? 2 : 1) : c >= FIRST_MARK && Character.isLowSurrogate(c) ? run : 0;
            if (run > LONGEST_RUN) {
                safe = safe == null ? new StringBuilder(text.length() + 1).append(text, 0, i) : safe;
                safe.append(JOINER);
                run = decomposes(c) ? 2 : 1;
            }
            if (safe != null) {
                safe.append(c);
            }
        }
        return safe == null ? text : safe.toString();
    }

    private static boolean isMark(int point) {
        int type = Character.getType(point);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    private static boolean decomposes(char mark) {
        return mark == '\u0344' || mark == '\u0F73' || mark == '\u0F75' || mark == '\u0F81';
    }

    /** Small letters, each in the place of its capital. */
    static String fold(String text) {
        char[] small = text.toCharArray();
        for (int i = 0; i < small.length; i++) {
            small[i] = Character.toLowerCase(small[i]);
        }
        return new String(small);
    }

    /** Equal if the same kinds and names are masked. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Masking that && kinds.equals(that.kinds) && names.equals(that.names);
    }

    @Override
    public int hashCode() {
        return 31 * kinds.hashCode() + names.hashCode();
    }

    /** {@return the kinds, and how many names} */
    @Override
    public String toString() {
        return "Masking[" + code() + ", " + names.size() + " names]";
    }
}
