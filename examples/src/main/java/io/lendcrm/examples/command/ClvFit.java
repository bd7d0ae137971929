package io.lendcrm.examples.command;

import io.lendcrm.core.model.Document;
import io.lendcrm.core.model.DocumentBuilder;
import io.lendcrm.core.model.FittedModel;
import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.scoring.value.contract.RetentionModel;
import io.lendcrm.scoring.value.purchase.PurchaseModel;
import io.lendcrm.scoring.value.spend.GammaGammaModel;
import io.lendcrm.scoring.value.spend.NormalSpendModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A fitted model as {@code clv fit} shows it.
 *
 * @param kind what users call it
 * @param model the model
 * @param parameters its parameters in the order of the literature
 * @param standardErrors theirs, of those that were estimated
 * @param reasons why it was chosen, if it was
 */
record ClvFit(
        String kind,
        FittedModel model,
        Map<String, Double> parameters,
        Map<String, Double> standardErrors,
        List<String> reasons) {

    static ClvFit of(PurchaseModel model) {
        return of(model, model.parameters(), model.standardErrors());
    }

    static ClvFit of(RetentionModel model) {
        return of(model, model.parameters(), model.standardErrors());
    }

    static ClvFit of(GammaGammaModel model) {
        return of(model, named(List.of("p", "q", "v"), model.p(), model.q(), model.v()), model.standardErrors());
    }

    static ClvFit of(NormalSpendModel model) {
        List<String> names = List.of("mu", "tau", "sigma");
        return of(model, named(names, model.mu(), model.tau(), model.sigma()), model.standardErrors());
    }

    private static ClvFit of(FittedModel model, Map<String, Double> parameters, Map<String, Double> errors) {
        return new ClvFit(model.info().type(), model, parameters, errors, List.of());
    }

    private static Map<String, Double> named(List<String> names, double... values) {
        Map<String, Double> parameters = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            parameters.put(names.get(i), values[i]);
        }
        return parameters;
    }

    /** By another name, of a model that is a special case of its type. */
    ClvFit called(String name) {
        return new ClvFit(name, model, parameters, standardErrors, reasons);
    }

    /** Not showing a parameter that the special case doesn't have. */
    ClvFit without(String held) {
        Map<String, Double> others = new LinkedHashMap<>(parameters);
        others.remove(held);
        return new ClvFit(kind, model, others, standardErrors, reasons);
    }

    /** Chosen for these reasons. */
    ClvFit because(List<String> why) {
        return new ClvFit(kind, model, parameters, standardErrors, why);
    }

    Document document() {
        ModelInfo info = model.info();
        DocumentBuilder values = Document.tree();
        parameters.forEach(values::put);
        DocumentBuilder errors = Document.tree();
        parameters.keySet().stream()
                .filter(standardErrors::containsKey)
                .forEach(name -> errors.put(name, standardErrors.getOrDefault(name, Double.NaN)));
        DocumentBuilder document = Document.tree();
        if (!reasons.isEmpty()) {
            document.put("reasons", reasons);
        }
        return document.put("model", kind)
                .put("parameters", values.build())
                .put("standardErrors", errors.build())
                .put("logLikelihood", diagnostic("logLikelihood"))
                .put("aic", diagnostic("aic"))
                .put("bic", diagnostic("bic"))
                .put("converged", diagnostic("converged") == 1)
                .put("iterations", iterations())
                .put("rows", info.rows())
                .put("warnings", info.warnings())
                .build();
    }

    /** {@return how good the fit is, in a line} */
    String summary() {
        return "log-likelihood " + diagnostic("logLikelihood") + " after " + iterations() + " iterations on "
                + model.info().rows() + " rows";
    }

    private long iterations() {
        return Math.round(diagnostic("iterations"));
    }

    private double diagnostic(String name) {
        return model.info().diagnostics().getOrDefault(name, Double.NaN);
    }
}
