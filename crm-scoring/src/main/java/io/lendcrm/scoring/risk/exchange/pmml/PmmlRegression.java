package io.lendcrm.scoring.risk.exchange.pmml;

import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.feature.FeatureSchema;
import io.lendcrm.scoring.risk.exchange.pmml.LinearPredictor.Link;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes a linear predictor of a RegressionModel element: one table for a number, two for a classification in two categories.
 * By softmax the predictor is the difference of the two tables.
 */
final class PmmlRegression {

    private static final Set<String> LINKS =
            Set.of("none", "logit", "softmax", "exp", "cloglog", "simplemax", "probit", "loglog", "cauchit");

    private final PmmlFields fields;
    private final Map<PmmlInput, Double> slopes = new LinkedHashMap<>();
    private final Map<PmmlInput, Map<Cell, Double>> levels = new LinkedHashMap<>();
    private double intercept;

    private PmmlRegression(PmmlFields fields) {
        this.fields = fields;
    }

    static PmmlModel.Regression read(XmlElement root, XmlElement model) {
        model.allowOnly(
                "Extension",
                "MiningSchema",
                "Output",
                "ModelStats",
                "ModelExplanation",
                "Targets",
                "LocalTransformations",
                "RegressionTable",
                "ModelVerification");
        model.text("functionName");
        PmmlTarget.refuseRescaling(model);
        boolean classifies = model.choice("functionName", "", Set.of("regression", "classification"))
                .equals("classification");
        String method = model.choice("normalizationMethod", "none", LINKS);
        PmmlRegression regression = new PmmlRegression(PmmlFields.of(root, model));
        List<XmlElement> tables = model.all("RegressionTable");
        if (tables.size() != (classifies ? 2 : 1)) {
            throw model.fault("expected " + (classifies ? "two RegressionTables" : "one RegressionTable") + ", found "
                    + tables.size());
        }
        if (!classifies) {
            regression.add(tables.get(0), 1);
            return regression.build(link(model, method), "");
        }
        String target = tables.get(0).text("targetCategory");
        if (target.equals(tables.get(1).text("targetCategory"))) {
            throw tables.get(1).fault("expected two different target categories, found \"" + target + "\" twice");
        }
        regression.add(tables.get(0), 1);
        switch (method) {
            case "softmax" -> regression.add(tables.get(1), -1);
            case "logit", "cloglog" -> {
                // The second category has what is left of the probability; its table has no say.
                if (!tables.get(1).children().isEmpty() || tables.get(1).number("intercept") != 0) {
                    throw tables.get(1).fault("the second table of " + method + " must be empty with intercept 0");
                }
            }
            default ->
                throw model.fault("normalizationMethod \"" + method + "\" is not supported in a classification; "
                        + "expected one of [cloglog, logit, softmax]");
        }
        return regression.build(method.equals("cloglog") ? Link.CLOGLOG : Link.LOGIT, target);
    }

    private static Link link(XmlElement model, String method) {
        return switch (method) {
            case "none" -> Link.IDENTITY;
            // Of a single number the standard has softmax mean logit.
            case "logit", "softmax" -> Link.LOGIT;
            case "exp" -> Link.EXP;
            case "cloglog" -> Link.CLOGLOG;
            default ->
                throw model.fault("normalizationMethod \"" + method + "\" is not supported; expected one of "
                        + "[cloglog, exp, logit, none, softmax]");
        };
    }

    private void add(XmlElement table, int sign) {
        table.allowOnly("Extension", "NumericPredictor", "CategoricalPredictor");
        intercept += sign * table.number("intercept");
        Set<String> once = new LinkedHashSet<>();
        for (XmlElement term : table.children()) {
            if (term.name().equals("Extension")) {
                continue;
            }
            term.allowOnly("Extension");
            PmmlInput input = fields.input(term, term.text("name"));
            double coefficient = sign * term.number("coefficient");
            boolean number = term.name().equals("NumericPredictor");
            if (number && (input.isText() || term.number("exponent", 1) != 1)) {
                throw term.fault("expected a field of numbers and exponent 1");
            }
            if (!once.add(number ? term.text("name") : term.text("name") + "\n" + term.text("value"))) {
                throw term.fault("expected each predictor once");
            }
            if (number) {
                slopes.merge(input, coefficient, Double::sum);
            } else {
                Cell value = input.cell(term, "value", term.text("value"));
                levels.computeIfAbsent(input, i -> new LinkedHashMap<>()).merge(value, coefficient, Double::sum);
            }
        }
    }

    private PmmlModel.Regression build(Link link, String target) {
        Set<PmmlInput> inputs = new LinkedHashSet<>(slopes.keySet());
        inputs.addAll(levels.keySet());
        List<Feature> features = new ArrayList<>();
        List<String> origins = new ArrayList<>();
        List<LinearPredictor.Term> terms = new ArrayList<>();
        for (PmmlInput input : inputs) {
            Map<Cell, Double> own = levels.getOrDefault(input, Map.of());
            XmlElement place = input.field().place();
            if (input.single() || !own.isEmpty() && (slopes.containsKey(input) || !input.isText())) {
                throw place.fault("a predictor must be a number in double precision or a text");
            }
            Set<String> texts = new LinkedHashSet<>();
            own.keySet().forEach(cell -> texts.add(String.valueOf(cell.text())));
            Feature feature = input.field().feature(fields.featureName(input.field()), texts);
            features.add(feature);
            origins.add(input.origin());
            terms.add(own.isEmpty() ? slope(input) : levels(feature, input, own));
        }
        LinearPredictor model = new LinearPredictor(FeatureSchema.of(features), intercept, terms, link);
        return new PmmlModel.Regression(model, origins, target);
    }

    private LinearPredictor.Term slope(PmmlInput input) {
        if (!input.field().replacesMissingOnly()) {
            throw input.field().place().fault("a number of a regression must not have values, intervals or outliers");
        }
        return new LinearPredictor.Term.Slope(
                slopes.getOrDefault(input, 0.0), input.seen(Cell.MISSING).number());
    }

    private static LinearPredictor.Term levels(Feature feature, PmmlInput input, Map<Cell, Double> own) {
        double[] coefficients = feature.levels().stream()
                .mapToDouble(level -> worth(input, Cell.of(level), own))
                .toArray();
        return new LinearPredictor.Term.Levels(
                coefficients, worth(input, Cell.MISSING, own), worth(input, Cell.OTHER, own));
    }

    private static double worth(PmmlInput input, Cell raw, Map<Cell, Double> own) {
        Cell seen = input.seen(raw);
        return seen.isInvalid() ? Double.NaN : own.getOrDefault(seen, 0.0);
    }
}
