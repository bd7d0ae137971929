package io.lendcrm.examples.report;

import static java.util.Objects.requireNonNull;

/**
 * A text in both languages of the report. Immutable and thread-safe.
 *
 * @param en the English text
 * @param zh the Chinese text
 */
public record Text(String en, String zh) {
    public Text {
        requireNonNull(en, "en");
        requireNonNull(zh, "zh");
    }

    /**
     * Joins the two translations of one text.
     *
     * @param en the English text
     * @param zh the Chinese text
     * @return the text
     */
    public static Text of(String en, String zh) {
        return new Text(en, zh);
    }

    /**
     * A text that is the same in both languages: a name, a code, a number.
     *
     * @param text the text
     * @return the text
     */
    public static Text same(String text) {
        return new Text(text, text);
    }

    /**
     * {@return this text in one language}
     *
     * @param language the language wanted
     */
    public String in(Language language) {
        return language == Language.ZH ? zh : en;
    }
}
