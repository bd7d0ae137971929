package io.lendcrm.scoring.risk.exchange.pmml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.lendcrm.core.feature.Feature;
import io.lendcrm.core.json.ModelJson;
import io.lendcrm.scoring.risk.scorecard.Scorecard;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a card in PMML means, attribute by attribute; expected values by the standard, worked by hand. */
class PmmlReaderTest {

    static String card(String dictionary, String schema, String characteristics) {
        return """
            <PMML xmlns="http://www.dmg.org/PMML-4_4" version="4.4">
              <Header/>
              <DataDictionary>%s</DataDictionary>
              <Scorecard functionName="regression" initialScore="100" reasonCodeAlgorithm="pointsBelow"
                  baselineScore="20">
                <MiningSchema>%s</MiningSchema>
                <Characteristics>%s</Characteristics>
              </Scorecard>
            </PMML>
            """.formatted(dictionary, schema, characteristics);
    }

    static PmmlModel.Card read(String dictionary, String schema, String characteristics) {
        return (PmmlModel.Card)
                PmmlReader.read(card(dictionary, schema, characteristics).getBytes(UTF_8));
    }

    private static final String AGE = "<DataField name='Age' optype='continuous' dataType='double'/>";
    private static final String HOME = "<DataField name='Home' optype='categorical' dataType='string'/>";

    private static double points(PmmlModel.Card card, double value) {
        return card.predicted().score(new double[] {value}) - 100;
    }

    private static double points(PmmlModel.Card card, String text) {
        return card.predicted().score(card.row(List.of(text))) - 100;
    }

    private static PmmlModel.Card age(String mining, String attributes) {
        return read(
                AGE,
                "<MiningField name='Age' " + mining + "/>",
                "<Characteristic name='c' reasonCode='R1'>" + attributes + "</Characteristic>");
    }

    private static PmmlModel.Card home(String dictionary, String mining, String attributes) {
        return read(
                dictionary,
                "<MiningField name='Home' " + mining + "/>",
                "<Characteristic name='c' reasonCode='R1'>" + attributes + "</Characteristic>");
    }

    private static String when(double points, String operator, String value) {
        return "<Attribute partialScore='%s'><SimplePredicate field='Age' operator='%s' value='%s'/></Attribute>"
                .formatted(points, operator, value);
    }

    @Test
    void eachEdgeIsWhereItsOperatorSays() {
        PmmlModel.Card card = age(
                "",
                when(1, "lessOrEqual", "18")
                        + when(2, "equal", "30")
                        + when(3, "lessThan", "40")
                        + when(4, "greaterThan", "50"));
        assertThat(points(card, 18)).isEqualTo(1);
        assertThat(points(card, Math.nextUp(18.0))).isEqualTo(3);
        assertThat(points(card, 30)).isEqualTo(2);
        assertThat(points(card, Math.nextUp(30.0))).isEqualTo(3);
        assertThat(points(card, -1e308)).isEqualTo(1);
        assertThat(points(card, 51)).isEqualTo(4);
    }

    @Test
    void whereNoAttributeIsTrueThereIsNoScore() {
        PmmlModel.Card card = age("", when(3, "lessThan", "40") + when(4, "greaterThan", "50"));
        assertThat(points(card, 40)).isNaN();
        assertThat(points(card, 50)).isNaN();
        assertThat(points(card, Double.NaN)).isNaN();
        assertThat(card.reasons().of(new double[] {45}, 4)).isEmpty();
    }

    @Test
    void theFirstAttributeThatIsTrueCounts() {
        PmmlModel.Card card =
                age("", when(3, "lessThan", "40") + when(4, "lessThan", "50") + when(5, "notEqual", "60"));
        assertThat(points(card, 39)).isEqualTo(3);
        assertThat(points(card, 40)).isEqualTo(4);
        assertThat(points(card, 50)).isEqualTo(5);
        assertThat(points(card, 60)).isNaN();
    }

    @Test
    void aMissingValueMakesPredicatesUnknown() {
        String or = "<Attribute partialScore='7'><CompoundPredicate booleanOperator='or'>"
                + "<SimplePredicate field='Age' operator='lessThan' value='20'/>"
                + "<SimplePredicate field='Age' operator='isMissing'/></CompoundPredicate></Attribute>";
        String not = "<Attribute partialScore='8'><CompoundPredicate booleanOperator='and'><SimplePredicate"
                + " field='Age' operator='notEqual' value='20'/><True/></CompoundPredicate></Attribute>";
        String surrogate = "<Attribute partialScore='9'><CompoundPredicate"
                + " booleanOperator='surrogate'><SimplePredicate field='Age' operator='greaterThan'"
                + " value='20'/><True/></CompoundPredicate></Attribute>";
        assertThat(points(age("", or + not), Double.NaN)).isEqualTo(7);
        assertThat(points(age("", not), Double.NaN)).isNaN();
        assertThat(points(age("", surrogate), Double.NaN)).isEqualTo(9);
        assertThat(points(age("", surrogate), 3)).isNaN();
        String xor = surrogate.replace("surrogate", "xor");
        assertThat(points(age("", xor), 3)).isEqualTo(9);
        assertThat(points(age("", xor), 30)).isNaN();
        assertThat(points(age("", xor), Double.NaN)).isNaN();
    }

    @Test
    void missingInvalidAndOutlyingValuesAreTreatedAsTheFileSays() {
        String attributes = when(1, "lessThan", "20") + when(2, "greaterOrEqual", "20");
        assertThat(points(age("missingValueReplacement='25'", attributes), Double.NaN))
                .isEqualTo(2);
        assertThat(points(
                        age("missingValueReplacement='25' missingValueTreatment='returnInvalid'", attributes),
                        Double.NaN))
                .isNaN();
        String bounded = AGE.replace(
                "/>",
                "><Interval closure='closedOpen' leftMargin='0' rightMargin='100'/>"
                        + "<Value value='-9' property='missing'/><Value value='50' property='invalid'/></DataField>");
        String line = "<Characteristic name='c' reasonCode='R1'>" + attributes + "</Characteristic>";
        PmmlModel.Card strict = read(bounded, "<MiningField name='Age' missingValueReplacement='1'/>", line);
        assertThat(points(strict, -1)).isNaN();
        assertThat(points(strict, 0)).isEqualTo(1);
        assertThat(points(strict, -9)).isEqualTo(1);
        assertThat(points(strict, 50)).isNaN();
        assertThat(points(strict, 100)).isNaN();
        assertThat(points(strict, Math.nextDown(100.0))).isEqualTo(2);
        PmmlModel.Card lenient = read(
                bounded,
                "<MiningField name='Age' missingValueReplacement='30' invalidValueTreatment='asMissing'/>",
                line);
        assertThat(points(lenient, -1)).isEqualTo(2);
        PmmlModel.Card asIs = read(bounded, "<MiningField name='Age' invalidValueTreatment='asIs'/>", line);
        assertThat(points(asIs, -1)).isEqualTo(1);
        PmmlModel.Card asValue = read(
                bounded,
                "<MiningField name='Age' invalidValueTreatment='asValue' invalidValueReplacement='40'/>",
                line);
        assertThat(points(asValue, -1)).isEqualTo(2);
        assertThat(points(age("outliers='asExtremeValues' lowValue='25' highValue='30'", attributes), 3))
                .isEqualTo(2);
        assertThat(points(age("outliers='asMissingValues' lowValue='25' highValue='30'", attributes), 3))
                .isNaN();
    }

    @Test
    void levelsAreMatchedLetterByLetter() {
        String attributes = "<Attribute partialScore='5'><SimpleSetPredicate field='Home' booleanOperator='isIn'>"
                + "<Array type='string' n='3'>own \"for free\" \"a \\\"b\\\"\"</Array></SimpleSetPredicate></Attribute>"
                + "<Attribute partialScore='6'><SimpleSetPredicate field='Home' booleanOperator='isNotIn'>"
                + "<Array type='string'>rent</Array></SimpleSetPredicate></Attribute>";
        PmmlModel.Card card = home(HOME, "", attributes);
        assertThat(card.schema().feature(0).name()).isEqualTo("home");
        assertThat(card.fields()).containsExactly("Home");
        assertThat(points(card, "own")).isEqualTo(5);
        assertThat(points(card, "for free")).isEqualTo(5);
        assertThat(points(card, "a \"b\"")).isEqualTo(5);
        assertThat(points(card, "Own")).isEqualTo(6);
        assertThat(points(card, "rent")).isNaN();
        assertThat(points(card, "")).isNaN();
    }

    @Test
    void levelsThatTheDictionaryLacksAreInvalid() {
        String values = HOME.replace(
                "/>", "><Value value='own'/><Value value='rent'/><Value value='?' property='missing'/></DataField>");
        String attributes = "<Attribute partialScore='5'><SimplePredicate field='Home' operator='equal'"
                + " value='own'/></Attribute><Attribute partialScore='6'><SimplePredicate field='Home'"
                + " operator='isNotMissing'/></Attribute><Attribute partialScore='7'><True/></Attribute>";
        PmmlModel.Card strict = home(values, "", attributes);
        assertThat(points(strict, "tent")).isNaN();
        assertThat(points(strict, "rent")).isEqualTo(6);
        assertThat(points(strict, "?")).isEqualTo(7);
        assertThat(points(home(values, "invalidValueTreatment='asMissing'", attributes), "tent"))
                .isEqualTo(7);
        assertThat(points(home(values, "invalidValueTreatment='asIs'", attributes), "tent"))
                .isEqualTo(6);
        assertThat(strict.schema().feature(0).code("tent")).isEqualTo(Feature.UNSEEN);
    }

    @Test
    void aFieldInSinglePrecisionComparesFloats() {
        PmmlModel.Card card = read(
                AGE.replace("double", "float"),
                "<MiningField name='Age'/>",
                "<Characteristic name='c' reasonCode='R1'>" + when(1, "lessThan", "0.1") + when(2, "equal", "0.1")
                        + when(3, "greaterThan", "0.1") + "</Characteristic>");
        java.util.Random random = new java.util.Random(3);
        for (int i = 0; i < 2000; i++) {
            double x = 0.1 + (random.nextDouble() - 0.5) * 3e-8;
            float seen = (float) x;
            assertThat(points(card, x)).as("%s", x).isEqualTo(seen < 0.1f ? 1 : seen == 0.1f ? 2 : 3);
        }
    }

    @Test
    void attributesHaveReasonsOfTheirOwn() {
        PmmlModel.Card card = read(
                AGE + HOME,
                "<MiningField name='Age'/><MiningField name='Home'/>",
                "<Characteristic name='a' reasonCode='AGE' baselineScore='10'>"
                        + when(3, "lessThan", "20").replace("partialScore", "reasonCode='YOUNG' partialScore")
                        + when(4, "greaterOrEqual", "20") + "</Characteristic><Characteristic name='h'"
                        + " reasonCode='YOUNG'><Attribute"
                        + " partialScore='15'><SimplePredicate field='Home'"
                        + " operator='equal' value='own'/></Attribute><Attribute"
                        + " partialScore='20'><SimplePredicate field='Home'"
                        + " operator='isNotMissing'/></Attribute></Characteristic>");
        assertThat(card.reasons().of(new double[] {19, 0}, 4))
                .containsExactly(new AttributeReasons.Ranked("YOUNG", 7 + 5));
        assertThat(card.reasons().of(new double[] {20, 0}, 4))
                .containsExactly(new AttributeReasons.Ranked("AGE", 6), new AttributeReasons.Ranked("YOUNG", 5));
        assertThat(card.reasons().of(new double[] {20, 0}, 1)).hasSize(1);
        assertThat(card.reasons().of(new double[] {20, Feature.UNSEEN}, 4))
                .containsExactly(new AttributeReasons.Ranked("AGE", 6));

        Scorecard stored = ModelJson.standard().read(ModelJson.standard().write(card.model()), Scorecard.class);
        Scorecard written = ((PmmlModel.Card) PmmlReader.read(PmmlWriter.write(stored))).model();
        for (Scorecard later : List.of(stored, written)) {
            for (double[] row : new double[][] {{19, 0}, {20, 0}, {20, Feature.UNSEEN}}) {
                assertThat(AttributeReasons.of(later).of(row, 4))
                        .isEqualTo(card.reasons().of(row, 4));
            }
        }
    }

    @Test
    void aCharacteristicOfNoFieldJoinsTheBase() {
        PmmlModel.Card card = read(
                AGE,
                "<MiningField name='Age'/>",
                "<Characteristic name='all' reasonCode='R0'><Attribute"
                        + " partialScore='20'><True/></Attribute></Characteristic><Characteristic"
                        + " name='c' reasonCode='R1'>" + when(3, "lessThan", "20")
                        + "</Characteristic>");
        assertThat(card.predicted().score(new double[] {3})).isEqualTo(123);
    }
}
