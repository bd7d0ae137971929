package io.lendcrm.scoring.value.purchase;

import io.lendcrm.core.history.PurchaseSummaries;
import io.lendcrm.core.model.FitException;
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
    PARETO_NBD {
        @Override
        public List<String> parameters() {
            return ParetoNbdModel.PARAMETERS;
        }

        @Override
        public PurchaseModel model(
                ModelInfo info, CalendarUnit unit, double[] parameters, ParameterCovariance covariance) {
            return new ParetoNbdModel(
                    info, unit, parameters[0], parameters[1], parameters[2], parameters[3], covariance);
        }

        @Override
        public NewtonAscent.LogLikelihood logLikelihood(PurchaseSummaries book, Run run) {
            return new ParetoNbdLikelihood(ParetoNbdFitter.distinct(book), run);
        }

        @Override
        public PurchaseModel fit(PurchaseSummaries book, Run run) {
            return ParetoNbdFitter.defaults().fit(book, run);
        }
    },
    /** {@link BgNbdModel}, with a and b of leaving. */
    BG_NBD {
        @Override
        public List<String> parameters() {
            return BgNbdModel.PARAMETERS;
        }

        @Override
        public PurchaseModel model(
                ModelInfo info, CalendarUnit unit, double[] parameters, ParameterCovariance covariance) {
            return new BgNbdModel(info, unit, parameters[0], parameters[1], parameters[2], parameters[3], covariance);
        }

        @Override
        public NewtonAscent.LogLikelihood logLikelihood(PurchaseSummaries book, Run run) {
            return new BgNbdLikelihood(BgNbdFitter.distinct(book), run);
        }

        @Override
        public PurchaseModel fit(PurchaseSummaries book, Run run) {
            return BgNbdFitter.defaults().fit(book, run);
        }
    };

    /** {@return the names of the four parameters: r, alpha, then the two of leaving} */
    public abstract List<String> parameters();

    /**
     * A model of this kind.
     *
     * @param info provenance
     * @param unit the unit of a client's times
     * @param parameters the parameters in order, above 0
     * @param covariance the covariance of their logarithms
     * @return the model
     * @throws IllegalArgumentException if a parameter is not finite and above 0
     */
    public abstract PurchaseModel model(
            ModelInfo info, CalendarUnit unit, double[] parameters, ParameterCovariance covariance);

    /**
     * The log-likelihood of a book in the logarithms of the parameters. It keeps working tables: one evaluation at a time.
     *
     * @param book the clients
     * @param run its threads take part in an evaluation
     * @return the function
     */
    public abstract NewtonAscent.LogLikelihood logLikelihood(PurchaseSummaries book, Run run);

    /**
     * Fits a model of this kind by its fitter's defaults.
     *
     * @param book the clients
     * @param run its threads take part
     * @return the model
     * @throws FitException if the book doesn't suffice
     */
    public abstract PurchaseModel fit(PurchaseSummaries book, Run run);
}
