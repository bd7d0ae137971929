package io.lendcrm.segmentation.text;

import java.util.function.Consumer;

/**
 * Cuts a text into tokens: a host's own, that of a library, or {@link WordTokenizer}. It is handed in; none is looked up.
 * Implementations are thread-safe and give equal texts equal tokens, whatever the JDK, the time and the locale.
 */
public interface Tokenizer {

    /**
     * The stable name of what it does. A fitted vocabulary keeps it and refuses tokens of another, so it changes whenever the
     * tokens do.
     *
     * @return the name, such as {@code words-1}
     */
    String id();

    /**
     * Cuts a text.
     *
     * @param text any text, masked as the user wants it; no text makes it throw
     * @param tokens takes the tokens in order; none is empty
     */
    void tokenize(MaskedText text, Consumer<String> tokens);
}
