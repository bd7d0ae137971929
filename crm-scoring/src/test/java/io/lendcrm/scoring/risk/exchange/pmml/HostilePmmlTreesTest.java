package io.lendcrm.scoring.risk.exchange.pmml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lendcrm.core.model.ModelFormatException;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Files whose few bytes ask for much: an answer soon, and never a wrong score. */
@Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostilePmmlTreesTest {

    private static final String X = "<DataField name='x' optype='continuous' dataType='double'/>";
    private static final String Y = "<DataField name='y' optype='continuous' dataType='double'/>";
    private static final String T = "<DataField name='t' optype='categorical' dataType='string'/>";
    private static final String TREE = "<TreeModel functionName='regression' splitCharacteristic='multiSplit'>";

    private static String repeated(int times, IntFunction<String> text) {
        return IntStream.range(0, times).mapToObj(text).collect(Collectors.joining());
    }

    private static String mining(String... names) {
        return "<MiningSchema>"
                + java.util.Arrays.stream(names)
                        .map(name -> "<MiningField name='" + name + "'/>")
                        .collect(Collectors.joining())
                + "</MiningSchema>";
    }

    private static String file(String dictionary, String model) {
        return "<PMML version='4.4'><DataDictionary>" + dictionary + "</DataDictionary>" + model + "</PMML>";
    }

    private static String tree(String mining, String children) {
        return TREE + mining + "<Node><True/>" + children + "</Node></TreeModel>";
    }

    private static String leaf(String predicate) {
        return "<Node score='1'>" + predicate + "</Node>";
    }

    private static String less(String field, double value) {
        return "<SimplePredicate field='" + field + "' operator='lessThan' value='" + value + "'/>";
    }

    private static PmmlModel read(String file) {
        return PmmlReader.read(file.getBytes(UTF_8));
    }

    private static void refused(String file, String told) {
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining(told);
    }

    @Test
    void fieldsOfTheSameNameInOursAreToldApartInLinearTime() {
        String dictionary = repeated(
                20_000,
                i -> "<DataField name='" + (char) (0x4E00 + i % 200) + (char) (0x4E00 + i / 200)
                        + "' optype='continuous' dataType='double'/>");
        String mining = "<MiningSchema>"
                + repeated(
                        20_000,
                        i -> "<MiningField name='" + (char) (0x4E00 + i % 200) + (char) (0x4E00 + i / 200) + "'/>")
                + "</MiningSchema>";
        assertThat(read(file(dictionary, tree(mining, leaf("<True/>"))))
                        .schema()
                        .names())
                .hasSize(20_000)
                .doesNotHaveDuplicates()
                .startsWith("column", "column_2");
    }

    @Test
    void manyTargetsAreLookedUpNotSearched() {
        String dictionary =
                X + repeated(60_000, i -> "<DataField name='t" + i + "' optype='continuous' dataType='double'/>");
        String mining = "<MiningSchema><MiningField name='x'/>"
                + repeated(60_000, i -> "<MiningField name='t" + (59_999 - i) + "' usageType='target'/>")
                + "</MiningSchema>";
        assertThat(read(file(dictionary, tree(mining, leaf("<True/>")))).kind()).isEqualTo(PmmlModel.Kind.TREES);
    }

    @Test
    void manyIntervalsAreWorkThatIsBounded() {
        String dictionary = X.replace(
                "/>",
                ">"
                        + repeated(
                                30_000,
                                i -> "<Interval closure='closedOpen' leftMargin='" + 2 * i + "' rightMargin='"
                                        + (2 * i + 1) + "'/>")
                        + "</DataField>");
        refused(file(dictionary, tree(mining("x"), leaf(less("x", 7)))), "pairs of value and predicate");
        refused(
                file(
                        dictionary,
                        "<Scorecard functionName='regression' useReasonCodes='false'>" + mining("x")
                                + "<Characteristics><Characteristic><Attribute partialScore='1'>" + less("x", 7)
                                + "</Attribute></Characteristic></Characteristics></Scorecard>"),
                "pairs of value and predicate");
    }

    @Test
    void workIsBoundedOverAllTreesOfAFile() {
        String dictionary = X.replace(
                "/>",
                ">"
                        + repeated(
                                200,
                                i -> "<Interval closure='openOpen' leftMargin='" + i + "' rightMargin='" + (i + 1)
                                        + "'/>")
                        + "</DataField>");
        String segments = repeated(
                2_000,
                i -> "<Segment><True/>" + tree(mining("x"), leaf(less("x", i)) + leaf("<True/>")) + "</Segment>");
        refused(
                file(
                        dictionary,
                        "<MiningModel functionName='regression'>" + mining("x")
                                + "<Segmentation multipleModelMethod='sum'>" + segments
                                + "</Segmentation></MiningModel>"),
                "pairs of value and predicate");
    }

    @Test
    void chainsOfQuestionsAreBounded() {
        String turns = repeated(20_000, i -> leaf(less(i % 2 == 0 ? "x" : "y", i)));
        refused(file(X + Y, tree(mining("x", "y"), turns)), "questions behind one another");
        String levels = repeated(3_000, i -> leaf("<SimplePredicate field='t' operator='equal' value='l" + i + "'/>"));
        refused(file(T, tree(mining("t"), levels)), "questions behind one another");
    }

    /** Texts of one hash: 2 ^ 15 of "Aa" and "BB" in a row. */
    @Test
    void textsOfOneHashAreTakenInAsFastAsOthers() {
        String texts = repeated(
                1 << 15,
                i -> IntStream.range(0, 15)
                                .mapToObj(bit -> (i >> bit & 1) == 0 ? "Aa" : "BB")
                                .collect(Collectors.joining())
                        + " ");
        String set = "<SimpleSetPredicate field='t' booleanOperator='isIn'><Array type='string'>" + texts
                + "</Array></SimpleSetPredicate>";
        PmmlModel model = read(file(T, tree(mining("t"), leaf(set))));
        assertThat(model.schema().feature(0).levels()).hasSize(1 << 15);
    }

    @Test
    void arraysAreBoundedInAll() {
        String set = "<SimpleSetPredicate field='x' booleanOperator='isIn'><Array type='real'>" + "1 ".repeat(500_000)
                + "</Array></SimpleSetPredicate>";
        refused(file(X, tree(mining("x"), repeated(9, i -> leaf(set)))), "characters in all");
    }

    @Test
    void weightsThatDivideByNothingAreRefused() {
        for (String weight : new String[] {"0", "-1"}) {
            refused(
                    file(
                            X,
                            "<MiningModel functionName='regression'>" + mining("x")
                                    + "<Segmentation multipleModelMethod='weightedAverage'><Segment weight='" + weight
                                    + "'><True/>" + tree(mining("x"), leaf("<True/>"))
                                    + "</Segment></Segmentation></MiningModel>"),
                    "weight");
        }
    }

    @Test
    void probabilitiesAreNotRescaled() {
        String target = "<DataField name='y' optype='categorical' dataType='string'><Value value='good'/>"
                + "<Value value='bad'/></DataField>";
        refused(
                file(
                        X + target,
                        "<TreeModel functionName='classification'><MiningSchema><MiningField name='x'/><MiningField"
                                + " name='y' usageType='target'/></MiningSchema><Targets><Target field='y'"
                                + " rescaleFactor='2'/></Targets><Node score='bad'><True/><ScoreDistribution value='bad'"
                                + " recordCount='3'/><ScoreDistribution value='good' recordCount='1'/></Node>"
                                + "</TreeModel>"),
                "rescaled");
    }
}
