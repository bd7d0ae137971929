package io.lendcrm.scoring.value.covariate;

import static java.util.Objects.requireNonNull;

import io.lendcrm.core.model.FittedModel;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.core.time.CalendarUnit;
import io.lendcrm.scoring.likelihood.Coefficients;
import io.lendcrm.scoring.likelihood.ParameterCovariance;
import io.lendcrm.scoring.value.purchase.PurchaseFamily;
import io.lendcrm.scoring.value.purchase.PurchaseModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A purchase model whose parameters depend on a client's covariates z: {@code alpha = alpha₀ exp(-γ'z)} for purchases; for
 * leaving {@code beta = beta₀ exp(-δ'z)} under Pareto/NBD, and {@code a = a₀ exp(δ'z), b = b₀ exp(δ'z)} under BG/NBD and MBG/NBD. So
 * {@code exp(γ)} is by what one more unit multiplies the mean rate of purchases, {@code exp(δ)} that of leaving under
 * Pareto/NBD; under the others it leaves the mean probability to leave as it is and makes clients more alike.
 *
 * <p>Source: Fader and Hardie, Incorporating Time-Invariant Covariates into the Pareto/NBD and BG/NBD Models, 2007; the form
 * of BG/NBD as in CLVTools. Immutable and thread-safe.
 *
 * @param info provenance; its diagnostics hold {@code logLikelihood}, {@code aic}, {@code bic} and more
 * @param family the kind of model
 * @param unit the unit of a client's times
 * @param purchaseCovariates the covariates of purchases in order
 * @param dropoutCovariates the covariates of leaving in order
 * @param coefficients the logarithms of the four parameters at covariates of 0, named {@code ln r} and so on; then γ, named
 *     {@code purchase.} and the covariate; then δ, named {@code dropout.} and the covariate
 */
public record CovariateModel(
        ModelInfo info,
        PurchaseFamily family,
        CalendarUnit unit,
        List<String> purchaseCovariates,
        List<String> dropoutCovariates,
        Coefficients coefficients)
        implements FittedModel {

    static final String TYPE = "purchase-covariates";

    public CovariateModel {
        requireNonNull(info, "info");
        requireNonNull(unit, "unit");
        purchaseCovariates = List.copyOf(purchaseCovariates);
        dropoutCovariates = List.copyOf(dropoutCovariates);
        List<String> names = names(family, purchaseCovariates, dropoutCovariates);
        if (!coefficients.names().equals(names)) {
            throw new IllegalArgumentException("coefficients must be of " + names + ", found " + coefficients.names());
        }
    }

    static List<String> names(PurchaseFamily family, List<String> purchase, List<String> dropout) {
        List<String> names = new ArrayList<>();
        family.parameters().forEach(name -> names.add("ln " + name));
        purchase.forEach(name -> names.add("purchase." + name));
        dropout.forEach(name -> names.add("dropout." + name));
        return names;
    }

    /**
     * The model of clients with these covariates, the uncertainty of its parameters included.
     *
     * @param covariates a finite number for each covariate of purchases and of leaving; others are ignored
     * @return the plain model
     * @throws IllegalArgumentException if a covariate is missing or not finite, or the parameters exceed a double
     */
    public PurchaseModel forClient(Map<String, Double> covariates) {
        double[][] design = CovariateLikelihood.design(
                family, values(purchaseCovariates, covariates), values(dropoutCovariates, covariates));
        double[] parameters = CovariateLikelihood.product(design, coefficients.estimates());
        double[][] covariance = new double[parameters.length][parameters.length];
        List<String> names = coefficients.names();
        for (int k = 0; k < parameters.length; k++) {
            parameters[k] = Math.exp(parameters[k]);
            for (int l = 0; l <= k; l++) {
                for (int i = 0; i < names.size(); i++) {
                    for (int j = 0; j < names.size() && design[k][i] != 0; j++) {
                        covariance[k][l] +=
                                design[k][i] * design[l][j] * coefficients.covariance(names.get(i), names.get(j));
                    }
                }
                covariance[l][k] = covariance[k][l];
            }
        }
        return family.model(info, unit, parameters, ParameterCovariance.of(family.parameters(), covariance));
    }

    private static double[] values(List<String> names, Map<String, Double> covariates) {
        double[] values = new double[names.size()];
        for (int i = 0; i < values.length; i++) {
            Double value = covariates.get(names.get(i));
            if (value == null || !Double.isFinite(value)) {
                throw new IllegalArgumentException("covariate " + names.get(i) + " must be finite, found " + value);
            }
            values[i] = value;
        }
        return values;
    }
}
