package io.lendcrm.segmentation.text;

import java.util.Optional;

/**
 * The host's store of texts: of a note the history holds only the key, so that the text can be erased. Implementations are
 * thread-safe.
 */
@FunctionalInterface
public interface TextSource {

    /**
     * Looks up a text.
     *
     * @param key the key that a note or a feedback holds
     * @return the text; empty if it was erased or never there
     */
    Optional<String> text(String key);
}
