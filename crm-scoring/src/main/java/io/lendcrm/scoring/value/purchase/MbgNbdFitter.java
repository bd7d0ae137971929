package io.lendcrm.scoring.value.purchase;

import io.lendcrm.core.history.PurchaseSummaries;
import io.lendcrm.core.model.FitException;
import io.lendcrm.core.model.Run;
import org.jspecify.annotations.Nullable;

/**
 * Fits a {@link MbgNbdModel} by maximum likelihood: Newton's method in the logarithms of the parameters with the exact
 * gradient and Hessian, from a start by moments, over equal rows merged into one. The unit of time shifts one logarithm
 * and moves nothing else, so that days and weeks give the same model. Standard errors come from the same Hessian.
 *
 * <p>Where clients don't differ in their rate or in their readiness to leave, the likelihood has no top: it rises for ever
 * towards a simpler model. Such a fit ends at a limit, and the model's warnings say which. Data that say nothing at all
 * are refused. Immutable and thread-safe.
 *
 * @param maxIterations after how many steps from one start to give up, at least 1
 * @param restarts from how many further starts to try where one leads to no top within the limits, 0 to 3
 */
public record MbgNbdFitter(int maxIterations, int restarts) implements PurchaseFitter<MbgNbdModel> {

    public MbgNbdFitter {
        new BetaGeometricFit(MbgNbdModel.TYPE, 1, 1, maxIterations, restarts);
    }

    /** {@return a fitter that gives up after 200 steps and restarts up to 3 times} */
    public static MbgNbdFitter defaults() {
        return new MbgNbdFitter(200, BetaGeometricFit.MOST_RESTARTS);
    }

    /**
     * With another limit of steps.
     *
     * @param steps after how many to give up
     * @return the changed fitter
     */
    public MbgNbdFitter withMaxIterations(int steps) {
        return new MbgNbdFitter(steps, restarts);
    }

    /**
     * With another number of restarts.
     *
     * @param starts from how many further starts to try
     * @return the changed fitter
     */
    public MbgNbdFitter withRestarts(int starts) {
        return new MbgNbdFitter(maxIterations, starts);
    }

    /**
     * Fits a model to a book.
     *
     * @throws FitException if the book is empty, all clients share one row, nobody was watched or came back, or no start
     *     leads to a top
     */
    @Override
    public MbgNbdModel fit(PurchaseSummaries book, Run run) {
        return fit(book, null, run);
    }

    @Override
    public MbgNbdModel refit(PurchaseSummaries book, MbgNbdModel near, Run run) {
        BookPredictions.requireUnit(near, book);
        return fit(book, new double[] {near.r(), near.alpha(), near.a(), near.b()}, run);
    }

    private MbgNbdModel fit(PurchaseSummaries book, double @Nullable [] near, Run run) {
        BetaGeometricFit.Fitted fitted =
                new BetaGeometricFit(MbgNbdModel.TYPE, 1, 1, maxIterations, restarts).fit(book, near, run);
        double[] p = fitted.parameters();
        return new MbgNbdModel(fitted.info(), book.unit(), p[0], p[1], p[2], p[3], fitted.covariance());
    }
}
