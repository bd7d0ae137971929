package io.lendcrm.core.reason;

import java.util.Locale;

/**
 * Turns a reason into a sentence of a language. Implementations are thread-safe; a code that has no text is printed as
 * the code itself with its arguments, never as nothing.
 */
@FunctionalInterface
public interface ReasonTexts {

    /**
     * The sentence for a reason.
     *
     * @param reason the reason
     * @param language the language wanted; English where there is no text in it
     * @return the sentence
     */
    String text(Reason reason, Locale language);
}
