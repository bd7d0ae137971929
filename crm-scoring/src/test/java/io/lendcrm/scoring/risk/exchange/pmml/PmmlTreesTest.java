package io.lendcrm.scoring.risk.exchange.pmml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lendcrm.core.model.ModelFormatException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Trees and ensembles by the words of the standard; expected values worked by hand. */
class PmmlTreesTest {

    private static final String DICTIONARY = "<DataField name='Age' optype='continuous' dataType='double'/><DataField"
            + " name='Home' optype='categorical' dataType='string'><Value value='own'/><Value value='rent'/><Value"
            + " value='free'/></DataField><DataField name='y' optype='categorical' dataType='string'><Value"
            + " value='good'/><Value value='bad'/></DataField>";
    private static final String SCHEMA = "<MiningSchema><MiningField name='Age'/><MiningField name='Home'"
            + " invalidValueTreatment='asIs'/><MiningField name='y' usageType='target'/></MiningSchema>";
    private static final String INNER =
            "<MiningSchema><MiningField name='Age'/><MiningField name='Home'/></MiningSchema>";

    private static PmmlModel.Trees read(String model) {
        return read(DICTIONARY, model);
    }

    private static PmmlModel.Trees read(String dictionary, String model) {
        String file = "<PMML xmlns='http://www.dmg.org/PMML-4_4' version='4.4'><Header/><DataDictionary>" + dictionary
                + "</DataDictionary>" + model + "</PMML>";
        return (PmmlModel.Trees) PmmlReader.read(file.getBytes(UTF_8));
    }

    private static String tree(String attributes, String nodes) {
        return "<TreeModel functionName='regression' " + attributes + ">" + SCHEMA + "<Node id='0' score='9'><True/>"
                + nodes + "</Node></TreeModel>";
    }

    private static String node(String id, String score, String field, String operator, String value, String inside) {
        return "<Node id='%s' score='%s'><SimplePredicate field='%s' operator='%s' value='%s'/>%s</Node>"
                .formatted(id, score, field, operator, value, inside);
    }

    private static double predict(PmmlModel.Trees model, String age, String home) {
        return model.predicted().score(model.row(List.of(age, home)));
    }

    private static final String BINARY = node(
                    "1",
                    "1",
                    "Age",
                    "lessOrEqual",
                    "30",
                    "<Node id='3' score='3'><SimpleSetPredicate field='Home' booleanOperator='isIn'><Array"
                            + " type='string'>own free</Array></SimpleSetPredicate></Node><Node id='4'"
                            + " score='4'><SimpleSetPredicate field='Home' booleanOperator='isIn'><Array"
                            + " type='string'>rent</Array></SimpleSetPredicate></Node>")
            + node("2", "2", "Age", "greaterThan", "30", "");

    @Test
    void aBinaryTreeSendsEachValueWhereItsPredicatesSay() {
        PmmlModel.Trees model = read(tree("", BINARY));
        assertThat(model.model().trees().get(0).depth()).isEqualTo(3);
        assertThat(predict(model, "30", "own")).isEqualTo(3);
        assertThat(predict(model, "30", "free")).isEqualTo(3);
        assertThat(predict(model, "30", "rent")).isEqualTo(4);
        assertThat(predict(model, "30.000000000000004", "rent")).isEqualTo(2);
        assertThat(predict(model, "30", "tent")).isNaN();
        assertThat(predict(model, "", "own")).isNaN();
        assertThat(predict(model, "31", "")).isEqualTo(2);
    }

    @Test
    void missingValuesGoAsTheStrategySays() {
        PmmlModel.Trees last = read(tree("missingValueStrategy='lastPrediction'", BINARY));
        assertThat(predict(last, "", "own")).isEqualTo(9);
        assertThat(predict(last, "20", "")).isEqualTo(1);
        PmmlModel.Trees nothing = read(tree("missingValueStrategy='nullPrediction'", BINARY));
        assertThat(predict(nothing, "", "own")).isNaN();
        PmmlModel.Trees self = read(tree("noTrueChildStrategy='returnLastPrediction'", BINARY));
        assertThat(predict(self, "", "own")).isEqualTo(9);
        assertThat(predict(self, "20", "tent")).isEqualTo(1);
        PmmlModel.Trees child = read(tree("missingValueStrategy='defaultChild'", BINARY)
                .replace("<Node id='0'", "<Node id='0' defaultChild='1'")
                .replace("<Node id='1'", "<Node id='1' defaultChild='4'"));
        assertThat(predict(child, "", "own")).isEqualTo(3);
        assertThat(predict(child, "", "")).isEqualTo(4);
        assertThat(predict(child, "40", "")).isEqualTo(2);
        assertThatThrownBy(() -> read(tree("missingValueStrategy='defaultChild'", BINARY)))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("defaultChild");
    }

    @Test
    void replacementsAreInTheTree() {
        PmmlModel.Trees model = read(tree("", BINARY)
                .replace("<MiningField name='Age'/>", "<MiningField name='Age' missingValueReplacement='40'/>"));
        assertThat(predict(model, "", "own")).isEqualTo(2);
    }

    @Test
    void childrenOfManyFieldsAreTriedInOrder() {
        String nodes = node("1", "1", "Age", "lessThan", "20", "")
                + node("2", "2", "Home", "equal", "own", "")
                + node("3", "3", "Age", "equal", "50", "")
                + "<Node id='4' score='4'><SimplePredicate field='Age' operator='isMissing'/></Node>"
                + node("5", "5", "Home", "notEqual", "rent", "");
        PmmlModel.Trees model = read(tree("noTrueChildStrategy='returnLastPrediction'", nodes));
        assertThat(predict(model, "19", "own")).isEqualTo(1);
        assertThat(predict(model, "50", "own")).isEqualTo(2);
        assertThat(predict(model, "50", "rent")).isEqualTo(3);
        assertThat(predict(model, "", "rent")).isEqualTo(4);
        assertThat(predict(model, "51", "tent")).isEqualTo(5);
        assertThat(predict(model, "51", "rent")).isEqualTo(9);
        assertThat(predict(model, "51", "")).isEqualTo(9);
    }

    private static String segments(String method, String function, String... trees) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < trees.length; i++) {
            all.append("<Segment id='")
                    .append(i)
                    .append("' weight='")
                    .append(i + 1)
                    .append("'><True/>")
                    .append(trees[i].replace(SCHEMA, INNER))
                    .append("</Segment>");
        }
        return "<MiningModel functionName='" + function + "'>" + SCHEMA + "<Targets><Target field='y'"
                + " rescaleConstant='0.5' rescaleFactor='2'/></Targets><Segmentation multipleModelMethod='" + method
                + "'>" + all
                + "</Segmentation></MiningModel>";
    }

    @Test
    void segmentsAreAddedOrAveragedWithTheirWeights() {
        String other = tree(
                "", node("1", "10", "Age", "lessThan", "25", "") + node("2", "20", "Age", "greaterOrEqual", "25", ""));
        String[] two = {tree("", BINARY), other};
        assertThat(predict(read(segments("sum", "regression", two)), "30", "own"))
                .isEqualTo(2 * 23 + 0.5);
        assertThat(predict(read(segments("average", "regression", two)), "30", "own"))
                .isEqualTo(2 * 11.5 + 0.5);
        assertThat(predict(read(segments("weightedSum", "regression", two)), "30", "own"))
                .isEqualTo(2 * 43 + 0.5);
        assertThat(predict(read(segments("weightedAverage", "regression", two)), "30", "own"))
                .isCloseTo(2 * 43.0 / 3 + 0.5, within(1e-14));
    }

    private static String forest(String method) {
        String leaf =
                "<ScoreDistribution value='good' recordCount='%d'/><ScoreDistribution value='bad' recordCount='%d'/>";
        String young = "<Node id='1' score='bad' recordCount='4'><SimplePredicate field='Age' operator='lessOrEqual'"
                + " value='30'/>"
                + leaf.formatted(1, 3) + "</Node>";
        String old = "<Node id='2' score='good' recordCount='10'><SimplePredicate field='Age' operator='greaterThan'"
                + " value='30'/>"
                + leaf.formatted(9, 1) + "</Node>";
        String one = "<TreeModel functionName='classification'>" + INNER + "<Node><True/>" + young + old
                + "</Node></TreeModel>";
        return segments(method, "classification", one, one.replace("'30'", "'20'"))
                .replace("<Targets><Target field='y' rescaleConstant='0.5' rescaleFactor='2'/></Targets>", "");
    }

    @Test
    void forestsAverageProbabilitiesOrVote() {
        PmmlModel.Trees average = read(forest("average"));
        assertThat(average.target()).isEqualTo("bad");
        assertThat(predict(average, "25", "")).isEqualTo((0.75 + 0.1) / 2);
        assertThat(average.model().expected()).isCloseTo((3 + 1) / 14.0, within(1e-15));
        assertThat(predict(read(forest("majorityVote")), "25", "")).isEqualTo(0.5);
        assertThat(predict(read(forest("weightedAverage")), "25", "")).isCloseTo((0.75 + 2 * 0.1) / 3, within(1e-15));
    }

    private static String chain(String sum) {
        return "<MiningModel functionName='classification'>" + SCHEMA
                + "<Segmentation multipleModelMethod='modelChain'>"
                + "<Segment id='1'><True/>"
                + sum.replace(
                        "</MiningSchema><Targets>",
                        "</MiningSchema><Output><OutputField name='margin' optype='continuous'"
                                + " dataType='double' isFinalResult='false'/></Output><Targets>")
                + "</Segment><Segment id='2'><True/><RegressionModel functionName='classification'"
                + " normalizationMethod='logit'><MiningSchema><MiningField"
                + " name='margin'/></MiningSchema><RegressionTable intercept='0.25'"
                + " targetCategory='bad'><NumericPredictor name='margin'"
                + " coefficient='-1'/></RegressionTable><RegressionTable intercept='0'"
                + " targetCategory='good'/></RegressionModel></Segment></Segmentation></MiningModel>";
    }

    @Test
    void aChainEndsInTheProbabilityOfItsTarget() {
        PmmlModel.Trees model = read(chain(segments("sum", "regression", tree("", BINARY))));
        assertThat(model.target()).isEqualTo("bad");
        double margin = 0.25 - (2 * 3 + 0.5);
        assertThat(model.model().score(model.row(List.of("20", "own")))).isEqualTo(margin);
        assertThat(predict(model, "20", "own")).isEqualTo(1 / (1 + Math.exp(-margin)));
    }

    @Test
    void casts_and_float_arithmetic_are_those_of_the_origin() {
        String cast = tree(
                        "", BINARY.replace("field='Age'", "field='float(Age)'").replace("'30'", "'0.1'"))
                .replace(
                        "<Node id='0'",
                        "<LocalTransformations><DerivedField name='float(Age)' optype='continuous'"
                                + " dataType='float'><FieldRef field='Age'/></DerivedField></LocalTransformations><Node"
                                + " id='0'");
        PmmlModel.Trees model = read(cast);
        String next = Double.toString(Math.nextUp(0.1f));
        assertThat(predict(model, "0.1", "own")).isEqualTo(3);
        assertThat(predict(model, Double.toString((double) 0.1f), "own")).isEqualTo(3);
        assertThat(predict(model, "0.1000000015", "own")).isEqualTo(3);
        assertThat(predict(model, next, "own")).isEqualTo(2);
        String floats = segments(
                        "sum",
                        "regression",
                        tree("", BINARY.replace("'3'", "'0.1'").replace("'30'", "'0.1'")))
                .replace("<MiningModel ", "<MiningModel x-mathContext='float' ")
                .replace(" rescaleFactor='2'", "");
        PmmlModel.Trees single = read(DICTIONARY.replace("dataType='double'", "dataType='float'"), floats);
        assertThat(predict(single, "0.1000000015", "own")).isEqualTo((double) (0.5f + 0.1f));
        assertThat(predict(single, next, "own")).isEqualTo(2.5);
        assertThatThrownBy(() -> read(floats)).hasMessageContaining("float or integer");
    }

    @Test
    void refusesWhatItCantCarry() {
        String two =
                "<Node id='1' score='1'><CompoundPredicate booleanOperator='surrogate'><SimplePredicate field='Age'"
                        + " operator='lessThan' value='3'/><SimplePredicate field='Home' operator='equal' value='own'/>"
                        + "</CompoundPredicate></Node>";
        refused(tree("", two), "must ask of one field, found [Age, Home]");
        refused(tree("missingValueStrategy='weightedConfidence'", BINARY), "missingValueStrategy");
        refused(tree("", node("1", "NaN", "Age", "lessThan", "3", "")), "score must be a finite number");
        refused(tree("", "<Node id='1'><True/></Node>"), "expected a score");
        refused(segments("max", "regression", tree("", BINARY)), "multipleModelMethod");
        refused(
                segments("sum", "regression", tree("", BINARY))
                        .replace(
                                "<True/><TreeModel",
                                "<SimplePredicate field='Age' operator='lessThan' value='3'/><TreeModel"),
                "expected a True");
        refused(
                chain(segments("sum", "regression", tree("", BINARY)))
                        .replace("name='margin' coefficient", "name='Age' coefficient"),
                "expected the output \"margin\"");
        refused(
                segments("sum", "regression", tree("", BINARY))
                        .replace(INNER, INNER.replace("'Age'", "'Age' outliers='asIs'")),
                "outliers is not supported");
    }

    private static void refused(String model, String told) {
        assertThatThrownBy(() -> read(model))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining(told);
    }
}
