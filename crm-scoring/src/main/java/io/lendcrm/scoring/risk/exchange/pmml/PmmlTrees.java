package io.lendcrm.scoring.risk.exchange.pmml;

import io.lendcrm.core.model.ModelInfo;
import io.lendcrm.core.model.Run;
import io.lendcrm.scoring.risk.trees.Arithmetic;
import io.lendcrm.scoring.risk.trees.Link;
import io.lendcrm.scoring.risk.trees.Tree;
import io.lendcrm.scoring.risk.trees.TreeEnsemble;
import io.lendcrm.scoring.risk.trees.TreeSum;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Makes an ensemble of a TreeModel, or of a MiningModel whose segments are trees: added, averaged or voting; or a chain of one
 * of these and a regression that turns its number into a probability. Weights, rescaling and the regression's coefficient go
 * into the leaves, constants into the base.
 */
final class PmmlTrees {

    private static final Set<String> METHODS = Set.of(
            "modelChain", "sum", "weightedSum", "average", "weightedAverage", "majorityVote", "weightedMajorityVote");

    /** What the regression behind the trees makes of their number: link(intercept + slope · x). */
    private record Behind(double intercept, double slope, Link link, String target) {}

    private final PmmlSchema schema;
    private final List<String> categories;
    private final List<Tree> trees = new ArrayList<>();
    private boolean single;
    private boolean mean;
    private double base;

    private PmmlTrees(XmlElement root, XmlElement model) {
        this.schema = new PmmlSchema(PmmlFields.of(root, model), model);
        Set<String> targets = PmmlFields.targets(model);
        this.categories = root.the("DataDictionary").all("DataField").stream()
                .filter(field -> targets.contains(field.text("name")))
                .flatMap(field -> field.all("Value").stream())
                .map(value -> value.text("value"))
                .toList();
    }

    static PmmlModel.Trees read(XmlElement root, XmlElement model) {
        PmmlTrees made = new PmmlTrees(root, model);
        Behind behind = new Behind(0, 1, Link.identity(), "");
        XmlElement numbers = model;
        if (isChain(model)) {
            PmmlTarget.refuseRescaling(model);
            List<XmlElement> chain = segments(model);
            if (chain.size() != 2 || !chain.get(1).name().equals("RegressionModel")) {
                throw model.fault("a modelChain must be trees and a RegressionModel, found "
                        + chain.stream().map(XmlElement::name).limit(5).toList());
            }
            numbers = chain.get(0);
            behind = behind(chain.get(1), outputOf(numbers));
        }
        boolean classifies = classifies(numbers);
        if (classifies && numbers != model) {
            throw numbers.fault("the trees of a chain must give a number, found a classification");
        }
        String target = classifies ? made.category(numbers) : behind.target;
        made.single = numbers.text("x-mathContext", "double").equals("float");
        made.add(numbers, behind, classifies ? target : null);
        return made.build(behind, target);
    }

    private PmmlModel.Trees build(Behind behind, String target) {
        Arithmetic arithmetic = single ? Arithmetic.FLOAT32 : Arithmetic.FLOAT64;
        double constant = single ? (float) base : base;
        TreeSum sum = TreeSum.defaults()
                .withArithmetic(arithmetic)
                .withBase(constant)
                .withMean(mean)
                .withLink(behind.link);
        ModelInfo info =
                ModelInfo.of(TreeEnsemble.TYPE, Run.sequential(), 0, "").withSchema(schema.features());
        return new PmmlModel.Trees(TreeEnsemble.of(info, trees, sum), schema.origins(), target);
    }

    /** The category whose probability is predicted: the second of two, which is the event where tools put them in order. */
    private String category(XmlElement model) {
        if (categories.size() != 2) {
            throw model.fault("the target of a classification must have two values in the DataDictionary, found "
                    + categories.size());
        }
        return categories.get(1);
    }

    private static boolean classifies(XmlElement model) {
        model.text("functionName");
        return model.choice("functionName", "", Set.of("regression", "classification"))
                .equals("classification");
    }

    private static boolean isChain(XmlElement model) {
        return model.name().equals("MiningModel") && method(model).equals("modelchain");
    }

    private static String method(XmlElement model) {
        XmlElement segmentation = model.the("Segmentation");
        segmentation.text("multipleModelMethod");
        return segmentation.choice("multipleModelMethod", "", METHODS);
    }

    /** The models of the segments; all of them count for everyone. */
    private static List<XmlElement> segments(XmlElement model) {
        requirePlain(model, "Segmentation");
        XmlElement segmentation = model.the("Segmentation");
        segmentation.allowOnly("Extension", "Segment");
        if (!segmentation
                .choice("missingPredictionTreatment", "continue", Set.of("continue", "returnMissing", "skipSegment"))
                .matches("continue|returnmissing")) {
            throw segmentation.fault("missingPredictionTreatment skipSegment is not supported");
        }
        List<XmlElement> models = new ArrayList<>();
        for (XmlElement segment : segmentation.all("Segment")) {
            segment.the("True");
            List<XmlElement> inside = segment.children().stream()
                    .filter(child ->
                            !child.name().equals("Extension") && !child.name().equals("True"))
                    .toList();
            if (inside.size() != 1) {
                throw segment.fault("expected True and one model, found " + inside.size() + " elements beside it");
            }
            models.add(inside.get(0));
        }
        if (models.isEmpty()) {
            throw segmentation.fault("expected a Segment");
        }
        return models;
    }

    private static void requirePlain(XmlElement model, String body) {
        model.allowOnly(
                "Extension",
                "MiningSchema",
                "Output",
                "ModelStats",
                "ModelExplanation",
                "Targets",
                "LocalTransformations",
                "ModelVerification",
                body);
    }

    /** Inner models see what the outer schema lets through; treatments of their own would come on top. */
    private static void requireNoTreatment(XmlElement inner) {
        for (XmlElement field : inner.the("MiningSchema").all("MiningField")) {
            field.refuse(
                    "missingValueReplacement",
                    "missingValueTreatment",
                    "invalidValueTreatment",
                    "invalidValueReplacement",
                    "outliers");
        }
    }

    private static String outputOf(XmlElement model) {
        List<String> names = model.all("Output").stream()
                .flatMap(output -> output.all("OutputField").stream())
                .filter(field -> field.text("feature", "predictedValue").equals("predictedValue"))
                .map(field -> field.text("name"))
                .toList();
        if (names.size() != 1) {
            throw model.fault("expected one OutputField of the predictedValue for the regression, found " + names);
        }
        return names.get(0);
    }

    private static Behind behind(XmlElement model, String input) {
        requirePlain(model, "RegressionTable");
        requireNoTreatment(model);
        PmmlTarget.refuseRescaling(model);
        boolean classifies = classifies(model);
        List<XmlElement> tables = model.all("RegressionTable");
        if (tables.size() != (classifies ? 2 : 1)) {
            throw model.fault("expected " + (classifies ? "two tables" : "one table") + ", found " + tables.size());
        }
        XmlElement table = tables.get(0);
        table.allowOnly("Extension", "NumericPredictor");
        XmlElement predictor = table.the("NumericPredictor");
        if (!predictor.text("name").equals(input) || predictor.number("exponent", 1) != 1) {
            throw predictor.fault("expected the output \"" + input + "\" of the trees with exponent 1");
        }
        String method = model.choice("normalizationMethod", "none", Set.of("none", "logit", "softmax", "exp"));
        if (!classifies) {
            Link link = method.equals("none")
                    ? Link.identity()
                    : method.equals("exp") ? Link.exponential() : Link.logistic();
            return new Behind(table.number("intercept"), predictor.number("coefficient"), link, "");
        }
        XmlElement other = tables.get(1);
        boolean empty = other.children().isEmpty() && other.number("intercept") == 0;
        if (!empty || !method.matches("logit|softmax")) {
            throw other.fault("the second table must be empty with intercept 0, and the normalizationMethod logit or"
                    + " softmax, found " + method);
        }
        return new Behind(
                table.number("intercept"),
                predictor.number("coefficient"),
                Link.logistic(),
                table.text("targetCategory"));
    }

    /** Adds the trees of a model whose number x goes on as behind.intercept + behind.slope · x. */
    private void add(XmlElement model, Behind behind, @org.jspecify.annotations.Nullable String target) {
        PmmlTarget rescaled = PmmlTarget.of(model);
        if (target != null) {
            PmmlTarget.refuseRescaling(model);
        }
        base = behind.intercept + behind.slope * rescaled.constant();
        double factor = behind.slope * rescaled.factor();
        if (model.name().equals("TreeModel")) {
            addTree(model, factor, target, false);
            return;
        }
        if (!model.name().equals("MiningModel")) {
            throw model.fault("not supported here; expected one of [MiningModel, TreeModel]");
        }
        String method = method(model);
        boolean votes = method.endsWith("majorityvote");
        if (method.equals("modelchain") || votes && target == null || method.endsWith("sum") && target != null) {
            throw model.fault("multipleModelMethod " + method + " is not supported here");
        }
        List<XmlElement> models = segments(model);
        List<XmlElement> owners = model.the("Segmentation").all("Segment");
        double weights = 0;
        for (XmlElement owner : owners) {
            double weight = owner.number("weight", 1);
            if (weight < 0) {
                throw owner.fault("weight must be at least 0, found " + weight);
            }
            weights += weight;
        }
        if (!(weights > 0 && weights < Double.POSITIVE_INFINITY)) {
            throw model.fault("the weights of segments must add up to more than 0, found " + weights);
        }
        boolean weighted = method.startsWith("weighted");
        boolean divided = weighted && !method.endsWith("sum");
        mean = method.equals("average") || method.equals("majorityvote");
        for (int i = 0; i < models.size(); i++) {
            XmlElement tree = models.get(i);
            if (!tree.name().equals("TreeModel") || classifies(tree) != (target != null)) {
                throw tree.fault("expected a TreeModel that gives what its MiningModel gives");
            }
            PmmlTarget inner = PmmlTarget.of(tree);
            if (inner.factor() != 1 || inner.constant() != 0) {
                throw tree.fault("rescaled targets are not supported in a segment");
            }
            requireNoTreatment(tree);
            double weight = weighted ? owners.get(i).number("weight", 1) : 1;
            addTree(tree, factor * (divided ? weight / weights : weight), target, votes);
        }
    }

    private void addTree(
            XmlElement model, double factor, @org.jspecify.annotations.Nullable String target, boolean vote) {
        requirePlain(model, "Node");
        boolean floats = model.text("x-mathContext", "double").equals("float");
        if (floats != single && floats) {
            throw model.fault("a tree must compute in the numbers of its MiningModel, found x-mathContext float");
        }
        trees.add(PmmlTree.of(model, schema, single, node -> {
            double leaf = target == null
                    ? node.number("score", Double.NaN)
                    : vote ? vote(node, target) : probability(node, target);
            return single ? (float) (factor * leaf) : factor * leaf + 0.0;
        }));
    }

    private static double vote(XmlElement node, String target) {
        return node.find("score").map(score -> score.equals(target) ? 1.0 : 0.0).orElse(Double.NaN);
    }

    private static double probability(XmlElement node, String target) {
        double all = 0;
        double own = 0;
        List<XmlElement> shares = node.all("ScoreDistribution");
        boolean told = shares.stream().allMatch(share -> share.has("probability"));
        for (XmlElement share : shares) {
            double size = told ? share.number("probability") : share.number("recordCount");
            if (size < 0) {
                throw share.fault("expected a share of at least 0, found " + size);
            }
            all += told ? 0 : size;
            own += share.text("value").equals(target) ? size : 0;
        }
        return shares.isEmpty() || !told && all == 0 ? Double.NaN : told ? own : own / all;
    }
}
