package io.lendcrm.scoring.risk.trees;

import io.lendcrm.core.feature.Feature;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Ensembles of comparisons as PMML 4.4, the ways other tools write them: each question two nodes with a default child for
 * missing values, or compact, where only the way that missing values don't go is a node and the other's nodes follow it.
 */
record PmmlOfTrees(TreeEnsemble model, boolean floats, boolean compact) {

    /** A number: base + Σ leaves, or the mean of the leaves. */
    byte[] regression() {
        return file("<DataField name='y' optype='continuous' dataType='double'/>", sum("margin"));
    }

    /** A probability: the regression above behind the trees of a chain. */
    byte[] classification() {
        String schema = "<MiningSchema>" + fields() + "<MiningField name='y' usageType='target'/></MiningSchema>";
        return file(
                "<DataField name='y' optype='categorical' dataType='string'><Value value='paid'/><Value"
                        + " value='default'/></DataField>",
                "<MiningModel functionName='classification'" + context() + ">" + schema
                        + "<Segmentation multipleModelMethod='modelChain'><Segment id='1'><True/>" + sum("margin")
                        + "</Segment><Segment id='2'><True/><RegressionModel functionName='classification'"
                        + context() + " normalizationMethod='logit'><MiningSchema><MiningField name='margin'/>"
                        + "</MiningSchema><RegressionTable intercept='0' targetCategory='default'><NumericPredictor"
                        + " name='margin' coefficient='1'/></RegressionTable><RegressionTable intercept='0'"
                        + " targetCategory='paid'/></RegressionModel></Segment></Segmentation></MiningModel>");
    }

    private byte[] file(String target, String content) {
        StringBuilder fields = new StringBuilder();
        for (Feature feature : model.schema().features()) {
            fields.append("<DataField name='%s' optype='continuous' dataType='%s'/>"
                    .formatted(feature.name(), floats ? "float" : "double"));
        }
        String file = "<PMML xmlns='http://www.dmg.org/PMML-4_4' version='4.4'><Header/><DataDictionary>" + fields
                + target + "</DataDictionary>" + content + "</PMML>";
        return file.getBytes(StandardCharsets.UTF_8);
    }

    private String sum(String output) {
        StringBuilder trees = new StringBuilder();
        for (int t = 0; t < model.trees().size(); t++) {
            trees.append("<Segment id='").append(t).append("'><True/>");
            trees.append("<TreeModel functionName='regression' splitCharacteristic='")
                    .append(compact ? "multiSplit' noTrueChildStrategy='returnLastPrediction'" : "binarySplit'")
                    .append(" missingValueStrategy='")
                    .append(compact ? "none'" : "defaultChild'")
                    .append(context())
                    .append("><MiningSchema>")
                    .append(fields())
                    .append("</MiningSchema>");
            node(trees, model.trees().get(t), 0, "<True/>");
            trees.append("</TreeModel></Segment>");
        }
        return "<MiningModel functionName='regression'" + context() + "><MiningSchema>" + fields()
                + "<MiningField name='y' usageType='target'/></MiningSchema><Output><OutputField name='" + output
                + "' optype='continuous' dataType='double' isFinalResult='false'/></Output><Targets><Target"
                + " rescaleConstant='" + model.sum().base() + "'/></Targets>" + casts()
                + "<Segmentation multipleModelMethod='"
                + (model.sum().mean() ? "average" : "sum") + "'>" + trees + "</Segmentation></MiningModel>";
    }

    private String context() {
        return floats ? " x-mathContext='float'" : "";
    }

    private String fields() {
        StringBuilder fields = new StringBuilder();
        for (Feature feature : model.schema().features()) {
            fields.append("<MiningField name='").append(feature.name()).append("'/>");
        }
        return fields.toString();
    }

    private boolean cast() {
        return !floats && model.sum().arithmetic() == Arithmetic.FLOAT32;
    }

    /** Where doubles come in and the origin compares floats. */
    private String casts() {
        StringBuilder casts = new StringBuilder();
        if (cast()) {
            casts.append("<LocalTransformations>");
            for (Feature feature : model.schema().features()) {
                casts.append(
                        "<DerivedField name='float(%s)' optype='continuous' dataType='float'><FieldRef field='%s'/>"
                                .formatted(feature.name(), feature.name()));
                casts.append("</DerivedField>");
            }
            casts.append("</LocalTransformations>");
        }
        return casts.toString();
    }

    private void node(StringBuilder xml, Tree tree, int node, String predicate) {
        int last = node;
        while (compact && !tree.isLeaf(last)) {
            last = tree.missing(last);
        }
        xml.append("<Node id='").append(node).append('\'');
        if (tree.isLeaf(last)) {
            xml.append(" score='").append(number(tree.value(last), floats)).append('\'');
        } else {
            xml.append(" defaultChild='").append(tree.missing(node)).append('\'');
        }
        xml.append(" recordCount='").append(tree.cover(node)).append("'>").append(predicate);
        if (compact) {
            for (int at = node; at != last; at = tree.missing(at)) {
                boolean yes = tree.missing(at) != tree.yes(at);
                node(xml, tree, yes ? tree.yes(at) : tree.no(at), predicate(tree, at, yes));
            }
        } else if (node != last || !tree.isLeaf(node)) {
            node(xml, tree, tree.yes(node), predicate(tree, node, true));
            node(xml, tree, tree.no(node), predicate(tree, node, false));
        }
        xml.append("</Node>");
    }

    private String predicate(Tree tree, int node, boolean yes) {
        List<String> operators = switch (tree.test(node)) {
            case BELOW -> List.of("lessThan", "greaterOrEqual");
            case AT_MOST -> List.of("lessOrEqual", "greaterThan");
            case ABOVE -> List.of("greaterThan", "lessOrEqual");
            case AT_LEAST -> List.of("greaterOrEqual", "lessThan");
            case EQUAL -> List.of("equal", "notEqual");
            case MEMBER -> throw new IllegalArgumentException("sets of codes are no comparisons");
        };
        String field = model.schema().feature(tree.feature(node)).name();
        return "<SimplePredicate field='%s' operator='%s' value='%s'/>"
                .formatted(
                        cast() ? "float(" + field + ")" : field,
                        operators.get(yes ? 0 : 1),
                        number(tree.threshold(node), floats || cast()));
    }

    /** The shortest text that reads as the same float or double. */
    private static String number(double x, boolean isFloat) {
        return isFloat ? Float.toString((float) x) : Double.toString(x);
    }
}
