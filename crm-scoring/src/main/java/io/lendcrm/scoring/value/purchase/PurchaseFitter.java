package io.lendcrm.scoring.value.purchase;

import io.lendcrm.core.history.PurchaseSummaries;
import io.lendcrm.core.model.FitException;
import io.lendcrm.core.model.Fitter;
import io.lendcrm.core.model.Run;

/**
 * A fitter of purchase models that can start from a model near by, as a new month's fit from the last one's or a bootstrap
 * replicate's from the fitted model. Implementations are immutable and thread-safe.
 *
 * @param <M> the kind of model
 */
public interface PurchaseFitter<M extends PurchaseModel> extends Fitter<PurchaseSummaries, M> {

    /**
     * Fits a model to a book, starting from the parameters of another. The top is the same as that of {@link #fit}, reached
     * in fewer steps.
     *
     * @param book the clients
     * @param near a model fitted to a similar book in the same unit
     * @param run the circumstances
     * @return the model
     * @throws FitException as {@link #fit}
     * @throws IllegalArgumentException if the book's times are in another unit than the model's
     */
    M refit(PurchaseSummaries book, M near, Run run);
}
