package io.lendcrm.segmentation;

/**
 * Puts a subject into a segment. Implementations are immutable and thread-safe.
 *
 * @param <S> the subject, such as a client's features
 */
@FunctionalInterface
public interface Segmenter<S> {

    /**
     * Assigns a subject. One that can't be assigned is an {@link Assignment.NotAssigned}, not an exception.
     *
     * @param subject whom
     * @return the segment with its reasons, or why there is none
     */
    Assignment assign(S subject);
}
