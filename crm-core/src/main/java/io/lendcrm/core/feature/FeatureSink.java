package io.lendcrm.core.feature;

/**
 * Takes the values of one client from a {@link FeatureExtractor}. What isn't put stays missing. Not thread-safe; confine
 * to one thread.
 */
@FunctionalInterface
public interface FeatureSink {

    /**
     * Puts the value of a feature.
     *
     * @param index its position in the extractor's schema
     * @param value the value: a number, 0 or 1, a level's position, {@link Feature#UNSEEN}, or {@code NaN} for missing
     */
    void put(int index, double value);
}
