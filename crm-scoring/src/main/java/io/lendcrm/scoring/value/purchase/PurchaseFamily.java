package io.lendcrm.scoring.value.purchase;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.history.PurchaseSummaries;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.core.model.Run;
import io.lendcrm.core.time.CalendarUnit;
import io.lendcrm.scoring.likelihood.NewtonAscent;
import io.lendcrm.scoring.likelihood.ParameterCovariance;
import java.util.List;

/**
 * The kinds of {@link PurchaseModel} with a purchase rate {@code Gamma(r, alpha)} and two parameters of leaving, by what
 * they share: parameters above 0, a log-likelihood with exact derivatives in their logarithms, a fitter.
 */
public enum PurchaseFamily {
    /** {@link ParetoNbdModel}, with s and beta of leaving. */
    PARETO_NBD,
    /** {@link BgNbdModel}, with a and b of leaving. */
    BG_NBD,
    /** {@link MbgNbdModel}, with a and b of leaving. */
    MBG_NBD;

    /** {@return the names of the four parameters: r, alpha, then the two of leaving} */
    public List<String> parameters() {
        return switch (this) {
            case PARETO_NBD -> ParetoNbdModel.PARAMETERS;
            case BG_NBD -> BgNbdModel.PARAMETERS;
            case MBG_NBD -> MbgNbdModel.PARAMETERS;
        };
    }

    /** {@return the fitter by its defaults} */
    public PurchaseFitter<? extends PurchaseModel> fitter() {
        return switch (this) {
            case PARETO_NBD -> ParetoNbdFitter.defaults();
            case BG_NBD -> BgNbdFitter.defaults();
            case MBG_NBD -> MbgNbdFitter.defaults();
        };
    }

    /**
     * A model of this kind.
     *
     * @param info provenance
     * @param unit the unit of a client's times
     * @param p the parameters in order, above 0
     * @param covariance the covariance of their logarithms
     * @return the model
     * @throws IllegalArgumentException if a parameter is not finite and above 0
     */
    public PurchaseModel model(ModelInfo info, CalendarUnit unit, double[] p, ParameterCovariance covariance) {
        return switch (this) {
            case PARETO_NBD -> new ParetoNbdModel(info, unit, p[0], p[1], p[2], p[3], covariance);
            case BG_NBD -> new BgNbdModel(info, unit, p[0], p[1], p[2], p[3], covariance);
            case MBG_NBD -> new MbgNbdModel(info, unit, p[0], p[1], p[2], p[3], covariance);
        };
    }

    /**
     * The log-likelihood of a book in the logarithms of the parameters. It keeps working tables: one evaluation at a time.
     *
     * @param book the clients
     * @param run its threads take part in an evaluation
     * @return the function
     */
    public NewtonAscent.LogLikelihood logLikelihood(PurchaseSummaries book, Run run) {
        requireNonNull(run, "run");
        return switch (this) {
            case PARETO_NBD -> new ParetoNbdLikelihood(ParetoNbdFitter.distinct(book), run);
            case BG_NBD -> new BetaGeometricLikelihood(PurchaseRows.distinct(book), 0, 1, 0, run);
            case MBG_NBD -> new BetaGeometricLikelihood(PurchaseRows.distinct(book), 1, 1, 0, run);
        };
    }
}
