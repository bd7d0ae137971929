package io.lendcrm.core.model;

/** A model that was fitted to data, or set by an expert, and can be applied. Implementations are immutable and thread-safe. */
public interface FittedModel {

    /** {@return where the model comes from} */
    ModelInfo info();
}
