package io.lendcrm.core.model;

/**
 * Makes a model from data. A fitter is an immutable value of its options, the seed included: equal data and options give
 * equal parameters to the last bit, on any number of threads. Implementations are thread-safe.
 *
 * @param <D> the data
 * @param <M> the model
 */
@FunctionalInterface
public interface Fitter<D, M extends FittedModel> {

    /**
     * Fits a model.
     *
     * @param data the data
     * @param run clock, threads, progress and cancellation
     * @return the fitted model
     * @throws FitException if the data don't allow it
     */
    M fit(D data, Run run);

    /**
     * Fits a model on the caller's thread, with no fit date kept.
     *
     * @param data the data
     * @return the fitted model
     * @throws FitException if the data don't allow it
     */
    default M fit(D data) {
        return fit(data, Run.sequential());
    }
}
