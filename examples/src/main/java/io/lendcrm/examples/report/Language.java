package io.lendcrm.examples.report;

import java.util.Locale;

/** A language of the report. Immutable and thread-safe. */
public enum Language {
    /** English. */
    EN("en", Locale.UK),
    /** Simplified Chinese. */
    ZH("zh", Locale.SIMPLIFIED_CHINESE);

    private final String code;
    private final Locale locale;

    Language(String code, Locale locale) {
        this.code = code;
        this.locale = locale;
    }

    /** {@return the language's code, {@code en} or {@code zh}} */
    public String code() {
        return code;
    }

    /** {@return the locale that formats numbers and dates} */
    public Locale locale() {
        return locale;
    }

    /**
     * Reads a language's code.
     *
     * @param code {@code en} or {@code zh}
     * @return the language
     * @throws IllegalArgumentException if the code is neither
     */
    public static Language parse(String code) {
        for (Language language : values()) {
            if (language.code.equals(code)) {
                return language;
            }
        }
        throw new IllegalArgumentException("language must be one of en, zh, found " + code);
    }
}
