package io.lendcrm.scoring.risk.exchange.pmml;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Reads PMML 4.x: Scorecard, RegressionModel, TreeModel, and the MiningModels that forests and boosted trees are: segments of
 * trees that are added, averaged or vote, and a chain of those and a regression as the link.
 *
 * <p>What is read is read completely: types, valid, invalid and missing values, intervals, outliers and replacements of
 * fields, three-valued predicates, the first attribute that is true, reason codes and baselines. What isn't supported is
 * refused by name and place, never passed over: transformations other than a cast, complex partial scores, interaction terms,
 * rescaled targets, outputs that compute. An Extension, statistics, verification rows and explanations change no score and
 * are passed over.
 *
 * <p>Files from anywhere are safe to read: no document type, no entities of the file's own, nothing fetched; at most 64 MiB,
 * 512 elements in one another, a million elements, 64 attributes an element of 65,536 characters each, 1,048,576 characters an
 * Array and 8,388,608 all of them, 100 million pairs of value and predicate over all trees, 500 questions behind one another.
 * Stateless and thread-safe.
 */
public final class PmmlReader {

    private static final List<String> BESIDE =
            List.of("Header", "MiningBuildTask", "DataDictionary", "TransformationDictionary", "Extension");

    private PmmlReader() {}

    /**
     * Reads a model.
     *
     * @param bytes the file
     * @return the model that it holds
     * @throws io.lendcrm.core.model.ModelFormatException if the file is no PMML 4.x, is faulty, or holds what isn't
     *     supported; the message tells line, element and what was expected
     */
    public static PmmlModel read(byte[] bytes) {
        XmlElement root = XmlTree.read(requireNonNull(bytes, "bytes"));
        if (!root.name().equals("PMML")) {
            throw root.fault("expected a PMML element");
        }
        if (!root.text("version").matches("4(\\.[0-9]{1,3}){0,2}")) {
            throw root.fault("version must be 4.x, found \"" + XmlElement.clipped(root.text("version")) + "\"");
        }
        List<XmlElement> models = root.children().stream()
                .filter(child -> !BESIDE.contains(child.name()))
                .toList();
        if (models.size() != 1) {
            throw root.fault("expected one model, found " + models.size());
        }
        XmlElement model = models.get(0);
        return switch (model.name()) {
            case "Scorecard" -> PmmlScorecard.read(root, model);
            case "RegressionModel" -> PmmlRegression.read(root, model);
            case "TreeModel", "MiningModel" -> PmmlTrees.read(root, model);
            default ->
                throw model.fault(
                        "not supported; expected one of [MiningModel, RegressionModel, Scorecard, TreeModel]");
        };
    }
}
